package nl.tweespoor.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the models live that the program brings. Camunda's own way looks only whether the program changed, and would then put all
 * of its models over those of the organisation.
 */
@Component
@Order(3)
@ConditionalOnProperty(name = DeploymentAtStartPlugin.ON, matchIfMissing = true)
public class DeploymentAtStartPlugin extends AbstractProcessEnginePlugin {

    public static final String ON = "tweespoor.deploy-at-start";

    private final Rules rules;

    DeploymentAtStartPlugin(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        Unchecked.inCommand(engine, context -> {
            List<DeployedResource> files = rules.atStart().toPutLive(new LiveFiles(context));
            if (!files.isEmpty()) {
                DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("Tweespoor");
                files.forEach(file -> deployment.addInputStream(file.baseName(), new ByteArrayInputStream(file.content())));
                deployment.deploy();
            }
            return null;
        });
    }
}
