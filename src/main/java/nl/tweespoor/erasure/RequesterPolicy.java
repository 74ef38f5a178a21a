package nl.tweespoor.erasure;

import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody erases alone: a task with the property {@code notBy} = {@code requestedBy} is for someone else than who asked. Where
 * that person is in the group of the task, the group of {@code insteadBy} may do it too.
 */
@Component
@Order(TaskRule.REFUSES)
class RequesterPolicy implements TaskRule {

    private final Memberships memberships;

    RequesterPolicy(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> isNotFor(task) && memberships.groupsOf(requester(task)).stream()
                .anyMatch(task.groups()::contains)).map(Set::of).orElse(Set.of());
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        check(task, to.userId());
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        check(task, actor.userId());
    }

    private static void check(DossierTask task, String userId) {
        if (isNotFor(task) && requester(task).equals(userId)) {
            throw Refusal.forbidden("Wie vraagt om te wissen, beslist daar niet zelf over. Laat deze taak aan een collega.");
        }
    }

    private static boolean isNotFor(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(ModelIds.REQUESTED_BY::equals).isPresent();
    }

    private static String requester(DossierTask task) {
        return (String) task.variables().getVariable(ModelIds.REQUESTED_BY);
    }
}
