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
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody accepts a point of their own: a task with the property {@code notBy} = {@code pointOwner} is for someone else than the
 * person who raised it, and than the one who was chosen to do it; with {@code pointsAsked} that holds for each point that is
 * decided on, and for who asks. Where one of these is in the group of the task, the group of {@code insteadBy} may do it too.
 */
@Component
@Order(TaskRule.REFUSES)
class PointOwnerPolicy implements TaskRule {

    private static final Set<String> NOT_BY = Set.of(ModelIds.OWNER, ModelIds.ASKED);

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
            throw Refusal.forbidden("Wie een punt meldde, er eigenaar van is of vraagt om door te gaan, beslist er niet zelf over. Laat deze taak aan een collega.");
        }
    }

    private static boolean isNotFor(DossierTask task) {
        return task.property(ModelIds.NOT_BY).filter(NOT_BY::contains).isPresent();
    }

    private static Set<String> own(DossierTask task) {
        return (task.property(ModelIds.NOT_BY).filter(ModelIds.ASKED::equals).isPresent() ? asked(task) : Stream.concat(
                person(task.variables().getVariable(ModelIds.OWNER)), user(task.variables().getVariable(ModelIds.RAISED_BY))))
                .collect(Collectors.toSet());
    }

    private static Stream<String> asked(DossierTask task) {
        Stream<String> ofPoints = ((SpinJsonNode) task.variables().getVariable(ModelIds.ASKED)).elements().stream().flatMap(point -> Stream.concat(
                person(point.prop(ModelIds.ITS_OWNER).stringValue()), user(point.prop(ModelIds.ITS_RAISER).stringValue())));
        return Stream.concat(ofPoints, Stream.concat(person(task.variables().getVariable(ModelIds.SEEN_TO_BY)),
                user(task.variables().getVariable(ModelIds.ASKED_BY))));
    }

    private static Stream<String> person(Object holder) {
        return holder instanceof String written ? Stream.ofNullable(RoleHolder.of(written).userId()) : Stream.of();
    }

    private static Stream<String> user(Object userId) {
        return userId instanceof String id ? Stream.of(id) : Stream.of();
    }
}
