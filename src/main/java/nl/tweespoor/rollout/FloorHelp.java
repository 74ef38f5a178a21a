package nl.tweespoor.rollout;

import nl.tweespoor.account.Helper;
import nl.tweespoor.account.People;
import nl.tweespoor.openpoint.Points;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Help on the floor that a team was promised. What does not come is a point of the project lead, before the new way is secured. */
@Component("floorHelp")
public class FloorHelp {

    private final TeamPlans plans;
    private final People people;
    private final Points points;

    FloorHelp(TeamPlans plans, People people, Points points) {
        this.plans = plans;
        this.people = people;
        this.points = points;
    }

    /** Who helps, as people read it; null for nobody. */
    public String name(DelegateExecution team) {
        String by = planned(team, ModelIds.HELP_BY);
        return by == null ? null : Helper.of(team, by).map(Helper::written).orElseGet(() -> people.name(by));
    }

    /** The last day, as forms write a day: of someone from outside the one that was agreed on for the dossier. Null for no help. */
    public String until(DelegateExecution team) {
        String by = planned(team, ModelIds.HELP_BY);
        return by == null ? null : Helper.of(team, by).map(helper -> helper.until().toString())
                .orElseGet(() -> planned(team, ModelIds.HELP_UNTIL));
    }

    /** Who agrees with the team on it: whoever helps, or for someone without an account the project lead. */
    public String reader(DelegateExecution team) {
        String by = (String) team.getVariable(ModelIds.HELP_BY);
        return Helper.of(team, by).isPresent() ? (String) team.getVariable(ModelIds.PROJECT_LEAD) : by;
    }

    /**
     * The point of help that can't come.
     *
     * @param by until when, as forms write a day
     */
    public SpinJsonNode refused(DelegateExecution help, String by) {
        return point(help, " kan niet komen. " + help.getVariable(ModelIds.CANNOT_REASON), by);
    }

    /** The point of help that did not come, or too little of it. */
    public SpinJsonNode missing(DelegateExecution help, String by) {
        return point(help, (ModelIds.HELP_PARTLY.equals(help.getVariable(ModelIds.HELP_OUTCOME)) ? " was er maar deels. " : " was er niet. ")
                + help.getVariable(ModelIds.HELP_STORY), by);
    }

    private SpinJsonNode point(DelegateExecution help, String what, String by) {
        return points.made("improvement", "Hulp op de vloer in " + help.getVariable(ModelIds.TEAM_NAME) + ": "
                + help.getVariable(ModelIds.HELP_NAME) + what, (String) help.getVariable(ModelIds.PROJECT_LEAD), by);
    }

    private String planned(DelegateExecution team, String what) {
        return plans.planned(team, (String) team.getVariable(ModelIds.TEAM), what);
    }
}
