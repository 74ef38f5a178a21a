package nl.tweespoor.role;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A task goes only to someone of the groups that may do it, or to whom its model names. A decision of the board could
 * else be handed to anyone who has an account. With the property {@code onlyBy} it is for the one person in that variable.
 */
@Component
@Order(TaskRule.ACTORS)
class TaskActorPolicy implements TaskRule {

    private final Roles roles;
    private final CurrentUser currentUser;
    private final Memberships memberships;

    TaskActorPolicy(Roles roles, CurrentUser currentUser, Memberships memberships) {
        this.roles = roles;
        this.currentUser = currentUser;
        this.memberships = memberships;
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        if (task.groups().isEmpty() && to.userId() == null) {
            throw Refusal.forbidden("Deze taak is van één persoon en niet van een groep. U kunt haar niet teruggeven.");
        }
        if (!task.groups().isEmpty() && to.userId() != null && !to.byModel()
                && groupsOf(to.userId()).stream().noneMatch(task.groups()::contains)) {
            throw Refusal.forbidden("Deze taak is voor " + String.join(", ", task.groups().stream().map(this::nameOf).toList())
                    + ". " + to.userId() + " hoort daar niet bij. Kies een collega die er wel bij hoort.");
        }
        checkPerson(task, to.userId());
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        checkPerson(task, actor.userId());
    }

    private static void checkPerson(DossierTask task, String userId) {
        Optional<String> variable = task.property(ModelIds.ONLY_BY);
        if (variable.isPresent() && !Objects.equals(task.variables().getVariable(variable.get()), userId)) {
            throw Refusal.forbidden("Deze taak is persoonlijk. Niemand anders kan hem overnemen of afronden.");
        }
    }

    /** Whoever takes a task brings the groups of the login. */
    private List<String> groupsOf(String userId) {
        return currentUser.id().filter(userId::equals).isPresent() ? currentUser.groups() : memberships.groupsOf(userId);
    }

    private String nameOf(String group) {
        return roles.of(group).map(Role::name).orElse(group);
    }
}
