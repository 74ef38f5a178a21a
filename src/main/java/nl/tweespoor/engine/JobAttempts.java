package nl.tweespoor.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/** How often the engine still tries what fails. */
@Component
public class JobAttempts {

    /** Whether what runs now is not tried again when it fails; then it says how it ends instead of waiting for ever. */
    public boolean isLast() {
        JobEntity running = Context.getCommandContext().getCurrentJob();
        return running != null && running.getRetries() <= 1;
    }
}
