package nl.tweespoor.startup;

import java.util.Map;
import nl.tweespoor.engine.DeploymentAtStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Who only asks for a command gets no server, and starts nothing that changes what is looked at, whatever is set besides. */
public class CommandEnvironment implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (CommandName.asked(environment).findAny().isPresent()) {
            environment.getPropertySources().addFirst(new MapPropertySource("command only", Map.of(
                    "server.port", "-1",
                    "management.server.port", "-1",
                    "camunda.bpm.job-execution.enabled", "false",
                    DeploymentAtStart.ON, "false",
                    ScheduleConfiguration.ON, "false")));
        }
    }
}
