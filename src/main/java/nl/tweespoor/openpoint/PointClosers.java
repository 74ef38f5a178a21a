package nl.tweespoor.openpoint;

import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.TaskRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Remembers who did the last step of a point, since who raised it and closed it too has nothing to hear, and who asks to let points pass. */
@Component
@Order(TaskRule.PREPARES)
class PointClosers implements TaskRule {

    @Override
    public void completes(DossierTask task, Actor actor) {
        if (Set.of(ModelIds.HANDLE, ModelIds.DECIDE).contains(task.element())) {
            task.variables().setVariable(ModelIds.CLOSED_BY, actor.userId());
        }
        if (ModelIds.SEE_TO.equals(task.element())) {
            task.variables().setVariable(ModelIds.ASKED_BY, actor.userId());
        }
    }
}
