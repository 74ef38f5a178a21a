package nl.tweespoor.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Whoever can reach Tweespoor from another machine does so over HTTPS: browsers then send the cookies over nothing
 * else. Bound to this machine only, cookies follow the connection. An explicit setting wins.
 */
public class HttpsUnlessLocal implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isLocal(environment)) {
            environment.getPropertySources().addLast(new MapPropertySource("https unless local", Map.of(
                    "server.servlet.session.cookie.secure", "true",
                    "camunda.bpm.webapp.csrf.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
                    "camunda.bpm.webapp.header-security.hsts-disabled", "false")));
        }
    }

    /** Whether only this machine can reach the server: an empty address means every machine can, and so does a proxy. */
    public static boolean isLocal(Environment environment) {
        String address = environment.getProperty("server.address", "");
        boolean behindProxy = !"none".equalsIgnoreCase(
                environment.getProperty("server.forward-headers-strategy", "none"));
        try {
            return !behindProxy && !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
