package nl.tweespoor.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Where a process stands when something happens there that is nobody's task: a table, a message, a timer.
 *
 * @param element the id of the element in the model
 * @param name    as people read it
 */
public record DossierStep(ModelVersion process, String element, String name, String dossierNumber) {

    /** Of no element of it in particular. */
    public static DossierStep of(DossierProcess process) {
        return new DossierStep(process.model(), null, null, process.dossierNumber());
    }

    public static DossierStep of(DelegateExecution execution) {
        return new DossierStep(ModelVersion.of(((ExecutionEntity) execution).getProcessDefinition()),
                execution.getCurrentActivityId(), execution.getCurrentActivityName(), execution.getProcessBusinessKey());
    }
}
