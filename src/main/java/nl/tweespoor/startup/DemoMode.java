package nl.tweespoor.startup;

import java.util.Arrays;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this is the demo, with accounts whose password anyone knows. It is when the profile {@code demo} was asked
 * for by name, or when nothing was asked for at all and Tweespoor runs on embedded H2, reachable from this machine only.
 */
@Component
public class DemoMode {

    private final boolean on;

    DemoMode(Environment environment) {
        boolean askedByName = Arrays.asList(environment.getActiveProfiles()).contains("demo");
        boolean nothingAsked = environment.getActiveProfiles().length == 0;
        on = askedByName || nothingAsked && isEmbedded(environment) && Reachability.isLocal(environment);
    }

    public boolean isOn() {
        return on;
    }

    private static boolean isEmbedded(Environment environment) {
        return environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:file:");
    }
}
