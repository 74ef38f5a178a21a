package nl.tweespoor.startup;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Whoever can reach Tweespoor from another machine does so over HTTPS: browsers then send the cookies over nothing
 * else. Bound to this machine only, cookies follow the connection. An explicit setting wins.
 */
public class SecureCookiePostProcessor implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Reachability.isLocal(environment)) {
            environment.getPropertySources().addLast(new MapPropertySource("https unless local", Map.of(
                    "server.servlet.session.cookie.secure", "true",
                    "camunda.bpm.webapp.csrf.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.header-security.hsts-disabled", "false")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
