package nl.tweespoor.engine;

import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What Tweespoor itself asks of the engine, in one command: nobody's authorizations are checked. */
final class Unchecked {

    private Unchecked() {
    }

    static <T> T inCommand(ProcessEngine engine, Function<CommandContext, T> question) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> question.apply(context)));
    }
}
