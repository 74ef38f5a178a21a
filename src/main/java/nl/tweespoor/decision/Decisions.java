package nl.tweespoor.decision;

import static org.camunda.spin.Spin.JSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.engine.TaskRule;
import nl.tweespoor.form.Forms;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided in a dossier, by whom and why, for everyone who decides after. A step decides when the model
 * gives its task the property {@code outcome} (the variable that its gateway reads) and {@code reason}.
 */
@Component
@Order(TaskRule.RECORDS)
public class Decisions implements TaskRule, ShownVariable {

    private final Forms forms;
    private final People people;
    private final JdbcClient jdbc;

    Decisions(Forms forms, People people, JdbcClient jdbc) {
        this.forms = forms;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** The decisions so far, for the table on a form. */
    @Override
    public String name() {
        return ModelIds.DECISION_LOG;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(JSON(of(task.dossierNumber())).toString()).create();
    }

    /** A decision is taken anew each time: what was decided before stands in a table on the form, not in its fields. */
    @Override
    public void appears(DossierTask task) {
        task.property(ModelIds.OUTCOME).ifPresent(outcome -> {
            forget(task.variables(), outcome);
            task.property(ModelIds.REASON).ifPresent(reason -> forget(task.variables(), reason));
        });
    }

    private static void forget(VariableScope variables, String name) {
        if (!variables.hasVariable(name) || variables.getVariable(name) != null) {
            variables.setVariable(name, null);
        }
    }

    /** Date, step, outcome, by and reason of each decision in both tracks, newest first. */
    public List<Map<String, String>> of(String dossierNumber) {
        return jdbc.sql("select * from decision where dossier_number = :dossier order by id desc")
                .param("dossier", dossierNumber).query(Decisions::row).list();
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        task.property(ModelIds.OUTCOME).ifPresent(outcome -> record(task, outcome, actor));
    }

    private void record(DossierTask task, String outcome, Actor actor) {
        String reason = task.property(ModelIds.REASON).map(task.variables()::getVariable).map(String.class::cast)
                .orElse("");
        jdbc.sql("insert into decision (dossier_number, decided_at, step, outcome, user_id, decided_by, reason)"
                        + " values (:dossier, :at, :step, :outcome, :user, :by, :reason)")
                .param("dossier", task.dossierNumber())
                .param("at", DutchTime.now().toLocalDateTime())
                .param("step", task.name())
                .param("outcome", forms.of(task).labelOf(outcome, (String) task.variables().getVariable(outcome)))
                .param("user", actor.userId()).param("by", by(task, actor)).param("reason", reason).update();
        if (!reason.isBlank()) {
            task.variables().setVariable(ModelIds.LATEST_REASON, reason);
        }
    }

    private static Map<String, String> row(ResultSet row, int index) throws SQLException {
        return Map.of(ModelIds.DATE, DutchTime.written(row.getObject("decided_at", LocalDateTime.class).toLocalDate()),
                ModelIds.STEP, row.getString("step"), ModelIds.OUTCOME, row.getString("outcome"),
                ModelIds.BY, row.getString("decided_by"), ModelIds.REASON, row.getString("reason"));
    }

    /** Whoever decides in the place of an absent colleague says so; the user id stays that of the login. */
    private String by(DossierTask task, Actor actor) {
        List<String> absent = actor.standsInFor(task);
        return people.nameOf(actor.userId()) + (absent.isEmpty() ? ""
                : ", vervangt " + absent.stream().map(people::nameOf).collect(Collectors.joining(" en ")));
    }
}
