package nl.tweespoor.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a version of the strategy changed in the goals of the one before it. A new strategy keeps none of them. */
@Component
class GoalChanges {

    private final JdbcClient jdbc;

    GoalChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Version(String id, String strategy) {
    }

    private record Goal(String code, String title, String forWhom, String indicator, String direction, String baseline, String target, String deadline) {

        String changedTo(Goal now) {
            Map<String, String[]> parts = new LinkedHashMap<>();
            parts.put("de naam", new String[] {title, now.title});
            parts.put("voor wie", new String[] {forWhom, now.forWhom});
            parts.put("wat we meten", new String[] {indicator, now.indicator});
            parts.put("de richting", new String[] {direction, now.direction});
            parts.put("de beginwaarde", new String[] {baseline, now.baseline});
            parts.put("de streefwaarde", new String[] {target, now.target});
            parts.put("de einddatum", new String[] {deadline, now.deadline});
            return parts.entrySet().stream().filter(part -> !Objects.equals(part.getValue()[0], part.getValue()[1]))
                    .map(part -> part.getKey() + " was " + word(part.getValue()[0]) + " en is nu " + word(part.getValue()[1]))
                    .collect(Collectors.joining("; "));
        }

        private static String word(String value) {
            return value == null || value.isBlank() ? "leeg" : "«" + value + "»";
        }
    }

    /** By the id of each goal that went or changed, also in earlier versions where it was the same: what happened, in a sentence. */
    Map<String, String> since(String version) {
        Version now = version(version);
        Optional<Version> before = jdbc.sql("select id, strategy from strategy_version where sequence_number <"
                        + " (select sequence_number from strategy_version where id = ?) order by sequence_number desc fetch first 1 row only")
                .param(version).query((row, i) -> new Version(row.getString("id"), row.getString("strategy"))).optional();
        Map<String, String> changed = new LinkedHashMap<>();
        before.ifPresent(earlier -> {
            Map<String, Goal> kept = now.strategy().equals(earlier.strategy()) ? goals(now.id()) : Map.of();
            goals(earlier.id()).forEach((code, goal) -> {
                String what = !kept.containsKey(code) ? "Het doel «" + goal.title() + "» is vervallen."
                        : goal.changedTo(kept.get(code)).isEmpty() ? "" : "Het doel «" + goal.title() + "» is gewijzigd: "
                                + goal.changedTo(kept.get(code)) + ".";
                if (!what.isEmpty()) {
                    ids(earlier.strategy(), code).forEach(id -> changed.put(id, what));
                }
            });
        });
        return changed;
    }

    /** What the board said when it adopted this version. */
    String why(String version) {
        return jdbc.sql("select reason from strategy_version where id = ?").param(version).query(String.class).single();
    }

    String strategyOf(String version) {
        return version(version).strategy();
    }

    private Version version(String id) {
        return jdbc.sql("select id, strategy from strategy_version where id = ?").param(id)
                .query((row, i) -> new Version(row.getString("id"), row.getString("strategy"))).single();
    }

    private Map<String, Goal> goals(String version) {
        return jdbc.sql("select id, title, for_whom, indicator, direction, baseline, target, deadline from strategic_goal where version = ? order by id")
                .param(version).query((row, i) -> new Goal(code(row.getString("id")), row.getString("title"), row.getString("for_whom"),
                        row.getString("indicator"), row.getString("direction"), row.getString("baseline"), row.getString("target"),
                        String.valueOf(row.getDate("deadline")))).list().stream()
                .collect(Collectors.toMap(Goal::code, goal -> goal, (one, other) -> one, LinkedHashMap::new));
    }

    private List<String> ids(String strategy, String code) {
        return jdbc.sql("select g.id from strategic_goal g join strategy_version v on v.id = g.version where v.strategy = ?").param(strategy)
                .query(String.class).list().stream().filter(id -> code(id).equals(code)).toList();
    }

    private static String code(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
