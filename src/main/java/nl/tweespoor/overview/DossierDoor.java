package nl.tweespoor.overview;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.account.People;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.recording.DecisionHistory;
import org.springframework.stereotype.Component;

/** Opens a dossier for who may see it. */
@Component
class DossierDoor {

    private static final List<String> VALUES =
            List.of(ModelIds.TITLE, ModelIds.GOALS, ModelIds.MAIN_GOAL, ModelIds.GROUND, ModelIds.INDICATOR, ModelIds.JOINED_DOSSIER);

    private final DecisionHistory history;
    private final DossierProgress processes;
    private final DossierPolicy policy;
    private final People people;

    DossierDoor(DecisionHistory history, DossierProgress processes, DossierPolicy policy, People people) {
        this.history = history;
        this.processes = processes;
        this.policy = policy;
        this.people = people;
    }

    /** None when there is no such dossier, or it isn't for this reader. */
    Optional<OpenDossier> open(String number, Reader reader) {
        if (!Dossiers.isNumber(number)) {
            return Optional.empty();
        }
        return history.dossier(number).flatMap(dossier -> {
            Progress progress = processes.of(number, VALUES, people::nameOf);
            return policy.opens(number, dossier, progress, reader)
                    ? Optional.of(new OpenDossier(number, dossier, progress)) : Optional.empty();
        });
    }
}
