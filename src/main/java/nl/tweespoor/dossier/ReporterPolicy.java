package nl.tweespoor.dossier;

import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
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

    ReporterPolicy(Reporters reporters) {
        this.reporters = reporters;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> isNotFor(task) && reporters.areIn(task.dossierNumber(), task.groups()))
                .map(Set::of).orElse(Set.of());
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        if (to.userId() != null) {
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

    private void check(DossierTask task, String userId) {
        if (isNotFor(task) && reporters.include(task.dossierNumber(), userId)) {
            throw Refusal.forbidden("Wie een kans heeft gemeld, beslist daar niet alleen over."
                    + " Laat deze taak aan een collega.");
        }
    }
}
