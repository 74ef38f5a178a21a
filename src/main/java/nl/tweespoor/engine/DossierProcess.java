package nl.tweespoor.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * One run of a process.
 *
 * @param key           the id of the process in its model
 * @param dossierNumber the business key; null before a dossier has its number
 */
public record DossierProcess(String instanceId, String key, String dossierNumber, VariableScope variables) {

    static DossierProcess of(DelegateExecution execution) {
        return new DossierProcess(execution.getProcessInstanceId(),
                ((ExecutionEntity) execution).getProcessDefinition().getKey(), execution.getProcessBusinessKey(), execution);
    }
}
