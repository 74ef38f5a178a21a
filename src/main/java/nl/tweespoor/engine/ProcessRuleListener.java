package nl.tweespoor.engine;

import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Tells every {@link ProcessRule} what happens to a process; without authorizations of the person who is the cause, as
 * the engine does with listeners of tasks.
 */
class ProcessRuleListener {

    private final Rules rules;

    ProcessRuleListener(Rules rules) {
        this.rules = rules;
    }

    ExecutionListener onStart() {
        return execution -> tell(execution, ProcessRule::starts);
    }

    ExecutionListener onEndEvent() {
        return execution -> tell(execution, (rule, process) -> rule.reaches(process, execution.getCurrentActivityId()));
    }

    ExecutionListener onEnd() {
        return execution -> tell(execution, ProcessRule::ends);
    }

    private void tell(DelegateExecution execution, BiConsumer<ProcessRule, DossierProcess> moment) {
        DossierProcess process = DossierProcess.of(execution);
        Context.getCommandContext().runWithoutAuthorization(() -> {
            rules.onProcesses().forEach(rule -> moment.accept(rule, process));
            return null;
        });
    }

    /** For a process that people don't start and no message starts: it is a part of another. */
    static void refuseOnItsOwn(DelegateExecution execution) {
        if (((ExecutionEntity) execution).getSuperExecution() == null) {
            throw Refusal.forbidden("Dit deelproces begint alleen vanuit een dossier.");
        }
    }
}
