package nl.tweespoor.yardstick;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.yardstick.GoalDossiers.Standing;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the system knows of each goal in force, as rows of a table on a form of monitoring. */
@Component
class GoalStandings implements ShownVariable {

    private static final Set<String> SHOWN_AT = Set.of("UserTask_LookAtStrategy", "UserTask_MissedLook", "UserTask_ConfirmYear");

    private final JdbcClient jdbc;
    private final StrategyPages pages;
    private final GoalDossiers dossiers;
    private final People people;

    GoalStandings(JdbcClient jdbc, StrategyPages pages, GoalDossiers dossiers, People people) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.dossiers = dossiers;
        this.people = people;
    }

    @Override
    public String name() {
        return "goalStandings";
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(SHOWN_AT.contains(task.element()) ? rows() : List.of()).toString()).create();
    }

    private List<Map<String, String>> rows() {
        return pages.newest().map(version -> {
            Map<String, List<Standing>> served = dossiers.of(jdbc.sql("select strategy from strategy_version where id = :id").param("id", version)
                    .query(String.class).single());
            return jdbc.sql("select id, title, owner from strategic_goal where version = :id order by weight desc, id").param("id", version)
                    .query((row, i) -> row(row.getString(2), row.getString(3), served.getOrDefault(
                            row.getString(1).substring(row.getString(1).indexOf('/') + 1), List.of()))).list();
        }).orElse(List.of());
    }

    private Map<String, String> row(String title, String owner, List<Standing> here) {
        return Map.of("goal", title, "owner", people.name(owner), "dossiers", String.valueOf(here.size()),
                "phases", here.stream().collect(Collectors.groupingBy(Standing::phase, java.util.TreeMap::new, Collectors.counting())).entrySet().stream()
                        .map(phase -> phase.getKey() + " (" + phase.getValue() + ")").collect(Collectors.joining(", ")),
                "measured", here.stream().map(StrategyPages::measured).filter(words -> !words.isEmpty()).collect(Collectors.joining("; ")),
                "overdue", String.valueOf(here.stream().mapToInt(one -> one.of().overdue()).sum()),
                "points", String.valueOf(here.stream().mapToInt(one -> one.of().parts()).sum()),
                "deviations", String.valueOf(here.stream().mapToInt(Standing::against).sum()));
    }
}
