package nl.tweespoor.dossier;

import nl.tweespoor.engine.DossierProcess;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.ProcessRule;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** A report goes on in a dossier that runs. One that ended since the form was opened, however it ended, takes no more. */
@Component
class JoinPolicy implements ProcessRule {

    private final DossierProgress progress;

    JoinPolicy(DossierProgress progress) {
        this.progress = progress;
    }

    @Override
    public void reaches(DossierProcess process, String endEvent) {
        if (ModelIds.JOINED.equals(endEvent)) {
            String joined = (String) process.variables().getVariable(ModelIds.JOINED_DOSSIER);
            if (process.dossierNumber().equals(joined) || !progress.runs(joined, Dossiers.TRACKS)) {
                throw Refusal.conflict("Dossier " + joined + " loopt niet meer, dus een melding kan daar niet bij aansluiten."
                        + " Kies een ander dossier, of een andere uitkomst.");
            }
        }
    }
}
