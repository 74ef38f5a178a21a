package nl.tweespoor.role;

import java.util.List;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.AuthorizationPolicy;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.springframework.stereotype.Component;

/** What the table of roles says of tasks: who works on own tasks takes, completes, gives back and hands over. */
@Component
class RoleAuthorizationPolicy implements AuthorizationPolicy {

    /** Take, complete, give back, hand over; not: set a variable, a date or a group. */
    private static final List<Permission> OF_GROUP = List.of(TaskPermissions.READ, TaskPermissions.READ_VARIABLE,
            TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN);
    /** A task that has no group stays with its assignee. */
    private static final List<Permission> OF_ASSIGNEE =
            List.of(TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK);
    /** UPDATE is what changing one's own password asks. */
    private static final List<Permission> ON_OWN_ACCOUNT = List.of(Permissions.READ, Permissions.UPDATE);

    private final Roles roles;
    private final RolePages pages;
    private final Memberships memberships;

    RoleAuthorizationPolicy(Roles roles, RolePages pages, Memberships memberships) {
        this.roles = roles;
        this.pages = pages;
        this.memberships = memberships;
    }

    @Override
    public List<Permission> ofGroup(String groupId) {
        return roles.of(groupId).filter(Role::worksOnOwnTasks).isPresent() ? OF_GROUP : List.of();
    }

    /** Nothing for who has only groups that work on nothing; teams and other groups say nothing about it. */
    @Override
    public List<Permission> ofAssignee(String userId) {
        return pages.giveTasksTo(memberships.groupsOf(userId)) ? OF_ASSIGNEE : List.of();
    }

    @Override
    public List<Permission> onOwnAccount() {
        return ON_OWN_ACCOUNT;
    }
}
