package nl.tweespoor.role;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A task goes only to someone of the groups that may do it, or to whom its model names. A decision of the board could
 * else be handed to anyone who has an account. Where the model names one of a group it is theirs for as long as they are
 * there. With the property {@code onlyBy} it is for the one person in that variable.
 */
@Component
@Order(TaskRule.ACTORS)
class TaskActorPolicy implements TaskRule {

    private final Roles roles;
    private final CurrentUser currentUser;
    private final Memberships memberships;
    private final Names names;
    private final People people;

    TaskActorPolicy(Roles roles, CurrentUser currentUser, Memberships memberships, Names names, People people) {
        this.roles = roles;
        this.currentUser = currentUser;
        this.memberships = memberships;
        this.names = names;
        this.people = people;
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
        chosen(task).filter(person -> !person.equals(to.userId())).ifPresent(this::refuse);
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        checkPerson(task, actor.userId());
        if (task.personal() && !task.groups().isEmpty() && task.assignee() != null && !task.assignee().equals(actor.userId())) {
            refuse(task.assignee());
        }
    }

    /** Whom the model names beside the groups; nobody who is not in one of these, since then the task would be stuck. */
    private Optional<String> chosen(DossierTask task) {
        return task.groups().isEmpty() ? Optional.empty()
                : task.named().get().filter(person -> memberships.groupsOf(person).stream().anyMatch(task.groups()::contains));
    }

    private void refuse(String chosen) {
        String name = names.of(chosen, people::nameOf);
        throw Refusal.forbidden("Deze taak is van " + name + ". Zolang " + name + " er is, kan niemand anders de taak overnemen of afronden.");
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
