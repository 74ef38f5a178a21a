package nl.tweespoor.engine;

import java.util.List;
import java.util.Objects;
import nl.tweespoor.dossier.Reporters;
import nl.tweespoor.handover.Heads;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Who may take and complete a task, beyond its group: never both heads of a dossier, with the property {@code notBy} =
 * {@code reporter} nobody who reported it, and with {@code onlyBy} nobody but the person in that variable.
 */
@Component
class WhoMayAct {

    private final Heads heads;
    private final Reporters reporters;

    WhoMayAct(Heads heads, Reporters reporters) {
        this.heads = heads;
        this.reporters = reporters;
    }

    /** Where a reporter is in the group of the task, the group of {@code insteadBy} may do it too: nobody waits for ever. */
    void widen(DelegateTask task) {
        String instead = ModelProperty.of(task, "insteadBy");
        if (instead != null && reporters.areIn(dossierOf(task), groupsOf(task))) {
            task.addCandidateGroup(instead);
        }
    }

    /** @param userId null when the task is to be of nobody again */
    void check(DelegateTask task, String userId) {
        checkPerson(task, userId);
        if (userId != null) {
            heads.check(task, userId);
            checkReporter(task, userId);
        }
    }

    /** Checks too, and remembers that this person acted. */
    void act(DelegateTask task, String userId) {
        checkPerson(task, userId);
        checkReporter(task, userId);
        heads.act(task, userId);
    }

    private static void checkPerson(DelegateTask task, String userId) {
        String variable = ModelProperty.of(task, "onlyBy");
        if (variable != null && !Objects.equals(task.getVariable(variable), userId)) {
            throw Refusal.forbidden("Deze taak is persoonlijk. Niemand anders kan hem overnemen of afronden.");
        }
    }

    private void checkReporter(DelegateTask task, String userId) {
        if (ModelProperty.of(task, "notBy") != null && reporters.include(dossierOf(task), userId)) {
            throw Refusal.forbidden("Wie een kans heeft gemeld, beslist daar niet alleen over."
                    + " Laat deze taak aan een collega.");
        }
    }

    private static String dossierOf(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private static List<String> groupsOf(DelegateTask task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }
}
