package nl.tweespoor.dossier;

import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whoever reported a dossier does not decide on it alone: a task with the property {@code notBy} is for someone else.
 * Where a reporter is in the group of the task, the group of {@code insteadBy} may do it too: nobody waits for ever.
 */
@Component
@Order(TaskRule.REFUSES)
class ReporterPolicy implements TaskRule {

    private final Reporters reporters;
    private final CurrentUser currentUser;

    ReporterPolicy(Reporters reporters, CurrentUser currentUser) {
        this.reporters = reporters;
        this.currentUser = currentUser;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> isNotFor(task) && reporters.areIn(task.dossierNumber(), task.groups()))
                .map(Set::of).orElse(Set.of());
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        if (to.userId() != null && !wouldTell(task, to.userId())) {
            check(task, to.userId());
        }
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        check(task, actor.userId());
    }

    private static boolean isNotFor(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(ModelIds.REPORTER::equals).isPresent();
    }

    /** Whoever hands a task to one colleague after the other would learn from the refusal who reported, and kept the name back. */
    private boolean wouldTell(DossierTask task, String userId) {
        return currentUser.id().filter(other -> !other.equals(userId)).isPresent() && reporters.keptBack(task.dossierNumber()).contains(userId);
    }

    private void check(DossierTask task, String userId) {
        if (isNotFor(task) && reporters.include(task.dossierNumber(), userId)) {
            throw Refusal.forbidden("Wie een kans heeft gemeld, beslist daar niet alleen over."
                    + " Laat deze taak aan een collega.");
        }
    }
}
