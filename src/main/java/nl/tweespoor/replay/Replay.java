package nl.tweespoor.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.LiveTables;
import nl.tweespoor.engine.UnrecordedTables;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Puts the decisions of the past year to a table that is proposed. */
@Component
public class Replay {

    private static final Duration YEAR = Duration.ofDays(365);

    private final RecordedDecisions recorded;
    private final LiveTables live;
    private final UnrecordedTables tables;

    Replay(RecordedDecisions recorded, LiveTables live, UnrecordedTables tables) {
        this.recorded = recorded;
        this.live = live;
        this.tables = tables;
    }

    /** For each decision in the file, in its order; none for a file that can't be read, of which the gate says so. */
    public List<Replayed> of(DeployedResource file) {
        Proposal proposal;
        try {
            proposal = new Proposal(file.content(), tables);
        } catch (ModelException e) {
            return List.of();
        }
        Columns columns = new Columns(live, proposal);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        proposal.tables().values().forEach(table -> tallies.put(table.id(), new Tally(table, proposal, columns)));
        if (!tallies.isEmpty()) {
            recorded.each(tallies.keySet(), EngineClock.now().minus(YEAR), evaluation -> evaluation.stream()
                    .collect(Collectors.groupingBy(RecordedValue::id)).values()
                    .forEach(decision -> tallies.get(decision.get(0).table()).add(decision, evaluation)));
        }
        return tallies.values().stream().map(Tally::replayed).toList();
    }
}
