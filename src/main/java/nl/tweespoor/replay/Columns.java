package nl.tweespoor.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.tweespoor.engine.LiveTables;
import nl.tweespoor.replay.Proposal.Column;
import nl.tweespoor.replay.Proposal.Known;
import org.camunda.bpm.model.dmn.instance.Input;

/** What the columns of the tables asked when they were live. */
final class Columns {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final LiveTables live;
    private final Proposal proposal;
    private final Map<String, Map<String, String>> versions = new HashMap<>();

    Columns(LiveTables live, Proposal proposal) {
        this.live = live;
        this.proposal = proposal;
    }

    Known known(List<RecordedValue> evaluation) {
        Known known = new Known(new HashMap<>(), new HashMap<>());
        for (RecordedValue value : evaluation) {
            if (!value.out() && value.clause() != null) {
                String expression = versions.computeIfAbsent(value.version(), this::asked).getOrDefault(value.clause(), "");
                (NAME.matcher(expression).matches() ? known.names() : known.answers()).put(expression, value.value());
            }
        }
        return known;
    }

    /** Of a version that isn't there any more the columns are taken to have asked what they ask now. */
    private Map<String, String> asked(String version) {
        Map<String, String> asked = new HashMap<>();
        live.find(version).orElseGet(proposal::read).getModelElementsByType(Input.class)
                .forEach(input -> asked.put(input.getId(), Column.expression(input)));
        return asked;
    }
}
