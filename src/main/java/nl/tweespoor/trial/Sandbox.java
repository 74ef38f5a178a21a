package nl.tweespoor.trial;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.TakenFlows;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.PriorityOrdered;

/**
 * A whole Tweespoor beside the one that runs: the same rules, people and strategy as the demo, on a database of its own in memory.
 * It has no port, mails nobody and does nothing by itself.
 */
final class Sandbox implements AutoCloseable {

    private static final String[] SETTINGS = {
        "--spring.profiles.active=demo", "--tweespoor.demo.dossiers=false",
        "--spring.datasource.username=sa", "--spring.datasource.password=", "--spring.datasource.driver-class-name=org.h2.Driver",
        "--spring.datasource.hikari.maximum-pool-size=4", "--spring.datasource.hikari.minimum-idle=1",
        "--server.port=-1", "--server.address=127.0.0.1", "--management.server.port=-1",
        "--spring.mail.host=false", "--spring.main.register-shutdown-hook=false",
        "--camunda.bpm.process-engine-name=trial", "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.webapp.enabled=false",
        "--tweespoor.schedules=false", "--tweespoor.deploy-at-start=false"};

    private final TakenFlows taken = new TakenFlows();
    private final ConfigurableApplicationContext application;

    /** @param whole all files that would be live together */
    Sandbox(List<DeployedResource> whole) {
        SpringApplication tweespoor = new SpringApplication(Tweespoor.class);
        // It would begin the log of the one that runs anew, and end it.
        tweespoor.setListeners(tweespoor.getListeners().stream().filter(one -> !(one instanceof LoggingApplicationListener))
                .collect(Collectors.toList()));
        tweespoor.setLogStartupInfo(false);
        tweespoor.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("takenFlows", TakenFlows.class, () -> taken);
            beans.registerBean("proposedModels", ProposedModels.class, () -> new ProposedModels(beans, whole));
        });
        String[] settings = Arrays.copyOf(SETTINGS, SETTINGS.length + 1);
        settings[SETTINGS.length] = "--spring.datasource.url=jdbc:h2:mem:trial-" + UUID.randomUUID() + ";QUERY_CACHE_SIZE=512";
        application = tweespoor.run(settings);
    }

    /** Before what starts by the models. */
    private record ProposedModels(ApplicationContext application, List<DeployedResource> whole) implements ApplicationRunner, PriorityOrdered {

        @Override
        public void run(ApplicationArguments arguments) {
            DeploymentBuilder deployment = application.getBean(ProcessEngine.class).getRepositoryService().createDeployment().name("Proef");
            whole.forEach(file -> deployment.addInputStream(file.baseName(), new ByteArrayInputStream(file.content())));
            deployment.deploy();
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    ProcessEngine engine() {
        return application.getBean(ProcessEngine.class);
    }

    TakenFlows taken() {
        return taken;
    }

    @Override
    public void close() {
        application.close();
    }
}
