package nl.tweespoor.engine;

import java.util.Map;
import nl.tweespoor.form.Forms;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** Completes a task with answers to its form only: a caller could else bring an advice or a decision of its own. */
class TasksTakeAnswers extends TaskServiceImpl {

    private final Forms forms;

    TasksTakeAnswers(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        super.complete(taskId, answers(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables,
            boolean deserialize) {
        return super.completeWithVariablesInReturn(taskId, answers(taskId, variables), deserialize);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        super.resolveTask(taskId, answers(taskId, variables));
    }

    private Map<String, Object> answers(String taskId, Map<String, Object> variables) {
        return forms.answersAmong(variables,
                getCommandExecutor().execute(new GetDeployedTaskFormCmd(taskId)));
    }
}
