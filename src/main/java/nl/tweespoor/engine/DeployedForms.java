package nl.tweespoor.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceNamesCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;

/**
 * Finds the Camunda Form of a task or a start, in the version that belongs to it. Works within a command of the engine,
 * and finds a form also for who may do the task but may not read deployments.
 */
public final class DeployedForms {

    private static final String OF_CAMUNDA = "camunda-forms:";
    private static final String IN_DEPLOYMENT = "deployment:";
    private static final String IN_ONE_DEPLOYMENT = "deployment";
    private static final String EXTENSION = ".form";

    private DeployedForms() {
    }

    public static Optional<DeployedForm> ofTask(DossierTask task) {
        return of(unchecked(new GetTaskFormCmd(task.id())));
    }

    /** By the id of the form or the name of its file; none when it isn't there any more. */
    @SuppressWarnings("unchecked")
    public static Optional<DeployedForm> of(String deploymentId, String name) {
        List<String> resources = unchecked(new GetDeploymentResourceNamesCmd(deploymentId));
        return resources.stream()
                .filter(resource -> List.of(name, name + EXTENSION).contains(resource.substring(resource.lastIndexOf('/') + 1)))
                .findFirst().map(resource -> new DeployedForm(deploymentId, resource, DeployedForm.Kind.FILE));
    }

    static Optional<DeployedForm> ofStart(ProcessDefinitionEntity process) {
        // A process that only starts on a message has no such handler.
        return process.getStartFormHandler() == null ? Optional.empty() : of(unchecked(new GetStartFormCmd(process.getId())));
    }

    static InputStream contentOf(DeployedForm form) {
        DeployedForm file = form.kind() == DeployedForm.Kind.FILE ? form
                : file(new CamundaFormRefImpl(form.name(), IN_ONE_DEPLOYMENT), form.deploymentId());
        return contentOf(file.deploymentId(), file.name());
    }

    static InputStream contentOf(String deploymentId, String resourceName) {
        return unchecked(new GetDeploymentResourceCmd(deploymentId, resourceName));
    }

    private static Optional<DeployedForm> of(FormData data) {
        if (data == null) {
            return Optional.empty();
        }
        CamundaFormRef reference = data.getCamundaFormRef();
        if (reference != null && reference.getKey() != null) {
            return Optional.of(IN_ONE_DEPLOYMENT.equals(reference.getBinding())
                    ? new DeployedForm(data.getDeploymentId(), reference.getKey(), DeployedForm.Kind.ID)
                    : file(reference, data.getDeploymentId()));
        }
        String key = data.getFormKey() == null ? "" : data.getFormKey();
        return key.startsWith(OF_CAMUNDA + IN_DEPLOYMENT) ? Optional.of(new DeployedForm(data.getDeploymentId(),
                key.substring(OF_CAMUNDA.length() + IN_DEPLOYMENT.length()), DeployedForm.Kind.FILE)) : Optional.empty();
    }

    private static DeployedForm file(CamundaFormRef reference, String deploymentId) {
        CamundaFormDefinition definition = unchecked(new GetCamundaFormDefinitionCmd(reference, deploymentId));
        if (definition == null) {
            throw new NotFoundException("No form " + reference);
        }
        return new DeployedForm(definition.getDeploymentId(), definition.getResourceName(), DeployedForm.Kind.FILE);
    }

    private static <T> T unchecked(Command<T> command) {
        return Context.getCommandContext().runWithoutAuthorization(command);
    }
}
