package nl.tweespoor.hardening;

import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses a start with instructions, and so a restart too: whoever may report an opportunity could otherwise begin at
 * the hand-over, past everything that must be decided before it.
 */
class StartInstructionInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw Refusal.forbidden("Een proces begint bij het begin, niet halverwege.");
        }
        return next.execute(command);
    }
}
