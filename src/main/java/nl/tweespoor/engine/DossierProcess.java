package nl.tweespoor.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * One run of a process.
 *
 * @param model     that it runs on
 * @param isPart    whether another process called it
 * @param asked     gives the form that whoever starts this process fills in; none when only a message starts it
 * @param number    gives the business key as it is at that moment: a dossier gets it while it starts
 */
public record DossierProcess(String instanceId, ModelVersion model, boolean isPart, Supplier<Optional<DeployedForm>> asked,
        Supplier<String> number, VariableScope variables) {

    static DossierProcess of(DelegateExecution execution) {
        ExecutionEntity process = ((ExecutionEntity) execution).getProcessInstance();
        return new DossierProcess(process.getId(), ModelVersion.of(process.getProcessDefinition()),
                process.getSuperExecutionId() != null, () -> DeployedForms.ofStart(process.getProcessDefinition()),
                process::getProcessBusinessKey, execution);
    }

    /** The id of the process in its model. */
    public String key() {
        return model.key();
    }

    /** The business key; null before a dossier has its number. */
    public String dossierNumber() {
        return number.get();
    }
}
