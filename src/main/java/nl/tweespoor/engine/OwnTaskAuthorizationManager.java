package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.HistoricIdentityLinkLogQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may see and do a task stands in its groups and its assignee, so lists and checks ask those. The engine itself keeps
 * authorizations for each task and group beside them, and asks for each task of a list which of all these is about it:
 * with ten thousand open tasks that takes minutes. What was given otherwise, such as reading everything, counts as before.
 */
class OwnTaskAuthorizationManager extends AuthorizationManager {

    private final Rules rules;
    private final Map<List<Object>, OwnTasks> known = new HashMap<>();

    OwnTaskAuthorizationManager(Rules rules) {
        this.rules = rules;
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        return isAuthorized(userId, groupIds, createCompositePermissionCheck(check));
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck checks) {
        if (userId == null || !isAuthorizationEnabled() || checks.getAllPermissionChecks().isEmpty()
                || own(userId, groupIds).grants().revokeAny()
                || !checks.getAllPermissionChecks().stream().allMatch(this::isResourceValidForPermission)) {
            return super.isAuthorized(userId, groupIds, checks);
        }
        OwnTasks own = own(userId, groupIds);
        return checks.isDisjunctive() && checks.getAtomicChecks().stream().anyMatch(own::include)
                || own.grants().allow(checks);
    }

    /** The engine drops the groups for which no authorization exists, for which it reads the whole table. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? EMPTY_LIST : new ArrayList<>(groupIds);
    }

    @Override
    protected boolean isRevokeAuthCheckEnabled(String userId, List<String> groupIds) {
        return own(userId, groupIds).grants().revokeAny();
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (!isAuthCheckExecuted() || mine().grants().revokeAny()) {
            super.configureTaskQuery(query);
            return;
        }
        withoutCheck(query.getAuthCheck());
        Grants grants = mine().grants();
        if (!grants.giveAll(Resources.TASK, TaskPermissions.READ)
                && !grants.giveAll(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK)) {
            mine().restrict(query);
        }
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        if (!isAuthCheckExecuted() || mine().grants().revokeAny()
                || mine().grants().gives(Resources.TASK, TaskPermissions.READ_VARIABLE)
                || mine().grants().gives(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE)) {
            super.configureVariableInstanceQuery(query);
            return;
        }
        withoutCheck(query.getAuthCheck());
        mine().restrict(query);
    }

    @Override
    public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
        if (!isAuthCheckExecuted() || historyWasGiven()) {
            super.configureHistoricTaskInstanceQuery(query);
            return;
        }
        withoutCheck(query.getAuthCheck());
        mine().restrict(query);
    }

    @Override
    public void configureUserOperationLogQuery(UserOperationLogQueryImpl query) {
        String taskId = (String) new DirectFieldAccessor(query).getPropertyValue("taskId");
        if (isAuthCheckExecuted() && !historyWasGiven() && mine().includeHistoryOf(taskId)) {
            withoutCheck(query.getAuthCheck());
        } else {
            super.configureUserOperationLogQuery(query);
        }
    }

    @Override
    public void configureHistoricIdentityLinkQuery(HistoricIdentityLinkLogQueryImpl query) {
        if (isAuthCheckExecuted() && !historyWasGiven() && mine().includeHistoryOf(query.getTaskId())) {
            withoutCheck(query.getAuthCheck());
        } else {
            super.configureHistoricIdentityLinkQuery(query);
        }
    }

    /** Whoever was given some history, or has something revoked, reads what the engine itself makes of that. */
    private boolean historyWasGiven() {
        Grants grants = mine().grants();
        return grants.revokeAny() || grants.gives(Resources.HISTORIC_TASK, HistoricTaskPermissions.READ)
                || grants.gives(Resources.HISTORIC_PROCESS_INSTANCE, HistoricProcessInstancePermissions.READ)
                || grants.gives(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_HISTORY);
    }

    private OwnTasks mine() {
        Authentication me = getCurrentAuthentication();
        return own(me.getUserId(), me.getGroupIds());
    }

    /** Once: a manager lives as long as a command. */
    private OwnTasks own(String userId, List<String> groupIds) {
        List<String> groups = groupIds == null ? List.of() : groupIds;
        return known.computeIfAbsent(List.of(userId, groups), any ->
                new OwnTasks(getCommandContext(), rules.authorizations(), userId, groups));
    }

    private static void withoutCheck(AuthorizationCheck check) {
        check.getPermissionChecks().clear();
        check.setAuthorizationCheckEnabled(false);
        check.setAuthUserId(null);
        check.setAuthGroupIds(null);
    }
}
