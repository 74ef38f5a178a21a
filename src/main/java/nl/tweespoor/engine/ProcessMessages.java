package nl.tweespoor.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Brings a message to a process that waits for it, for someone whom the engine itself lets do nothing to a process: whoever calls decides who may. */
@Component
public class ProcessMessages {

    private final ProcessEngine engine;

    ProcessMessages(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @return false when nothing with this number waits for it */
    public boolean bring(String message, String number, Map<String, Object> variables) {
        return Unchecked.inCommand(engine, context -> !engine.getRuntimeService().createMessageCorrelation(message)
                .processInstanceBusinessKey(number).setVariables(variables).correlateAllWithResult().isEmpty());
    }
}
