package nl.tweespoor.decision;

import static org.camunda.spin.Spin.JSON;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.tweespoor.form.Forms;
import nl.tweespoor.period.Periods;
import nl.tweespoor.standin.StandIns;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided in a dossier, by whom and why, for everyone who decides after. A step decides when the model
 * gives its task the property {@code outcome} (the variable that its gateway reads) and {@code reason}.
 */
@Component
public class Decisions {

    private static final DateTimeFormatter DUTCH_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final Forms forms;
    private final StandIns standIns;
    private final JdbcClient jdbc;

    Decisions(Forms forms, StandIns standIns, JdbcClient jdbc) {
        this.forms = forms;
        this.standIns = standIns;
        this.jdbc = jdbc;
    }

    /** Gives a task the decisions so far as {@code decisionLog}, newest first, for the table on its form. */
    public void show(DelegateTask task) {
        task.setVariableLocal("decisionLog", JSON(of(task.getExecution().getProcessBusinessKey())));
    }

    /** Date, step, outcome, by and reason of each decision in both tracks, newest first. */
    public List<Map<String, String>> of(String dossierNumber) {
        return jdbc.sql("select * from decision where dossier_number = :dossier order by id desc")
                .param("dossier", dossierNumber).query(Decisions::row).list();
    }

    /** A decision is taken anew each time: what was decided before stands in the list, not in the form. */
    public void forget(DelegateTask task, String outcomeKey, String reasonKey) {
        task.setVariable(outcomeKey, null);
        if (reasonKey != null) {
            task.setVariable(reasonKey, null);
        }
    }

    public void record(DelegateTask task, String outcomeKey, String reasonKey, String userId) {
        String reason = reasonKey == null || task.getVariable(reasonKey) == null ? ""
                : (String) task.getVariable(reasonKey);
        jdbc.sql("insert into decision (dossier_number, decided_at, step, outcome, user_id, decided_by, reason)"
                        + " values (:dossier, :at, :step, :outcome, :user, :by, :reason)")
                .param("dossier", task.getExecution().getProcessBusinessKey())
                .param("at", ClockUtil.getCurrentTime().toInstant().atZone(Periods.ZONE).toLocalDateTime())
                .param("step", task.getName())
                .param("outcome", forms.of(task).labelOf(outcomeKey, (String) task.getVariable(outcomeKey)))
                .param("user", userId).param("by", by(task, userId)).param("reason", reason).update();
        if (!reason.isBlank()) {
            task.setVariable("latestReason", reason);
        }
    }

    private static Map<String, String> row(ResultSet row, int index) throws SQLException {
        return Map.of("date", row.getObject("decided_at", LocalDateTime.class).format(DUTCH_DAY),
                "step", row.getString("step"), "outcome", row.getString("outcome"),
                "by", row.getString("decided_by"), "reason", row.getString("reason"));
    }

    /** Whoever decides in the place of an absent colleague says so; the user id stays that of the login. */
    private String by(DelegateTask task, String userId) {
        List<String> groups = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .toList();
        return standIns.name(userId) + standIns.replacedBy(userId, groups).map(absent -> ", vervangt " + absent).orElse("");
    }
}
