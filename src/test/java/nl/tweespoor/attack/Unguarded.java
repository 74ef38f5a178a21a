package nl.tweespoor.attack;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a test a plain Camunda as it comes, with nothing of ours, to show on it that the attack works. One for all
 * tests; it stops with the virtual machine.
 */
class Unguarded implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext test) {
        Effect.forget();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Target.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Running.TARGET;
    }

    /** Starts when the first test asks for it. */
    private static class Running {

        static final Target TARGET = start();

        private static Target start() {
            ConfigurableApplicationContext application = new SpringApplicationBuilder(Plain.class).run(
                    "--spring.config.name=unguarded", "--server.port=0", "--server.address=127.0.0.1",
                    "--spring.main.banner-mode=off",
                    "--spring.datasource.url=jdbc:h2:mem:unguarded", "--camunda.bpm.job-execution.enabled=false",
                    "--camunda.bpm.process-engine-name=unguarded",
                    "--spring.autoconfigure.exclude="
                            + "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration,"
                            + "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration,"
                            + "org.springframework.boot.actuate.autoconfigure.security.servlet"
                            + ".ManagementWebSecurityAutoConfiguration");
            return new Target(((ServletWebServerApplicationContext) application).getWebServer().getPort(),
                    application.getBean(ProcessEngine.class), null);
        }
    }

    @EnableAutoConfiguration
    static class Plain {
    }
}
