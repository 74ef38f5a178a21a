package nl.tweespoor.decision;

import static org.camunda.spin.Spin.JSON;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.tweespoor.form.Forms;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided in a dossier, by whom and why, for everyone who decides after. A step decides when the model
 * gives its task the property {@code outcome} (the variable that its gateway reads) and, mostly, {@code reason}.
 */
@Component
public class Decisions {

    private static final DateTimeFormatter DUTCH_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private final Forms forms;

    Decisions(Forms forms) {
        this.forms = forms;
    }

    /** A decision is taken anew each time: what was decided before stands in the list, not in the form. */
    public void forget(DelegateTask task, String outcomeKey, String reasonKey) {
        task.setVariable(outcomeKey, null);
        if (reasonKey != null) {
            task.setVariable(reasonKey, null);
        }
    }

    public void record(DelegateTask task, String outcomeKey, String reasonKey, String userId) {
        String reason = reasonKey == null || task.getVariable(reasonKey) == null ? "" : (String) task.getVariable(reasonKey);
        Map<String, Object> decision = new LinkedHashMap<>();
        decision.put("date", ClockUtil.getCurrentTime().toInstant().atZone(Periods.ZONE).format(DUTCH_DAY));
        decision.put("step", task.getName());
        decision.put("outcome", forms.of(task).labelOf(outcomeKey, (String) task.getVariable(outcomeKey)));
        decision.put("by", nameOf(task, userId));
        decision.put("reason", reason);
        SpinJsonNode log = JSON(task.getVariable("decisionLog").toString());
        log.append(JSON(decision));
        task.setVariable("decisionLog", log);
        if (!reason.isBlank()) {
            task.setVariable("latestReason", reason);
        }
    }

    private static String nameOf(DelegateTask task, String userId) {
        User user = task.getProcessEngineServices().getIdentityService().createUserQuery().userId(userId).singleResult();
        return user == null ? userId : (user.getFirstName() + " " + user.getLastName()).strip();
    }
}
