package nl.tweespoor.role;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/** Turns a row of the table of roles into the authorizations of the engine, all but those on single tasks. */
class RoleAuthorizations {

    private final Map<Resource, Map<String, Set<Permission>>> grants = new LinkedHashMap<>();

    private RoleAuthorizations() {
    }

    static List<Grant> of(Role role) {
        RoleAuthorizations grants = new RoleAuthorizations();
        grants.let(Resources.GROUP, role.group(), Permissions.READ);
        role.applications().forEach(name -> grants.let(Resources.APPLICATION, name, Permissions.ACCESS));
        role.processes().forEach(grants::letStart);
        if (role.seesDiagrams()) {
            grants.let(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        }
        if (role.readsModels()) {
            grants.letReadModels();
        }
        if (role.readsEverything()) {
            grants.letReadEverything();
        }
        if (role.mayDeploy()) {
            grants.let(Resources.DEPLOYMENT, ANY, Permissions.CREATE);
        }
        if (role.isAdministrator()) {
            Stream.of(Resources.values()).forEach(resource -> grants.let(resource, ANY, Permissions.ALL));
        }
        return grants.toList();
    }

    private void letStart(String process) {
        let(Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE);
        let(Resources.PROCESS_DEFINITION, Role.EVERYTHING.equals(process) ? ANY : process,
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE);
    }

    private void letReadModels() {
        let(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ);
        let(Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        let(Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
        let(Resources.DEPLOYMENT, ANY, Permissions.READ);
    }

    private void letReadEverything() {
        letReadModels();
        let(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE, ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
        let(Resources.DECISION_DEFINITION, ANY, Permissions.READ_HISTORY);
        let(Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.READ);
        let(Resources.HISTORIC_PROCESS_INSTANCE, ANY, HistoricProcessInstancePermissions.READ);
        let(Resources.TASK, ANY, Permissions.READ);
        let(Resources.HISTORIC_TASK, ANY, HistoricTaskPermissions.READ);
        let(Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY);
        let(Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
        let(Resources.SYSTEM, ANY, SystemPermissions.READ);
        for (Resources resource : List.of(Resources.USER, Resources.GROUP, Resources.AUTHORIZATION, Resources.FILTER,
                Resources.TENANT)) {
            let(resource, ANY, Permissions.READ);
        }
    }

    private void let(Resource resource, String id, Permission... permissions) {
        grants.computeIfAbsent(resource, any -> new LinkedHashMap<>()).computeIfAbsent(id, any -> new LinkedHashSet<>())
                .addAll(List.of(permissions));
    }

    private List<Grant> toList() {
        return grants.entrySet().stream().flatMap(kind -> kind.getValue().entrySet().stream().map(one ->
                new Grant(kind.getKey(), one.getKey(), one.getValue().toArray(Permission[]::new)))).toList();
    }
}
