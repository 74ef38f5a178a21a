package nl.tweespoor.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.util.function.SingletonSupplier;

/**
 * The tasks of one person by their groups and assignee, as {@link AuthorizationPolicy} opens these: whether a task is
 * one of them, and how a question is kept to them. It lives as long as a command.
 */
class OwnTasks {

    private static final String NONE = "-";

    private final CommandContext context;
    private final AuthorizationPolicy policy;
    private final String userId;
    private final List<String> groupIds;
    private final Supplier<Grants> grants;

    OwnTasks(CommandContext context, AuthorizationPolicy policy, String userId, List<String> groupIds) {
        this.context = context;
        this.policy = policy;
        this.userId = userId;
        this.groupIds = groupIds;
        grants = SingletonSupplier.of(() -> Grants.of(context, userId, groupIds));
    }

    /** What this person has beside own tasks. */
    Grants grants() {
        return grants.get();
    }

    boolean include(PermissionCheck check) {
        if (check.getResourceType() != Resources.TASK.resourceType() || check.getResourceId() == null) {
            return false;
        }
        TaskEntity task = context.getTaskManager().findTaskById(check.getResourceId());
        return task != null && include(task, check.getPermission());
    }

    private boolean include(TaskEntity task, Permission permission) {
        return isOfAssignee(task.getAssignee(), permission) || TaskGroups.of(task.getCandidates()).stream()
                .filter(groupIds::contains).anyMatch(group -> includes(policy.ofGroup(group), permission));
    }

    /** Whoever has or had a task reads its history; its groups do while it is open. */
    boolean includeHistoryOf(String taskId) {
        if (taskId == null) {
            return false;
        }
        TaskEntity open = context.getTaskManager().findTaskById(taskId);
        HistoricTaskInstanceEntity past = context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
        return open != null && include(open, TaskPermissions.READ)
                || past != null && isOfAssignee(past.getAssignee(), TaskPermissions.READ);
    }

    private boolean isOfAssignee(String assignee, Permission permission) {
        return userId.equals(assignee) && includes(policy.ofAssignee(userId), permission);
    }

    void restrict(TaskQueryImpl query) {
        if (query.getQueries().stream().noneMatch(OwnTasks::asksForCandidates)) {
            keepTo(query);
        } else if (!asksForGroupsOnly(query, readableGroups())) {
            // One link of a task can't be about both the candidate that is asked for and the one that may see it.
            Set<String> ids = ids(newQuery());
            if (query.getTaskIdIn() != null) {
                ids.retainAll(Arrays.asList(query.getTaskIdIn()));
            }
            query.taskIdIn(orNone(ids));
        }
    }

    void restrict(VariableInstanceQueryImpl query) {
        TaskQueryImpl tasks = newQuery();
        String[] asked = query.getTaskIds() != null ? query.getTaskIds() : query.getVariableScopeIds();
        if (asked != null) {
            tasks.taskIdIn(asked);
        }
        query.taskIdIn(orNone(ids(tasks)));
    }

    void restrict(HistoricTaskInstanceQueryImpl query) {
        HistoricTaskInstanceQueryImpl own = (HistoricTaskInstanceQueryImpl) query.or();
        own.activityInstanceIdIn(orNone(openSteps(query)));
        if (includes(policy.ofAssignee(userId), TaskPermissions.READ)) {
            own.taskAssignee(userId);
        }
        own.endOr();
    }

    /** Such as most filters do, also while one looks for something in them; then nothing else can come out. */
    private static boolean asksForGroupsOnly(TaskQueryImpl query, List<String> groups) {
        return query.getQueries().stream().filter(or -> or != query).noneMatch(OwnTasks::asksForCandidates) && query.getCandidateUser() == null && query.getInvolvedUser() == null
                && query.getCandidateGroupLike() == null && query.getCandidateGroups() != null
                && !query.getCandidateGroups().isEmpty() && groups.containsAll(query.getCandidateGroups());
    }

    private static boolean asksForCandidates(TaskQueryImpl query) {
        return query.getCandidateUser() != null || query.getCandidateGroup() != null || query.getCandidateGroupLike() != null
                || query.getCandidateGroupsInternal() != null || query.getInvolvedUser() != null
                || Boolean.TRUE.equals(query.isWithCandidateGroupsInternal())
                || Boolean.TRUE.equals(query.isWithCandidateUsers());
    }

    private void keepTo(TaskQueryImpl query) {
        List<String> groups = readableGroups();
        TaskQueryImpl own = (TaskQueryImpl) query.or();
        own.taskIdIn(orNone(new HashSet<>(grants().given(Resources.TASK, TaskPermissions.READ))));
        if (includes(policy.ofAssignee(userId), TaskPermissions.READ)) {
            own.taskAssignee(userId);
        }
        if (!groups.isEmpty()) {
            own.taskCandidateGroupIn(groups).includeAssignedTasks();
        }
        List<String> processes = grants().given(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK);
        if (!processes.isEmpty()) {
            own.processDefinitionKeyIn(processes.toArray(String[]::new));
        }
        own.endOr();
    }

    private List<String> readableGroups() {
        return groupIds.stream().filter(group -> includes(policy.ofGroup(group), TaskPermissions.READ)).toList();
    }

    private TaskQueryImpl newQuery() {
        return new TaskQueryImpl(context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    private Set<String> ids(TaskQueryImpl tasks) {
        keepTo(tasks);
        return context.runWithoutAuthorization((Callable<List<Task>>) tasks::list).stream().map(Task::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Where the open tasks of one's groups stand: the one thing by which history can be asked for several tasks. */
    private Set<String> openSteps(HistoricTaskInstanceQueryImpl asked) {
        List<String> groups = readableGroups();
        if (groups.isEmpty()) {
            return Set.of();
        }
        List<String> parameters = new ArrayList<>(groups);
        String sql = "select E.ACT_INST_ID_ from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.EXECUTION_ID_"
                + " where exists (select 1 from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ and L.TYPE_ = '"
                + IdentityLinkType.CANDIDATE + "' and L.GROUP_ID_ in ("
                + String.join(",", Collections.nCopies(groups.size(), "?")) + "))";
        if (asked.getTaskId() != null) {
            sql += " and T.ID_ = ?";
            parameters.add(asked.getTaskId());
        }
        if (asked.getProcessInstanceId() != null) {
            sql += " and T.PROC_INST_ID_ = ?";
            parameters.add(asked.getProcessInstanceId());
        }
        try (PreparedStatement select = context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            Set<String> steps = new HashSet<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    steps.add(found.getString(1));
                }
            }
            return steps;
        } catch (SQLException e) {
            throw new ProcessEngineException("Can't read the open tasks of " + groups, e);
        }
    }

    private static String[] orNone(Set<String> ids) {
        return ids.isEmpty() ? new String[] {NONE} : ids.toArray(String[]::new);
    }

    private static boolean includes(List<Permission> permissions, Permission asked) {
        int all = permissions.stream().mapToInt(Permission::getValue).reduce(0, (one, other) -> one | other);
        return (all & asked.getValue()) == asked.getValue();
    }
}
