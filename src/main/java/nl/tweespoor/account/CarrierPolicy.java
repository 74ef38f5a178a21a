package nl.tweespoor.account;

import java.util.Optional;
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
 * Whoever leads a project does not decide on it from above: a task with the property {@code notBy} = {@code projectLead} is
 * for someone else. Where the lead is in the group of the task, the group of {@code insteadBy} may do it too.
 */
@Component
@Order(TaskRule.REFUSES)
class CarrierPolicy implements TaskRule {

    private final Memberships memberships;

    CarrierPolicy(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> lead(task).stream().flatMap(lead -> memberships.groupsOf(lead).stream())
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
        if (lead(task).filter(lead -> lead.equals(userId)).isPresent()) {
            throw Refusal.forbidden("Wie het project leidt, beslist hier niet zelf over. Laat deze taak aan een collega.");
        }
    }

    /** Nobody where the task is for anyone, or where no person was chosen. */
    private static Optional<String> lead(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(ModelIds.PROJECT_LEAD::equals)
                .map(task.variables()::getVariable).map(String.class::cast).map(lead -> RoleHolder.of(lead).userId());
    }
}
