package nl.tweespoor.rollout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.openpoint.OpenPoint;
import nl.tweespoor.openpoint.OpenPoints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** How far each team of a dossier is: a team that works with it stays live, whatever becomes of the plan. */
@Component("teamStandings")
public class TeamStandings implements ShownVariable {

    private final DossierParts parts;
    private final OpenPoints points;

    TeamStandings(DossierParts parts, OpenPoints points) {
        this.parts = parts;
        this.points = points;
    }

    /** What a team knew last, in the order in which teams came up. A process that only told it of a change knows less. */
    private Collection<Map<String, String>> teams(String dossier) {
        Map<String, Map<String, String>> teams = new LinkedHashMap<>();
        parts.of(dossier, ModelIds.ROLL_OUT_TEAM).forEach(part -> {
            Map<String, String> team = teams.computeIfAbsent(part.values().get(ModelIds.TEAM), id -> new LinkedHashMap<>());
            boolean started = part.passed().contains(ModelIds.TEAM_STARTED);
            if (started || !team.containsKey(ModelIds.TEAM_STARTED)) {
                team.putAll(part.values());
            }
            if (started) {
                team.put(ModelIds.TEAM_STARTED, part.values().getOrDefault(ModelIds.LIVE_ON, ""));
            }
        });
        return teams.values();
    }

    public boolean isLive(DelegateExecution execution, String team) {
        return live(execution).contains(team);
    }

    /** Who leads this team: as was chosen last, and before anyone was chosen every leader. */
    public String leader(DelegateExecution execution, String team) {
        return teams(execution.getProcessBusinessKey()).stream().filter(known -> team.equals(known.get(ModelIds.TEAM)))
                .map(known -> known.get(ModelIds.TEAM_LEADER)).filter(Objects::nonNull).findFirst().orElse(Group.LINE_MANAGER.id());
    }

    /** The teams that work with it, to be told what changes, and those of the plan. */
    public List<String> withPlanned(DelegateExecution execution) {
        Set<String> teams = new LinkedHashSet<>(live(execution));
        ((SpinJsonNode) execution.getVariable(ModelIds.PLANNED)).elements().forEach(team -> teams.add(team.stringValue()));
        return new ArrayList<>(teams);
    }

    private List<String> live(DelegateExecution execution) {
        return teams(execution.getProcessBusinessKey()).stream().filter(team -> team.containsKey(ModelIds.TEAM_STARTED))
                .map(team -> team.get(ModelIds.TEAM)).toList();
    }

    /** Of the team where the smallest part works with it, from 0 to 1; null before any was measured. */
    public Double lowestUse(DelegateExecution execution) {
        return teams(execution.getProcessBusinessKey()).stream().map(TeamStandings::use).filter(Objects::nonNull)
                .min(Double::compare).orElse(null);
    }

    private static Double use(Map<String, String> team) {
        return team.get(ModelIds.USERS) == null ? null
                : Double.parseDouble(team.get(ModelIds.USERS)) / Double.parseDouble(team.get(ModelIds.SIZE));
    }

    /** As rows of a table on a form. */
    @Override
    public String name() {
        return "teamStandings";
    }

    @Override
    public TypedValue of(DossierTask task) {
        Map<String, Long> open = points.of(task.dossierNumber()).stream().filter(OpenPoint::isOpen)
                .collect(Collectors.groupingBy(OpenPoint::team, Collectors.counting()));
        return SpinValues.jsonValue(Spin.JSON(teams(task.dossierNumber()).stream()
                .map(team -> row(team, open.getOrDefault(team.get(ModelIds.TEAM), 0L))).toList()).toString()).create();
    }

    private static Map<String, String> row(Map<String, String> team, long openPoints) {
        String size = team.get(ModelIds.SIZE);
        return Map.of("team", team.getOrDefault(ModelIds.TEAM_NAME, ""), "trained", share(team.get(ModelIds.TRAINED), size),
                "started", Optional.ofNullable(team.get(ModelIds.TEAM_STARTED)).map(TeamStandings::day).orElse("Nog niet"),
                "use", share(team.get(ModelIds.USERS), size),
                "points", openPoints == 0 ? "Geen" : String.valueOf(openPoints));
    }

    private static String share(String part, String size) {
        return part == null ? "" : part + " van " + size;
    }

    private static String day(String liveOn) {
        return liveOn.isEmpty() ? "Ja" : DutchTime.written(DutchTime.day(liveOn));
    }
}
