package nl.tweespoor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * A task in its dossier.
 *
 * @param name          as people read it
 * @param element       the id of its element in the model
 * @param dossierNumber the business key; not the variable of that name, since a caller could send another one along
 * @param groups        that may do it
 * @param properties    what its model says of it in extension properties; README tells what each of them means
 * @param variables     all that the task sees
 */
public record DossierTask(String id, String name, String element, ModelVersion process, String dossierNumber,
        List<String> groups, Map<String, String> properties, VariableScope variables) {

    static DossierTask of(DelegateTask task) {
        var process = ((ExecutionEntity) task.getExecution()).getProcessDefinition();
        var activity = process.findActivity(task.getTaskDefinitionKey());
        Map<String, String> properties = activity.getProperties().get(BpmnProperties.EXTENSION_PROPERTIES);
        return new DossierTask(task.getId(), task.getName(), task.getTaskDefinitionKey(),
                ModelVersion.of(process), task.getExecution().getProcessBusinessKey(), TaskGroups.of(task.getCandidates()),
                properties == null ? Map.of() : properties, task);
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
