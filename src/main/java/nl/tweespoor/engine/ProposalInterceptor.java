package nl.tweespoor.engine;

import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Takes in as a proposal what was not to go live at once. Who sent it gets an answer like that to any deployment, with its number. */
class ProposalInterceptor extends CommandInterceptor {

    private final Rules rules;
    private final Supplier<ProcessEngineConfigurationImpl> engine;

    ProposalInterceptor(Rules rules, Supplier<ProcessEngineConfigurationImpl> engine) {
        this.rules = rules;
        this.engine = engine;
    }

    /** The command can only be one that deploys, and its answer is a deployment. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (Proposed proposed) {
            return (T) answer(proposed, engine.get().getCommandExecutorTxRequiresNew().execute(context ->
                    context.runWithoutAuthorization(() -> rules.proposals().propose(proposed.by(), proposed.name(), proposed.files()))));
        }
    }

    private static DeploymentEntity answer(Proposed proposed, String number) {
        DeploymentEntity answer = new DeploymentEntity();
        answer.setId(number);
        answer.setName(proposed.name());
        answer.setDeploymentTime(new Date(ClockUtil.getCurrentTime().getTime()));
        return answer;
    }
}
