package nl.tweespoor.engine;

import java.util.Map;
import nl.tweespoor.form.Forms;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/** The same as {@link TasksTakeAnswers}, for who completes a task by way of its form. */
class FormsTakeAnswers extends FormServiceImpl {

    private final Forms forms;

    FormsTakeAnswers(Forms forms) {
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        super.submitTaskForm(taskId, answers(taskId, properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties,
            boolean deserialize) {
        return super.submitTaskFormWithVariablesInReturn(taskId, answers(taskId, properties), deserialize);
    }

    private Map<String, Object> answers(String taskId, Map<String, Object> variables) {
        return forms.answersAmong(variables,
                getCommandExecutor().execute(new GetDeployedTaskFormCmd(taskId)));
    }
}
