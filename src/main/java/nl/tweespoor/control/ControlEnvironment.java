package nl.tweespoor.control;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Who only asks for the controls gets no server, and starts nothing that changes what is looked at. */
public class ControlEnvironment implements EnvironmentPostProcessor {

    /** With the id of a control, or empty for all. */
    static final String ASKED = "tweespoor.control";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(ASKED)) {
            environment.getPropertySources().addFirst(new MapPropertySource("controls only", Map.of(
                    "server.port", "-1",
                    "camunda.bpm.job-execution.enabled", "false",
                    "camunda.bpm.auto-deployment-enabled", "false")));
        }
    }
}
