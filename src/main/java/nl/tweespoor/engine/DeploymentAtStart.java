package nl.tweespoor.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Puts the models live that the program brings, once all is there that judges them and before anything works with them. Camunda's
 * own way looks only whether the program changed, and would then put all of its models over those of the organisation.
 */
@Component
@ConditionalOnProperty(name = DeploymentAtStart.ON, matchIfMissing = true)
public class DeploymentAtStart implements SmartInitializingSingleton {

    public static final String ON = "tweespoor.deploy-at-start";

    private final ProcessEngine engine;
    private final Rules rules;

    DeploymentAtStart(ProcessEngine engine, Rules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void afterSingletonsInstantiated() {
        putLive(rules.atStart());
    }

    public void putLive(ModelsAtStart models) {
        Unchecked.inCommand(engine, context -> {
            List<DeployedResource> files = models.toPutLive(new LiveFiles(context));
            if (!files.isEmpty()) {
                DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("Tweespoor");
                files.forEach(file -> deployment.addInputStream(file.baseName(), new ByteArrayInputStream(file.content())));
                deployment.deploy();
            }
            return null;
        });
    }
}
