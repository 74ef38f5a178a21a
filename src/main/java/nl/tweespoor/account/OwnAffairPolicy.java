package nl.tweespoor.account;

import java.util.Map;
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
 * Nobody decides on what they asked for, or on the project that they lead: a task with the property {@code notBy} =
 * {@code requestedBy} or {@code projectLead} is for someone else. Where that person is in the group of the task, the group of
 * {@code insteadBy} may do it too.
 */
@Component
@Order(TaskRule.REFUSES)
class OwnAffairPolicy implements TaskRule {

    private static final Map<String, String> NOT_BY = Map.of(
            ModelIds.REQUESTED_BY, "Wie hierom vroeg, beslist er niet zelf over. Laat deze taak aan een collega.",
            ModelIds.PROJECT_LEAD, "Wie het project leidt, beslist hier niet zelf over. Laat deze taak aan een collega.");

    private final Memberships memberships;

    OwnAffairPolicy(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> concerned(task).stream().flatMap(person -> memberships.groupsOf(person).stream())
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
        if (concerned(task).filter(person -> person.equals(userId)).isPresent()) {
            throw Refusal.forbidden(task.property(ModelIds.NOT_BY).map(NOT_BY::get).orElseThrow());
        }
    }

    /** Nobody where the task is for anyone, or where a group leads and no person. */
    private static Optional<String> concerned(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(NOT_BY::containsKey).flatMap(name -> Optional.ofNullable(task.variables().getVariable(name))
                .map(String.class::cast).map(known -> ModelIds.PROJECT_LEAD.equals(name) ? RoleHolder.of(known).userId() : known));
    }
}
