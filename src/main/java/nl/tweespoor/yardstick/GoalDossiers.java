package nl.tweespoor.yardstick;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierStandings;
import nl.tweespoor.engine.DossierStandings.StandingOf;
import nl.tweespoor.overview.Phases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which dossiers serve the goals of a strategy, in all its versions, and where each stands: a handful of questions for all of them together. */
@Component
class GoalDossiers {

    private static final List<String> VALUES = List.of(ModelIds.TITLE, ModelIds.PROJECT_LEAD, ModelIds.BASELINE, ModelIds.TARGET, ModelIds.MEASURED);

    private final JdbcClient jdbc;
    private final DossierStandings standings;

    GoalDossiers(JdbcClient jdbc, DossierStandings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /** @param against how many decisions went against the advice */
    record Standing(String number, String phase, StandingOf of, int against) {

        String value(String name) {
            return of.values().getOrDefault(name, "");
        }

        boolean runs() {
            return !of.at().isEmpty();
        }
    }

    /** By the code of the goal ({@code D1}), which stays the same from version to version. */
    Map<String, List<Standing>> of(String strategy) {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        jdbc.sql("select g.goal, g.chain from register_goal g join strategic_goal s on s.id = g.goal join strategy_version v on v.id = s.version"
                + " where v.strategy = :strategy order by g.chain").param("strategy", strategy).query(row -> {
            String code = row.getString(1).substring(row.getString(1).indexOf('/') + 1);
            numbers.computeIfAbsent(code, goal -> new ArrayList<>()).add(row.getString(2));
        });
        List<String> all = numbers.values().stream().flatMap(Collection::stream).distinct().toList();
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> against = new HashMap<>();
        jdbc.sql("select chain, count(*) from register_decision where against_advice = true group by chain").query(row -> {
            against.put(row.getString(1), row.getInt(2));
        });
        Map<String, StandingOf> known = standings.of(all, Phases.TRACKS, VALUES, ModelIds.OPEN_POINT);
        Map<String, List<Standing>> byGoal = new LinkedHashMap<>();
        numbers.forEach((code, some) -> byGoal.put(code, some.stream().distinct().map(number -> new Standing(number,
                Phases.of(known.get(number).at(), known.get(number).ends()), known.get(number), against.getOrDefault(number, 0))).toList()));
        return byGoal;
    }
}
