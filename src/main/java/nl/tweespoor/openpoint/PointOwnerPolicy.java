package nl.tweespoor.openpoint;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.RoleHolder;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody accepts a point of their own: a task with the property {@code notBy} = {@code pointOwner} is for someone else than the
 * person who raised it, and than the one who was chosen to do it. Where one of these is in the group of the task, the group of
 * {@code insteadBy} may do it too.
 */
@Component
@Order(TaskRule.REFUSES)
class PointOwnerPolicy implements TaskRule {

    private final Memberships memberships;

    PointOwnerPolicy(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Set<String> alsoOpenTo(DossierTask task) {
        return task.property(ModelIds.INSTEAD_BY).filter(group -> isNotFor(task) && own(task).stream()
                .anyMatch(person -> memberships.groupsOf(person).stream().anyMatch(task.groups()::contains))).map(Set::of).orElse(Set.of());
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
        if (userId != null && isNotFor(task) && own(task).contains(userId)) {
            throw Refusal.forbidden("Wie een punt meldde of er eigenaar van is, beslist er niet zelf over. Laat deze taak aan een collega.");
        }
    }

    private static boolean isNotFor(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(ModelIds.OWNER::equals).isPresent();
    }

    private static Set<String> own(DossierTask task) {
        Stream<String> owner = task.variables().getVariable(ModelIds.OWNER) instanceof String holder
                ? Stream.ofNullable(RoleHolder.of(holder).userId()) : Stream.of();
        Stream<String> raiser = task.variables().getVariable(ModelIds.RAISED_BY) instanceof String userId ? Stream.of(userId) : Stream.of();
        return Stream.concat(owner, raiser).collect(Collectors.toSet());
    }
}
