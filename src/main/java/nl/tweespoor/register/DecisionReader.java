package nl.tweespoor.register;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.ProcessNames;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.LedgerReader.Place;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.RecordedDecision;
import org.springframework.stereotype.Component;

/** Reads in the ledger what was found. Whoever changes the index can hide a decision, and never make one say something else. */
@Component
class DecisionReader {

    private static final List<String> STARTS = List.of(Kind.START.word());

    private final LedgerReader ledger;
    private final ProcessNames processes;

    DecisionReader(LedgerReader ledger, ProcessNames processes) {
        this.ledger = ledger;
        this.processes = processes;
    }

    /** In the order in which they were found. */
    List<Registered> read(List<Found> found) {
        Map<Place, Recorded> entries = ledger.at(found.stream().map(Found::place).toList()).stream()
                .collect(Collectors.toMap(entry -> new Place(entry.chain(), entry.sequence()), entry -> entry));
        Map<String, String> titles = ledger.ofKinds(found.stream().map(Found::chain).distinct().toList(), STARTS).stream()
                .filter(start -> !title(start).isEmpty())
                .collect(Collectors.toMap(Recorded::chain, DecisionReader::title, (first, later) -> first));
        Map<String, String> names = processes.byKey();
        return found.stream().map(one -> {
            Optional<RecordedDecision> decision = Optional.ofNullable(entries.get(one.place()))
                    .filter(entry -> entry.outcome() != null).map(DecisionHistory::decision);
            return new Registered(one.chain(), one.sequence(), one.at().toInstant(ZoneOffset.UTC),
                    titles.getOrDefault(one.chain(), ""), decision.map(taken -> taken.step().process())
                            .map(key -> names.getOrDefault(key, key)).orElse(""), decision);
        }).toList();
    }

    private static String title(Recorded start) {
        return start.erased().contains(ModelIds.TITLE) ? DossierValues.ERASED
                : start.values().getOrDefault(ModelIds.TITLE, "");
    }
}
