package nl.tweespoor.engine;

import java.io.InputStream;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * A process or a table in the version that was deployed; it never changes.
 *
 * @param key          its id in the model
 * @param resourceName of the file in its deployment
 */
public record ModelVersion(String key, int version, String deploymentId, String resourceName) {

    public static ModelVersion of(ResourceDefinition definition) {
        return new ModelVersion(definition.getKey(), definition.getVersion(), definition.getDeploymentId(),
                definition.getResourceName());
    }

    /** The file, also for who may not read deployments; within a command of the engine. */
    public InputStream content() {
        return DeployedForms.contentOf(deploymentId, resourceName);
    }
}
