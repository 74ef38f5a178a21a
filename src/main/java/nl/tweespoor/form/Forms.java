package nl.tweespoor.form;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** Holds every task and start against its deployed form, however it is completed. */
@Component
public class Forms {

    public void accept(DelegateTask task) {
        of(task).accept(task, feel());
    }

    public void acceptStart(DelegateExecution start) {
        new Form(start.getProcessEngineServices().getFormService()
                .getDeployedStartForm(start.getProcessDefinitionId())).accept(start, feel());
    }

    public void clear(DelegateTask task) {
        of(task).clear(task);
    }

    public Form of(DelegateTask task) {
        return new Form(task.getProcessEngineServices().getFormService().getDeployedTaskForm(task.getId()));
    }

    public Map<String, Object> answersAmong(Map<String, Object> submitted, InputStream form) {
        return new Form(form).answersAmong(submitted);
    }

    private static FeelEngine feel() {
        return ((DefaultDmnEngineConfiguration) Context.getProcessEngineConfiguration().getDmnEngineConfiguration())
                .getFeelEngine();
    }
}
