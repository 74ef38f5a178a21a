package nl.tweespoor.role;

import java.util.List;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Opens a task to the groups that its model names and to whoever took it, as far as the table of roles lets them work
 * on tasks. The engine's own provider gives more: every change of a task, also to owners, and for ever.
 */
@Component
public class TaskGrants extends DefaultAuthorizationProvider {

    /** Take, complete, give back, hand over; not: set a variable, a date or a group. */
    static final List<Permission> OF_GROUP = List.of(TaskPermissions.READ, TaskPermissions.READ_VARIABLE,
            TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN);
    /** A task that has no group stays with its assignee. */
    static final List<Permission> OF_ASSIGNEE =
            List.of(TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK);
    /** UPDATE is what changing one's own password asks. */
    static final Permission[] ON_OWN_ACCOUNT = {Permissions.READ, Permissions.UPDATE};

    private final Roles roles;

    TaskGrants(Roles roles) {
        this.roles = roles;
    }

    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
                createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), ON_OWN_ACCOUNT)};
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return roles.of(groupId).filter(Role::worksOnOwnTasks).isEmpty() ? null
                : grants(task, null, groupId, OF_GROUP);
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            getAuthorizationManager().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), oldAssignee);
        }
        return newAssignee == null || hasOnlyGroupsThatWorkOnNothing(newAssignee) ? null
                : grants(task, newAssignee, null, OF_ASSIGNEE);
    }

    private boolean hasOnlyGroupsThatWorkOnNothing(String user) {
        // Whoever hands over a task need not see the groups of the other.
        List<Group> groups = Context.getCommandContext().runWithoutAuthorization(() -> Context
                .getProcessEngineConfiguration().getIdentityService().createGroupQuery().groupMember(user).list());
        List<Role> theirs = groups.stream().flatMap(group -> roles.of(group.getId()).stream()).toList();
        return !theirs.isEmpty() && theirs.stream().noneMatch(role -> role.worksOnOwnTasks() || role.isAdministrator());
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

    /** Who deploys reads what the table says; deleting a deployment would take its dossiers along. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    private AuthorizationEntity[] grants(Task task, String user, String group, List<Permission> permissions) {
        return new AuthorizationEntity[] {
                createOrUpdateAuthorization(task, user, group, Resources.TASK, false, permissions.toArray(Permission[]::new)),
                createOrUpdateAuthorization(task, user, group, Resources.HISTORIC_TASK, true, HistoricTaskPermissions.READ)};
    }
}
