package nl.tweespoor.erasure;

import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.TaskRule;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For whom it was decided, until what was decided is done: that follows at once, and only the task knows its groups. */
@Component
@Order(TaskRule.PREPARES)
class DeciderMemory implements TaskRule {

    /** A variable that is not stored. */
    static final String DECIDED_FOR = "erasureDecidedFor";

    @Override
    public void completes(DossierTask task, Actor actor) {
        if (ModelIds.DECIDE.equals(task.element())) {
            task.variables().setVariable(DECIDED_FOR,
                    SpinValues.jsonValue(Spin.JSON(actor.standsInFor(task)).toString(), true).create());
        }
    }
}
