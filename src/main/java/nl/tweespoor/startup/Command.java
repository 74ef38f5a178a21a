package nl.tweespoor.startup;

import java.io.PrintStream;

/**
 * What an administrator asks for instead of starting Tweespoor: it is done before anything of an ordinary start, without a
 * port, without jobs, schedules and deployments, and then everything stops. Each {@link CommandName} has one bean of this type.
 */
public interface Command {

    CommandName name();

    /**
     * Does it now. Tweespoor itself may run meanwhile.
     *
     * @param value what stands behind the option; empty when nothing does
     * @param says  what the administrator reads, in Dutch
     * @return the status to stop with; 0 when all is well
     */
    int run(String value, PrintStream says);
}
