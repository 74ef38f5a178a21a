package nl.tweespoor.recording;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import org.springframework.stereotype.Component;

/** What was decided in a dossier, read from the ledger. */
@Component
public class DecisionHistory {

    private final LedgerReader ledger;
    private final Chains chains;

    DecisionHistory(LedgerReader ledger, Chains chains) {
        this.ledger = ledger;
        this.chains = chains;
    }

    /** In both tracks, newest first. */
    public List<RecordedDecision> of(String dossierNumber) {
        return ledger.decisions(chains.of(dossierNumber), Kind.TASK.word()).stream().map(DecisionHistory::decision).toList();
    }

    private static RecordedDecision decision(Recorded entry) {
        String reason = Optional.ofNullable(entry.facts().get(Facts.REASON))
                .map(name -> value(entry, name)).orElse("");
        return new RecordedDecision(entry.recordedAt(), entry.step().name(),
                entry.facts().getOrDefault(Facts.OUTCOME_LABEL, entry.outcome()), entry.actor(),
                value(entry, Facts.BY), reason);
    }

    private static String value(Recorded entry, String name) {
        return entry.erased().contains(name) ? DossierValues.ERASED : entry.values().getOrDefault(name, "");
    }
}
