package nl.tweespoor.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Tells every {@link TaskRule} what happens to a task. */
class TaskRuleListener implements TaskListener {

    private final Rules rules;

    TaskRuleListener(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getEventName() == null) {
            // The engine names none when the execution has gone since it read the task.
            throw Refusal.conflict("Een collega was u net voor. Ververs uw lijst en kijk wat er nu staat.");
        }
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> appears(task);
            case EVENTNAME_ASSIGNMENT -> {
                DossierTask ours = DossierTask.of(task);
                Assignment to = new Assignment(task.getAssignee(), !ours.groups().isEmpty() && isNamedByModel(ours, task));
                if (!to.byModel()) {
                    // Before the task is written: whoever completes it has the turn first, and then writes it. The other way
                    // round the two would wait for each other.
                    rules.turns().await(task.getId());
                }
                rules.onTasks().forEach(rule -> rule.assigned(ours, to));
            }
            case EVENTNAME_COMPLETE -> {
                DossierTask ours = DossierTask.of(task);
                Actor actor = rules.actor()
                        .orElseThrow(() -> Refusal.forbidden("Log in om deze taak af te ronden."));
                rules.onTasks().forEach(rule -> rule.completes(ours, actor));
            }
            default -> { }
        }
    }

    private void appears(DelegateTask task) {
        DossierTask ofModel = DossierTask.of(task);
        rules.onTasks().forEach(rule -> rule.alsoOpenTo(ofModel).forEach(task::addCandidateGroup));
        DossierTask ours = DossierTask.of(task);
        rules.onTasks().forEach(rule -> rule.appears(ours));
    }

    private static boolean isNamedByModel(DossierTask ours, DelegateTask task) {
        return task.getAssignee() != null && ours.named().get().filter(task.getAssignee()::equals).isPresent();
    }
}
