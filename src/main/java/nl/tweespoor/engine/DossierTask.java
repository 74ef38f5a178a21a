package nl.tweespoor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A task in its dossier.
 *
 * @param name          as people read it
 * @param element       the id of its element in the model
 * @param processInstance the id of the run of the process
 * @param dossierNumber the business key; not the variable of that name, since a caller could send another one along
 * @param groups        that may do it
 * @param assignee      the id of the user who has it; null for nobody
 * @param personal      whether the model names a person beside the groups
 * @param named         gives the id of the person whom the model names beside the groups
 * @param properties    what its model says of it in extension properties; README tells what each of them means
 * @param variables     all that the task sees
 */
public record DossierTask(String id, String name, String element, ModelVersion process, String processInstance,
        String dossierNumber, List<String> groups, String assignee, boolean personal, Supplier<Optional<String>> named, Map<String, String> properties,
        VariableScope variables) {

    static DossierTask of(DelegateTask task) {
        var process = ((ExecutionEntity) task.getExecution()).getProcessDefinition();
        var activity = process.findActivity(task.getTaskDefinitionKey());
        Map<String, String> properties = activity.getProperties().get(BpmnProperties.EXTENSION_PROPERTIES);
        return new DossierTask(task.getId(), task.getName(), task.getTaskDefinitionKey(),
                ModelVersion.of(process), task.getProcessInstanceId(), task.getExecution().getProcessBusinessKey(),
                TaskGroups.of(task.getCandidates()), task.getAssignee(),
                ((TaskEntity) task).getTaskDefinition().getAssigneeExpression() != null, () -> named(task), properties == null ? Map.of() : properties, task);
    }

    private static Optional<String> named(DelegateTask task) {
        return Optional.ofNullable(((TaskEntity) task).getTaskDefinition().getAssigneeExpression())
                .map(person -> (String) person.getValue(task));
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
