package nl.tweespoor.recording;

import java.util.Optional;
import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.Journal;
import org.springframework.stereotype.Component;

/**
 * Each number has a chain of its own in the ledger. Without one, what is done under it would stay among what belongs to no
 * dossier: it never ends there, so nothing of it would ever go.
 */
@Component
class NumberCheck implements ProcessRule {

    private final Journal journal;

    NumberCheck(Journal journal) {
        this.journal = journal;
    }

    /** Our own processes make their number while they start, so what a caller brought doesn't count there. */
    @Override
    public void starts(DossierProcess process) {
        journal.addIfSo(() -> {
            if (process.dossierNumber() != null && !Chains.haveOneFor(process.dossierNumber())) {
                throw Refusal.invalid("Dit kenmerk kan niet. Gebruik hooguit 100 tekens: letters zonder accent, cijfers, punten en"
                        + " streepjes, en niet het woord 'general'. Of laat het kenmerk weg.");
            }
            return Optional.empty();
        });
    }
}
