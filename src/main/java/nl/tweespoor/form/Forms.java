package nl.tweespoor.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;

/**
 * The deployed form of every task and start. Works within a command of the engine, and finds a form also for who may do
 * the task but may not read deployments.
 */
@Component
public class Forms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_CAMUNDA = "camunda-forms:";
    private static final String IN_DEPLOYMENT = "deployment:";

    /** A deployed form never changes; a new version is another deployment. */
    private final Map<String, Form> parsed = new ConcurrentHashMap<>();

    /** What to store of what came in with this task; refuses what does not fit its form. */
    public Map<String, Object> accepted(TaskEntity task, Map<String, Object> submitted) {
        return of(task).accepted(submitted, name -> task.getVariableTyped(name, false), feel());
    }

    /** The same for who starts a process. */
    public Map<String, Object> accepted(ProcessDefinitionEntity start, Map<String, Object> submitted) {
        // A process that only starts on a message has no such handler.
        Form form = start.getStartFormHandler() == null ? Form.NONE : of(unchecked(new GetStartFormCmd(start.getId())));
        return form.accepted(submitted, name -> null, feel());
    }

    /** The same for what has no form. */
    public void acceptNothing(Map<String, Object> submitted) {
        Form.NONE.accepted(submitted, name -> null, feel());
    }

    public void clear(DelegateTask task) {
        of(task).clear(task);
    }

    public Form of(DelegateTask task) {
        return of(unchecked(new GetTaskFormCmd(task.getId())));
    }

    private Form of(FormData data) {
        if (data == null) {
            return Form.NONE;
        }
        CamundaFormRef reference = data.getCamundaFormRef();
        if (reference != null && reference.getKey() != null) {
            CamundaFormDefinition definition =
                    unchecked(new GetCamundaFormDefinitionCmd(reference, data.getDeploymentId()));
            if (definition == null) {
                throw new NotFoundException("No form " + reference);
            }
            return of(definition.getDeploymentId(), definition.getResourceName());
        }
        String key = data.getFormKey() == null ? "" : data.getFormKey();
        return key.startsWith(OF_CAMUNDA + IN_DEPLOYMENT)
                ? of(data.getDeploymentId(), key.substring(OF_CAMUNDA.length() + IN_DEPLOYMENT.length())) : Form.NONE;
    }

    private Form of(String deployment, String resource) {
        return parsed.computeIfAbsent(deployment + "/" + resource, key -> {
            try (InputStream json = unchecked(new GetDeploymentResourceCmd(deployment, resource))) {
                return Form.of(JSON.readTree(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <T> T unchecked(Command<T> command) {
        return Context.getCommandContext().runWithoutAuthorization(command);
    }

    private static FeelEngine feel() {
        return ((DefaultDmnEngineConfiguration) Context.getProcessEngineConfiguration().getDmnEngineConfiguration())
                .getFeelEngine();
    }
}
