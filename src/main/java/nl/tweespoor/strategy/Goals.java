package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The strategic goals in force. Their id names the strategy too ({@code S-2026-01/D1}), so a choice stays traceable. */
@Component("goals")
public class Goals {

    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As options of a form, heaviest first. */
    public SpinJsonNode options() {
        List<Map<String, String>> options = jdbc
                .sql("select id, title from strategic_goal where in_force order by weight desc, id")
                .query((row, i) -> Map.of("value", row.getString("id"), "label", row.getString("title"))).list();
        return JSON(options);
    }

    /** Also those that are no longer in force; the newest strategy first. */
    public List<Goal> all() {
        return jdbc.sql("select id, title from strategic_goal order by strategy desc, weight desc, id")
                .query((row, i) -> new Goal(row.getString("id"), row.getString("title"))).list();
    }

    /** A goal by which one knows it. */
    public record Goal(String id, String title) {
    }

    /** In words, what the assessment says the opportunity serves. */
    public String summary(VariableScope assessment) {
        String ground = (String) assessment.getVariable(ModelIds.GROUND);
        if (ModelIds.LEGAL_DUTY.equals(ground)) {
            return "Wettelijke plicht: " + assessment.getVariable(ModelIds.LEGAL_BASIS);
        }
        if (!ModelIds.STRATEGIC_GOAL.equals(ground)) {
            return "Zonder strategisch doel";
        }
        String main = title((String) assessment.getVariable(ModelIds.MAIN_GOAL));
        String others = assessment.getVariable(ModelIds.OTHER_GOALS) instanceof SpinJsonNode chosen && chosen.isArray()
                ? chosen.elements().stream().map(goal -> title(goal.stringValue())).distinct()
                        .filter(title -> !title.equals(main)).collect(Collectors.joining("; "))
                : "";
        return others.isEmpty() ? main : main + ". Ook: " + others;
    }

    /** The strategy that was in force when the goals were chosen; null when none is. */
    public String strategyInForce() {
        return jdbc.sql("select max(strategy) from strategic_goal where in_force").query(String.class)
                .optional().orElse(null);
    }

    private String title(String id) {
        return jdbc.sql("select title from strategic_goal where id = :id").param("id", id)
                .query(String.class).optional().orElse(String.valueOf(id));
    }
}
