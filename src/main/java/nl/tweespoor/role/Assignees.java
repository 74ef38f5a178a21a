package nl.tweespoor.role;

import java.util.List;
import java.util.Objects;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * A task goes only to someone of the groups that may do it, or to whom its model names. A decision of the board could
 * else be handed to anyone who has an account.
 */
@Component
public class Assignees {

    private final Roles roles;

    Assignees(Roles roles) {
        this.roles = roles;
    }

    public void check(DelegateTask task) {
        List<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        if (groups.isEmpty() && task.getAssignee() == null && task.getBpmnModelElementInstance() != null) {
            throw Refusal.forbidden("Deze taak is van één persoon en niet van een groep. U kunt haar niet teruggeven.");
        }
        if (!groups.isEmpty() && task.getAssignee() != null && !isNamedByModel(task) && !isIn(groups, task)) {
            throw Refusal.forbidden("Deze taak is voor " + String.join(", ", groups.stream().map(this::nameOf).toList())
                    + ". " + task.getAssignee() + " hoort daar niet bij. Kies een collega die er wel bij hoort.");
        }
    }

    private static boolean isNamedByModel(DelegateTask task) {
        Expression named = ((TaskEntity) task).getTaskDefinition().getAssigneeExpression();
        return named != null && task.getAssignee().equals(named.getValue(task));
    }

    /** Whoever takes a task brings the groups of the login. */
    private static boolean isIn(List<String> groups, DelegateTask task) {
        IdentityService identityService = task.getProcessEngineServices().getIdentityService();
        var login = identityService.getCurrentAuthentication();
        if (login != null && task.getAssignee().equals(login.getUserId()) && login.getGroupIds() != null) {
            return login.getGroupIds().stream().anyMatch(groups::contains);
        }
        return groups.stream().anyMatch(group -> identityService.createUserQuery().userId(task.getAssignee())
                .memberOfGroup(group).count() > 0);
    }

    private String nameOf(String group) {
        return roles.of(group).map(Role::name).orElse(group);
    }
}
