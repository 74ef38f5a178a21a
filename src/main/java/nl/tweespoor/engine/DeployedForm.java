package nl.tweespoor.engine;

import java.io.InputStream;

/** A form as it was deployed. It never changes; a new version is another deployment. */
public record DeployedForm(String deploymentId, String resourceName) {

    /** Its JSON, also for who may do the task but may not read deployments; within a command of the engine. */
    public InputStream content() {
        return DeployedForms.contentOf(this);
    }
}
