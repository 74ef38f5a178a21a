package nl.tweespoor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.tweespoor.engine.VersionChanges;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionOperations;

/** A dossier on each user task that there is, with all that runs beside it, goes over to a new version; then the walk goes on there. */
class EveryMove {

    private final ProcessEngine engine;
    private final VersionChanges changes;
    private final TransactionOperations transaction;
    private final String deployment;
    private final Set<String> stoodAt = new TreeSet<>();
    private final List<String> stayed = new ArrayList<>();

    /** Puts a new version of every process live. */
    EveryMove(ProcessEngine engine, VersionChanges changes, TransactionOperations transaction) throws IOException {
        this.engine = engine;
        this.changes = changes;
        this.transaction = transaction;
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        deployment = engine.getRepositoryService().createDeployment()
                .addString("read-answer.form", form("answer-reporter/read-answer").replace("Bericht over uw melding", "Ons bericht"))
                .addString("explain-change.form", form("process-change/explain-change").replace("Er is nog niets live", "Nog niets is live")).deploy().getId();
        engine.getIdentityService().clearAuthentication();
    }

    private static String form(String name) throws IOException {
        return new ClassPathResource("forms/" + name + ".form").getContentAsString(StandardCharsets.UTF_8);
    }

    void takeBack() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    void everythingMoved() {
        assertThat(stayed).isEmpty();
        assertThat(stoodAt).containsAll(everyUserTask());
    }

    /** Of each dossier with a task from which none went before, everything, to the other of the two versions. */
    void moveAllThatIsNew() {
        engine.getIdentityService().clearAuthentication();
        Map<String, List<ProcessInstance>> dossiers = engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .collect(Collectors.groupingBy(ProcessInstance::getBusinessKey));
        Map<String, List<String>> open = engine.getTaskService().createTaskQuery().list().stream().collect(Collectors.groupingBy(
                Task::getProcessInstanceId, Collectors.mapping(task -> task.getProcessDefinitionId().split(":")[0] + " " + task.getTaskDefinitionKey(),
                        Collectors.toList())));
        dossiers.values().stream().filter(all -> all.stream().anyMatch(one -> !stoodAt.containsAll(open.getOrDefault(one.getId(), List.of()))))
                .forEach(all -> all.forEach(one -> {
                    List<String> tasks = open.getOrDefault(one.getId(), List.of());
                    try {
                        move(one);
                        stoodAt.addAll(tasks);
                    } catch (RuntimeException e) {
                        stayed.add(tasks + ": " + e.getMessage());
                    }
                }));
    }

    private void move(ProcessInstance instance) {
        ProcessDefinition from = engine.getRepositoryService().getProcessDefinition(instance.getProcessDefinitionId());
        String to = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(from.getKey())
                .processDefinitionVersion(3 - from.getVersion()).singleResult().getId();
        transaction.executeWithoutResult(status -> changes.change(instance.getId(), from.getId(), to));
        engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().forEach(task ->
                assertThat(task.getProcessDefinitionId()).isEqualTo(to));
    }

    private Set<String> everyUserTask() {
        Set<String> all = new TreeSet<>();
        engine.getRepositoryService().createProcessDefinitionQuery().deploymentId(deployment).list().forEach(process ->
                engine.getRepositoryService().getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class)
                        .forEach(task -> all.add(process.getKey() + " " + task.getId())));
        return all;
    }
}
