package nl.tweespoor.role;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;

/** What a group finds when it tries something: a process with a task of its own, one of another group, and so on. */
class World {

    private static final String REPORT = """
            {"title":{"value":"Matrix"},"problem":{"value":"Rondes wekken mensen."},"forWhom":{"value":"Bewoners"},\
            "source":{"value":"workFloor"}}""";

    private final ProcessEngine engine;
    private final Map<String, String> names = new HashMap<>();

    World(ProcessEngine engine, String group) {
        this.engine = engine;
        String me = group.equals(Groups.CAMUNDA_ADMIN) ? "admin" : group;
        String otherGroup = group.equals("board") ? "finance" : "board";
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("matrix")
                .latestVersion().singleResult().getId();
        Map<String, Object> variables = Variables.putValue("group", group).putValue("other", otherGroup)
                .putValue("secret", "not for everyone");
        String ended = start(definition, "I-2026-9998", variables);
        engine.getRuntimeService().deleteProcessInstance(ended, "has ended");
        String instance = start(definition, "I-2026-9999", variables);
        names.putAll(Map.of("group", group, "me", me, "colleague", group + "-colleague", "member", otherGroup,
                "stranger", "stranger", "definition", definition, "instance", instance, "ended", ended, "report", REPORT));
        names.put("own", task(instance, "Own"));
        names.put("other", task(instance, "Other"));
        names.put("waiting", engine.getRuntimeService().createExecutionQuery().processInstanceId(instance)
                .messageEventSubscriptionName("MatrixMessage").singleResult().getId());
        names.put("job", engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId());
        names.put("incident", engine.getRuntimeService().createIncident("matrix", names.get("waiting"), "x").getId());
        names.put("comment", engine.getTaskService().createComment(names.get("other"), instance, "x").getId());
        names.put("attachment", engine.getTaskService().createAttachment("text/plain", names.get("other"), instance, "x",
                "x", new ByteArrayInputStream(new byte[] {1})).getId());
        names.put("filter", engine.getFilterService().createFilterQuery().filterName("Mijn taken").singleResult().getId());
        names.put("deployed", engine.getRepositoryService().createDeploymentQuery().deploymentName("matrix").list().get(0)
                .getId());
        names.put("removable", engine.getRepositoryService().createDeployment().name("removable")
                .addString("matrix.txt", "x").deploy().getId());
        names.put("authorization", engine.getAuthorizationService().createAuthorizationQuery().groupIdIn(group).list()
                .get(0).getId());
        names.put("operation", operation());
    }

    /** As the engine starts a process by itself: no person may bring variables that no form asks. */
    private String start(String definition, String number, Map<String, Object> variables) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> engine.getRuntimeService().startProcessInstanceById(definition, number, variables).getId());
    }

    private String task(String instance, String step) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).taskDefinitionKey(step)
                .list().stream().map(Task::getId).findFirst().orElseThrow();
    }

    /** Only what someone does who has logged in, is in the log. */
    private String operation() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
        engine.getTaskService().setPriority(names.get("other"), 60);
        engine.getIdentityService().clearAuthentication();
        return engine.getHistoryService().createUserOperationLogQuery().taskId(names.get("other")).list().get(0)
                .getOperationId();
    }

    String name(String text) {
        if (text.contains("{taken}")) {
            engine.getTaskService().setAssignee(names.get("own"), names.get("me"));
        }
        String named = text.replace("{taken}", names.get("own"));
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace("{" + name.getKey() + "}", name.getValue());
        }
        return named;
    }

    /** The other way round; what has no name here is called what it is. */
    String nameOf(String id) {
        return names.entrySet().stream().filter(name -> name.getValue().equals(id)).map(name -> "{" + name.getKey() + "}")
                .sorted().findFirst().orElse(id);
    }

    /** Leaves nothing behind, whatever became of it. */
    void end() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(running ->
                engine.getRuntimeService().deleteProcessInstance(running.getId(), "end of test", true, true, true));
        engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("matrix").list().forEach(old ->
                engine.getHistoryService().deleteHistoricProcessInstance(old.getId()));
        engine.getManagementService().createBatchQuery().list().forEach(batch ->
                engine.getManagementService().deleteBatch(batch.getId(), true));
        engine.getTaskService().createTaskQuery().list().forEach(task -> engine.getTaskService().deleteTask(task.getId(), true));
        engine.getRepositoryService().createDeploymentQuery().list().stream()
                .filter(deployment -> List.of("removable", "by hand").contains(deployment.getName()))
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        engine.getFilterService().createFilterQuery().filterName("matrix").list().forEach(filter ->
                engine.getFilterService().deleteFilter(filter.getId()));
        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(names.get("me")).resourceType(0).list()
                .forEach(given -> engine.getAuthorizationService().deleteAuthorization(given.getId()));
        engine.getIdentityService().deleteUser("matrix-user");
        engine.getIdentityService().deleteGroup("matrix-group");
        engine.getIdentityService().deleteTenant("matrix-tenant");
    }
}
