package nl.tweespoor.hardening;

import java.util.Set;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.DirectFieldAccessor;

/** What the engine lets anyone do, or whoever may hand over a task: commenting, and opening a task to other groups. */
class CommentAndLinkInterceptor extends CommandInterceptor {

    /** To whom a task goes is held against its groups elsewhere, and an owner may do nothing. */
    private static final Set<String> LINKS_THAT_OPEN_NOTHING = Set.of(IdentityLinkType.ASSIGNEE, IdentityLinkType.OWNER);

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AddCommentCmd || command instanceof AbstractAddIdentityLinkCmd
                || command instanceof DeleteIdentityLinkCmd) {
            return next.execute(context -> {
                if (isByHand(context)) {
                    check(command, context);
                }
                return command.execute(context);
            });
        }
        return next.execute(command);
    }

    private static boolean isByHand(CommandContext context) {
        return context.isAuthorizationCheckEnabled() && context.getAuthenticatedUserId() != null;
    }

    private static void check(Command<?> command, CommandContext context) {
        DirectFieldAccessor said = new DirectFieldAccessor(command);
        if (command instanceof AddCommentCmd) {
            checkComment((String) said.getPropertyValue("taskId"), (String) said.getPropertyValue("processInstanceId"),
                    context);
        } else if (!LINKS_THAT_OPEN_NOTHING.contains(said.getPropertyValue("type"))) {
            throw Refusal.forbidden("Welke groep een taak doet, staat in het procesmodel. Dat verandert u niet per taak.");
        }
    }

    private static void checkComment(String taskId, String processInstanceId, CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || processInstanceId != null && !processInstanceId.equals(task.getProcessInstanceId())) {
            throw Refusal.forbidden("U geeft een opmerking bij een taak die u mag doen.");
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
    }
}
