package nl.tweespoor.engine;

import java.io.InputStream;

/**
 * A form as it was deployed. It never changes; a new version is another deployment.
 *
 * @param name the id of the form, or the name of its file
 */
public record DeployedForm(String deploymentId, String name, Kind kind) {

    /** By what a form is found in its deployment; its id is looked up when the form is read for the first time. */
    public enum Kind { ID, FILE }

    /** Its JSON, also for who may do the task but may not read deployments; within a command of the engine. */
    public InputStream content() {
        return DeployedForms.contentOf(this);
    }
}
