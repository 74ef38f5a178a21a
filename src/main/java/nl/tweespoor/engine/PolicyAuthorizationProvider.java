package nl.tweespoor.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * Opens the history of a task to the groups that its model names and to whoever took it, where {@link AuthorizationPolicy}
 * opens the task. The task itself needs no authorization, see {@link OwnTaskAuthorizationManager}. The engine's own
 * provider gives more: every change of a task, also to owners, and for ever.
 */
class PolicyAuthorizationProvider extends DefaultAuthorizationProvider {

    private final Rules rules;

    PolicyAuthorizationProvider(Rules rules) {
        this.rules = rules;
    }

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(),
                array(rules.authorizations().onOwnAccount()))};
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return history(task, null, groupId, rules.authorizations().ofGroup(groupId));
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        return newAssignee == null ? null : history(task, newAssignee, null, rules.authorizations().ofAssignee(newAssignee));
    }

    /** Models name groups; whoever is made owner or candidate by hand would get past the group. */
    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
        return null;
    }

    /** Who deploys reads what the table of roles says; deleting a deployment would take its dossiers along. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    private AuthorizationEntity[] history(Task task, String user, String group, List<Permission> permissions) {
        return permissions.isEmpty() ? null : new AuthorizationEntity[] {
                createOrUpdateAuthorization(task, user, group, Resources.HISTORIC_TASK, true, HistoricTaskPermissions.READ)};
    }

    private static Permission[] array(List<Permission> permissions) {
        return permissions.toArray(Permission[]::new);
    }
}
