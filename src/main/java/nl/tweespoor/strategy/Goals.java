package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The strategic goals in force: those of the newest adopted version. Their id names that too ({@code S-2026-01/D1}), so a choice stays traceable. */
@Component("goals")
public class Goals {

    static final String WITHOUT_GOAL = "Zonder strategisch doel";
    private static final String IN_FORCE =
            "(select id from strategy_version order by sequence_number desc fetch first 1 row only)";

    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As options of a form, heaviest first. */
    public SpinJsonNode options() {
        List<Map<String, String>> options = jdbc
                .sql("select id, title from strategic_goal where version = " + IN_FORCE + " order by weight desc, id")
                .query((row, i) -> Map.of("value", row.getString("id"), "label", row.getString("title"))).list();
        return JSON(options);
    }

    /** Also those that are no longer in force; the newest version first. */
    public List<Goal> all() {
        return jdbc.sql("select g.id, g.title, g.version from strategic_goal g join strategy_version v on v.id = g.version"
                        + " order by v.sequence_number desc, g.weight desc, g.id")
                .query((row, i) -> new Goal(row.getString("id"), row.getString("title"), row.getString("version"))).list();
    }

    /** A goal by which one knows it. */
    public record Goal(String id, String title, String version) {
    }

    /** In words, what the assessment says the opportunity serves. */
    public String summary(VariableScope assessment) {
        String ground = (String) assessment.getVariable(ModelIds.GROUND);
        if (ModelIds.LEGAL_DUTY.equals(ground)) {
            return "Wettelijke plicht: " + assessment.getVariable(ModelIds.LEGAL_BASIS);
        }
        if (!ModelIds.STRATEGIC_GOAL.equals(ground)) {
            return WITHOUT_GOAL;
        }
        String main = title((String) assessment.getVariable(ModelIds.MAIN_GOAL));
        String others = assessment.getVariable(ModelIds.OTHER_GOALS) instanceof SpinJsonNode chosen && chosen.isArray()
                ? chosen.elements().stream().map(goal -> title(goal.stringValue())).distinct()
                        .filter(title -> !title.equals(main)).collect(Collectors.joining("; "))
                : "";
        return others.isEmpty() ? main : main + ". Ook: " + others;
    }

    /** The version of the goal that was chosen, also when another is in force by now; without a goal that in force, null when none is. */
    public String version(VariableScope assessment) {
        return ModelIds.STRATEGIC_GOAL.equals(assessment.getVariable(ModelIds.GROUND))
                ? versionOf((String) assessment.getVariable(ModelIds.MAIN_GOAL)).orElse(null)
                : jdbc.sql("select id from strategy_version where id = " + IN_FORCE).query(String.class).optional().orElse(null);
    }

    private Optional<String> versionOf(String goal) {
        return jdbc.sql("select version from strategic_goal where id = :id").param("id", goal).query(String.class).optional();
    }

    String title(String id) {
        return jdbc.sql("select title from strategic_goal where id = :id").param("id", id)
                .query(String.class).optional().orElse(String.valueOf(id));
    }
}
