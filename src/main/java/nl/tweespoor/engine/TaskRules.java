package nl.tweespoor.engine;

import nl.tweespoor.decision.Decisions;
import nl.tweespoor.form.Forms;
import nl.tweespoor.refusal.Refusal;
import nl.tweespoor.role.Assignees;
import nl.tweespoor.tasklist.Columns;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What holds for every task, whichever model it stands in and however it is reached. */
@Component
class TaskRules implements TaskListener {

    private final Forms forms;
    private final WhoMayAct whoMayAct;
    private final Decisions decisions;
    private final Assignees assignees;
    private final Columns columns;

    TaskRules(Forms forms, WhoMayAct whoMayAct, Decisions decisions, Assignees assignees, Columns columns) {
        this.forms = forms;
        this.whoMayAct = whoMayAct;
        this.decisions = decisions;
        this.assignees = assignees;
        this.columns = columns;
    }

    @Override
    public void notify(DelegateTask task) {
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> prepare(task);
            case EVENTNAME_ASSIGNMENT -> {
                assignees.check(task);
                whoMayAct.check(task, task.getAssignee());
            }
            case EVENTNAME_COMPLETE -> complete(task);
            default -> { }
        }
    }

    private void prepare(DelegateTask task) {
        whoMayAct.widen(task);
        columns.fill(task);
        decisions.show(task);
        if ("true".equals(ModelProperty.of(task, "startsEmpty"))) {
            forms.clear(task);
        } else if (ModelProperty.of(task, "outcome") != null) {
            decisions.forget(task, ModelProperty.of(task, "outcome"), ModelProperty.of(task, "reason"));
        }
    }

    private void complete(DelegateTask task) {
        String userId = currentUser(task);
        whoMayAct.act(task, userId);
        if (ModelProperty.of(task, "outcome") != null) {
            decisions.record(task, ModelProperty.of(task, "outcome"), ModelProperty.of(task, "reason"), userId);
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
}
