package nl.tweespoor.rollout;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Helper;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.openpoint.Points;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What was planned for each team: how many will work with it, and who of them is trained by whom and when, and who helps them. */
@Component("teamPlans")
public class TeamPlans implements ShownVariable {

    private final DossierParts parts;
    private final TeamStandings standings;
    private final People people;
    private final Points points;

    TeamPlans(DossierParts parts, TeamStandings standings, People people, Points points) {
        this.parts = parts;
        this.standings = standings;
        this.people = people;
        this.points = points;
    }

    /** The teams of the plan that don't work with it yet: for these someone must say how they are trained. */
    public List<String> toPlan(DelegateExecution planning) {
        return ((SpinJsonNode) planning.getVariable(ModelIds.PLANNED)).elements().stream().map(SpinJsonNode::stringValue)
                .filter(team -> !standings.isLive(planning, team)).toList();
    }

    /** What the newest plan says of this team under this name; null for nothing. */
    public String planned(DelegateExecution execution, String team, String what) {
        return newest(execution.getProcessBusinessKey()).stream().filter(plan -> team.equals(plan.get(ModelIds.TEAM)))
                .map(plan -> plan.get(what)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** How many people will work with it in all teams of the plan; null when that isn't known of each. */
    public Integer people(DelegateExecution execution) {
        List<String> sizes = ((SpinJsonNode) execution.getVariable(ModelIds.PLANNED)).elements().stream()
                .map(team -> planned(execution, team.stringValue(), ModelIds.SIZE)).collect(Collectors.toList());
        return sizes.contains(null) ? null : Integer.valueOf(sizes.stream().mapToInt(Integer::parseInt).sum());
    }

    /** How many teams of the plan get help on the floor. */
    public long helped(DelegateExecution execution) {
        return ((SpinJsonNode) execution.getVariable(ModelIds.PLANNED)).elements().stream()
                .filter(team -> ModelIds.NEEDED.equals(planned(execution, team.stringValue(), ModelIds.HELP_CHOICE))).count();
    }

    /** Whether this is one of the strategies that were chosen; none is where that step was skipped. */
    public boolean chose(DelegateExecution execution, String strategy) {
        return execution.getVariable(ModelIds.STRATEGIES) instanceof SpinJsonNode chosen
                && chosen.elements().stream().anyMatch(one -> strategy.equals(one.stringValue()));
    }

    /**
     * When fewer were trained than planned, the point that this becomes: of whoever sees to the training, before the new way is secured.
     *
     * @param by until when, as forms write a day
     */
    public SpinJsonNode untrained(DelegateExecution start, String by) {
        String planned = (String) start.getVariable(ModelIds.TRAINING_COUNT);
        // Nobody counted where the Head of Implementation let a team start that was never called ready.
        String trained = Objects.requireNonNullElse((String) start.getVariable(ModelIds.TRAINED), "0");
        return planned == null || Integer.parseInt(trained) >= Integer.parseInt(planned) ? points.none()
                : points.made("precondition", "Training van " + start.getVariable(ModelIds.TEAM_NAME) + ": " + trained + " van de " + planned
                        + " mensen zijn getraind. "
                        + Objects.requireNonNullElse(start.getVariable(ModelIds.WHO_TRAINED), "Niemand heeft geteld."), (String) start.getVariable(ModelIds.TRAINING_BY), by);
    }

    /**
     * The point of a training that can't be given before its team starts: of the project lead.
     *
     * @param by until when, as forms write a day
     */
    public SpinJsonNode notTrained(DelegateExecution training, String by) {
        return points.made("precondition", "Training van " + training.getVariable(ModelIds.TEAM_NAME) + " lukt niet voor de start. "
                + training.getVariable(ModelIds.NOT_TRAINED_REASON), (String) training.getVariable(ModelIds.PROJECT_LEAD), by);
    }

    /** By team, the newest only. */
    private Collection<Map<String, String>> newest(String dossier) {
        Map<String, Map<String, String>> plans = new LinkedHashMap<>();
        parts.known(dossier, ModelIds.TEAM_PLAN).forEach(plan -> plans.put(plan.values().get(ModelIds.TEAM), plan.values()));
        return plans.values();
    }

    @Override
    public String name() {
        return "teamPlans";
    }

    /** As rows of a table on a form, of the teams in the plan. */
    @Override
    public TypedValue of(DossierTask task) {
        Set<String> teams = new HashSet<>();
        if (task.variables().getVariable(ModelIds.PLANNED) instanceof SpinJsonNode planned) {
            planned.elements().forEach(team -> teams.add(team.stringValue()));
        }
        return SpinValues.jsonValue(Spin.JSON(newest(task.dossierNumber()).stream().filter(plan -> teams.contains(plan.get(ModelIds.TEAM)))
                .map(plan -> row(plan, task)).toList()).toString()).create();
    }

    private Map<String, String> row(Map<String, String> plan, DossierTask task) {
        String count = plan.get(ModelIds.TRAINING_COUNT);
        String by = plan.get(ModelIds.TRAINING_BY);
        String date = plan.get(ModelIds.TRAINING_DATE);
        return Map.of("team", plan.getOrDefault(ModelIds.TEAM_NAME, ""), "size", plan.getOrDefault(ModelIds.SIZE, ""),
                "training", count == null ? "Niet nodig" : count + " mensen: " + plan.get(ModelIds.TRAINING_WHO),
                "by", by == null ? "" : people.name(by), "date", date == null ? "" : DutchTime.written(DutchTime.day(date)),
                "help", help(plan, task));
    }

    /** Who helps on the floor, and until when. */
    private String help(Map<String, String> plan, DossierTask task) {
        String by = plan.get(ModelIds.HELP_BY);
        return by == null ? "Niet nodig" : Helper.of(task.variables(), by).map(Helper::written).orElseGet(() -> people.name(by) + ", tot en met "
                + DutchTime.written(DutchTime.day(plan.get(ModelIds.HELP_UNTIL))));
    }
}
