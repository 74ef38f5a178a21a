package nl.tweespoor.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells every {@link OccurrenceRule} who was told that something is not for them, or that what they deployed can't go live, once all of
 * it has been undone.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final int FORBIDDEN = Refusal.forbidden("").status();

    private final Rules rules;
    private final Supplier<ProcessEngineConfigurationImpl> engine;

    RefusalInterceptor(Rules rules, Supplier<ProcessEngineConfigurationImpl> engine) {
        this.rules = rules;
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            refusalIn(e).filter(refusal -> refusal.status() == FORBIDDEN || isDeployedBySomeone(command)).ifPresent(refusal -> tell(command, refusal));
            throw e;
        }
    }

    /** Not what comes with the program: no rule can be asked about then. */
    private boolean isDeployedBySomeone(Command<?> command) {
        return command instanceof DeployCmd && engine.get().getIdentityService().getCurrentAuthentication() != null;
    }

    /** The engine wraps what a listener throws. */
    private static Optional<Refusal> refusalIn(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).filter(Refusal.class::isInstance)
                .map(Refusal.class::cast).findFirst();
    }

    private void tell(Command<?> command, Refusal refusal) {
        engine.get().getCommandExecutorTxRequiresNew().execute(context -> context.runWithoutAuthorization(() -> {
            CommandSubject subject = new CommandSubject(context, command);
            rules.onOccurrences().forEach(rule ->
                    rule.refused(rules.actor(), subject.task(), subject.dossierNumber(), refusal.getMessage()));
            return null;
        }));
    }
}
