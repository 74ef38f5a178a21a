package nl.tweespoor.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.Assignment;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.StandInLookup;
import nl.tweespoor.engine.TaskRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is asked of a team is for its own people, and for who stands in for one of them: a task with the property
 * {@code ofTeam}, which names the variable with the id of the team. Where nobody of the groups of the task is in that team,
 * anyone of these groups may do it.
 */
@Component
@Order(TaskRule.REFUSES)
class TeamPolicy implements TaskRule {

    private final Memberships memberships;
    private final ObjectProvider<StandInLookup> standIns;

    TeamPolicy(Memberships memberships, ObjectProvider<StandInLookup> standIns) {
        this.memberships = memberships;
        this.standIns = standIns;
    }

    @Override
    public void assigned(DossierTask task, Assignment to) {
        if (to.userId() != null) {
            check(task, to.userId());
        }
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        check(task, actor.userId());
    }

    private void check(DossierTask task, String userId) {
        if (task.property(ModelIds.OF_TEAM).map(task.variables()::getVariable).orElse(null) instanceof String team) {
            Set<String> own = new HashSet<>(memberships.membersOf(team));
            own.retainAll(task.groups().stream().flatMap(group -> memberships.membersOf(group).stream()).toList());
            List<String> represented = standIns.getObject().representedBy(userId, task.groups());
            if (!own.isEmpty() && !own.contains(userId) && represented.stream().noneMatch(own::contains)) {
                throw Refusal.forbidden("Dit wordt gevraagd aan mensen van het team zelf. Laat deze taak aan een collega van dat team.");
            }
        }
    }
}
