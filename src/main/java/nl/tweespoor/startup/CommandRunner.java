package nl.tweespoor.startup;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Does the command that was asked for and stops, before anything of an ordinary start is done. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandRunner implements ApplicationRunner {

    private static final int NOT_DONE = 2;

    private final List<Command> commands;
    private final ApplicationContext application;

    CommandRunner(List<Command> commands, ApplicationContext application) {
        this.commands = commands;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<CommandName> asked = CommandName.asked(application.getEnvironment()).toList();
        if (!asked.isEmpty()) {
            int status = run(asked, System.out);
            System.exit(SpringApplication.exit(application, () -> status));
        }
    }

    private int run(List<CommandName> asked, PrintStream says) {
        if (asked.size() > 1) {
            says.println("Tweespoor kan één ding tegelijk. U vroeg om " + asked.stream().map(name -> "--" + name.option())
                    .collect(Collectors.joining(" en ")) + ".");
            return NOT_DONE;
        }
        CommandName name = asked.get(0);
        Environment environment = application.getEnvironment();
        return commands.stream().filter(command -> command.name() == name).findFirst().orElseThrow()
                .run(environment.getProperty(name.option()), says);
    }
}
