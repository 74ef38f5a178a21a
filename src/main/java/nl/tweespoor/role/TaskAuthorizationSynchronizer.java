package nl.tweespoor.role;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.AuthorizationPolicy;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Brings the authorizations on tasks that are open already in line: with a table that changed, and when the tasks come
 * from a time without authorizations. From then on the engine gives them with each task, as {@link AuthorizationPolicy} says.
 */
@Component
class TaskAuthorizationSynchronizer {

    private final Roles roles;
    private final AuthorizationPolicy access;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;

    TaskAuthorizationSynchronizer(Roles roles, AuthorizationPolicy access, TaskService taskService, AuthorizationService authorizationService) {
        this.roles = roles;
        this.access = access;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
    }

    void follow() {
        roles.all().forEach(role -> {
            Set<String> tasks = access.ofGroup(role.group()).isEmpty() ? new HashSet<>() : tasksOf(role.group());
            for (Authorization present : authorizationService.createAuthorizationQuery().groupIdIn(role.group())
                    .resourceType(Resources.TASK).authorizationType(Authorization.AUTH_TYPE_GRANT).list()) {
                if (!tasks.remove(present.getResourceId()) && !Authorization.ANY.equals(present.getResourceId())) {
                    authorizationService.deleteAuthorization(present.getId());
                }
            }
            tasks.forEach(task -> give(null, role.group(), task, access.ofGroup(role.group())));
        });
        taskService.createTaskQuery().taskAssigned().list().stream().filter(this::isStillClosedToAssignee)
                .forEach(task -> give(task.getAssignee(), null, task.getId(), access.ofAssignee(task.getAssignee())));
    }

    private Set<String> tasksOf(String group) {
        return taskService.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks().list().stream()
                .map(Task::getId).collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isStillClosedToAssignee(Task task) {
        return authorizationService.createAuthorizationQuery().userIdIn(task.getAssignee())
                .resourceType(Resources.TASK).resourceId(task.getId()).count() == 0;
    }

    private void give(String user, String group, String task, List<Permission> permissions) {
        if (permissions.isEmpty()) {
            return;
        }
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        grant.setGroupId(group);
        grant.setResource(Resources.TASK);
        grant.setResourceId(task);
        grant.setPermissions(permissions.toArray(Permission[]::new));
        authorizationService.saveAuthorization(grant);
    }
}
