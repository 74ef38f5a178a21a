package nl.tweespoor.engine;

import nl.tweespoor.decision.Decisions;
import nl.tweespoor.form.Forms;
import nl.tweespoor.handover.Heads;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** What holds for every task, whichever model it stands in and however it is reached. */
@Component
class TaskRules implements TaskListener {

    private final Forms forms;
    private final Heads heads;
    private final Decisions decisions;

    TaskRules(Forms forms, Heads heads, Decisions decisions) {
        this.forms = forms;
        this.heads = heads;
        this.decisions = decisions;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> prepare(task);
            case EVENTNAME_ASSIGNMENT -> {
                if (task.getAssignee() != null) {
                    heads.check(task, task.getAssignee());
                }
            }
            case EVENTNAME_COMPLETE -> complete(task);
            default -> { }
        }
    }

    private void prepare(DelegateTask task) {
        decisions.show(task);
        if ("true".equals(property(task, "startsEmpty"))) {
            forms.clear(task);
        } else if (property(task, "outcome") != null) {
            decisions.forget(task, property(task, "outcome"), property(task, "reason"));
        }
    }

    private void complete(DelegateTask task) {
        String userId = currentUser(task);
        heads.act(task, userId);
        if (property(task, "outcome") != null) {
            decisions.record(task, property(task, "outcome"), property(task, "reason"), userId);
        }
    }

    /** Invariant 10 of the domain: who decided comes from the login. */
    private static String currentUser(DelegateTask task) {
        var authentication = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw Refusal.forbidden("Log in om deze taak af te ronden.");
        }
        return authentication.getUserId();
    }

    private static String property(DelegateTask task, String name) {
        UserTask element = task.getBpmnModelElementInstance();
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
    }
}
