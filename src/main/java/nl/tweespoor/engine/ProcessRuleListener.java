package nl.tweespoor.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Tells every {@link ProcessRule} what happens to a process. */
class ProcessRuleListener {

    private final Rules rules;

    ProcessRuleListener(Rules rules) {
        this.rules = rules;
    }

    ExecutionListener onStart() {
        return execution -> rules.onProcesses().forEach(rule -> rule.starts(DossierProcess.of(execution)));
    }

    ExecutionListener onEndEvent() {
        return execution -> rules.onProcesses().forEach(rule ->
                rule.reaches(DossierProcess.of(execution), execution.getCurrentActivityId()));
    }

    ExecutionListener onEnd() {
        return execution -> rules.onProcesses().forEach(rule -> rule.ends(DossierProcess.of(execution)));
    }

    /** For a process that people don't start and no message starts: it is a part of another. */
    static void refuseOnItsOwn(DelegateExecution execution) {
        if (((ExecutionEntity) execution).getSuperExecution() == null) {
            throw Refusal.forbidden("Dit deelproces begint alleen vanuit een dossier.");
        }
    }
}
