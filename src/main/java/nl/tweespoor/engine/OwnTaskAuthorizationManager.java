package nl.tweespoor.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Who may see and do a task stands in its groups and its assignee, so lists and checks ask those. The engine itself keeps
 * one authorization for each task and group beside them, and asks for each task of a list which of all these is about it:
 * with ten thousand open tasks that takes minutes. What was given otherwise, such as reading everything, counts as before.
 */
class OwnTaskAuthorizationManager extends AuthorizationManager {

    private static final String NONE = "-";

    private final Rules rules;
    private final Map<String, TaskGrants> grants = new HashMap<>();

    OwnTaskAuthorizationManager(Rules rules) {
        this.rules = rules;
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck check) {
        return check.isDisjunctive() && check.getAtomicChecks().stream().anyMatch(one -> isOnOwnTask(userId, groupIds, one))
                || super.isAuthorized(userId, groupIds, check);
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        return isOnOwnTask(userId, groupIds, check) || super.isAuthorized(userId, groupIds, check);
    }

    private boolean isOnOwnTask(String userId, List<String> groupIds, PermissionCheck check) {
        if (userId == null || check.getResourceType() != Resources.TASK.resourceType() || check.getResourceId() == null) {
            return false;
        }
        TaskEntity task = getTaskManager().findTaskById(check.getResourceId());
        return task != null && isOwn(task, userId, groupIds == null ? List.of() : groupIds, check.getPermission())
                && !grants(userId, groupIds).revokesAny();
    }

    private boolean isOwn(TaskEntity task, String userId, List<String> groupIds, Permission permission) {
        return userId.equals(task.getAssignee()) && includes(rules.authorizations().ofAssignee(userId), permission)
                || TaskGroups.of(task.getCandidates()).stream().filter(groupIds::contains)
                        .anyMatch(group -> includes(rules.authorizations().ofGroup(group), permission));
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (!isAuthCheckExecuted()) {
            super.configureTaskQuery(query);
            return;
        }
        Authentication me = getCurrentAuthentication();
        TaskGrants grants = grants(me.getUserId(), me.getGroupIds());
        if (grants.revokesAny()) {
            super.configureTaskQuery(query);
            return;
        }
        withoutCheck(query.getAuthCheck());
        if (!grants.giveAll(Resources.TASK, TaskPermissions.READ)
                && !grants.giveAll(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK)) {
            restrict(query, me, grants);
        }
    }

    private void restrict(TaskQueryImpl query, Authentication me, TaskGrants grants) {
        if (query.getQueries().stream().noneMatch(OwnTaskAuthorizationManager::asksForCandidates)) {
            toOwn(query, me, grants);
        } else if (!asksForGroupsOnly(query, readableBy(me))) {
            // One link of a task can't be about both the candidate that is asked for and the one that may see it.
            Set<String> ids = ownIds(newQuery(), me, grants);
            if (query.getTaskIdIn() != null) {
                ids.retainAll(Arrays.asList(query.getTaskIdIn()));
            }
            query.taskIdIn(orNone(ids));
        }
    }

    /** Such as most filters do; then nothing else can come out. */
    private static boolean asksForGroupsOnly(TaskQueryImpl query, List<String> groups) {
        return query.getQueries().size() == 1 && query.getCandidateUser() == null && query.getInvolvedUser() == null
                && query.getCandidateGroupLike() == null && query.getCandidateGroups() != null
                && !query.getCandidateGroups().isEmpty() && groups.containsAll(query.getCandidateGroups());
    }

    private List<String> readableBy(Authentication me) {
        return me.getGroupIds() == null ? List.of() : me.getGroupIds().stream()
                .filter(group -> includes(rules.authorizations().ofGroup(group), TaskPermissions.READ)).toList();
    }

    private void toOwn(TaskQueryImpl query, Authentication me, TaskGrants grants) {
        List<String> groups = readableBy(me);
        TaskQueryImpl own = (TaskQueryImpl) query.or();
        own.taskIdIn(orNone(new HashSet<>(grants.given(Resources.TASK, TaskPermissions.READ))));
        if (includes(rules.authorizations().ofAssignee(me.getUserId()), TaskPermissions.READ)) {
            own.taskAssignee(me.getUserId());
        }
        if (!groups.isEmpty()) {
            own.taskCandidateGroupIn(groups).includeAssignedTasks();
        }
        List<String> processes = grants.given(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK);
        if (!processes.isEmpty()) {
            own.processDefinitionKeyIn(processes.toArray(String[]::new));
        }
        own.endOr();
    }

    private static boolean asksForCandidates(TaskQueryImpl query) {
        return query.getCandidateUser() != null || query.getCandidateGroup() != null || query.getCandidateGroupLike() != null
                || query.getCandidateGroupsInternal() != null || query.getInvolvedUser() != null
                || Boolean.TRUE.equals(query.isWithCandidateGroupsInternal())
                || Boolean.TRUE.equals(query.isWithCandidateUsers());
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        if (!isAuthCheckExecuted()) {
            super.configureVariableInstanceQuery(query);
            return;
        }
        Authentication me = getCurrentAuthentication();
        TaskGrants grants = grants(me.getUserId(), me.getGroupIds());
        if (grants.revokesAny() || !grants.given(Resources.TASK, TaskPermissions.READ_VARIABLE).isEmpty()
                || !grants.given(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE).isEmpty()) {
            super.configureVariableInstanceQuery(query);
            return;
        }
        withoutCheck(query.getAuthCheck());
        TaskQueryImpl tasks = newQuery();
        String[] asked = query.getTaskIds() != null ? query.getTaskIds() : query.getVariableScopeIds();
        if (asked != null) {
            tasks.taskIdIn(asked);
        }
        query.taskIdIn(orNone(ownIds(tasks, me, grants)));
    }

    private TaskQueryImpl newQuery() {
        return new TaskQueryImpl(getCommandContext().getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    private Set<String> ownIds(TaskQueryImpl tasks, Authentication me, TaskGrants grants) {
        toOwn(tasks, me, grants);
        return getCommandContext().runWithoutAuthorization((Callable<List<Task>>) tasks::list).stream().map(Task::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of the one who is asking, and once: a manager lives as long as a command. */
    private TaskGrants grants(String userId, List<String> groupIds) {
        return grants.computeIfAbsent(userId, user -> TaskGrants.of(getCommandContext(), user,
                groupIds == null ? List.of() : groupIds));
    }

    private static void withoutCheck(AuthorizationCheck check) {
        check.getPermissionChecks().clear();
        check.setAuthorizationCheckEnabled(false);
        check.setAuthUserId(null);
        check.setAuthGroupIds(null);
    }

    private static String[] orNone(Set<String> ids) {
        return ids.isEmpty() ? new String[] {NONE} : ids.toArray(String[]::new);
    }

    private static boolean includes(List<Permission> permissions, Permission asked) {
        int all = permissions.stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
        return (all & asked.getValue()) == asked.getValue();
    }
}
