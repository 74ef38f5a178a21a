package nl.tweespoor.decision;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.Actor;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.engine.TaskRule;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows what was decided in a dossier, by whom and why, to everyone who decides after. A step decides when the model
 * gives its task the property {@code outcome} (the variable that its gateway reads) and {@code reason}.
 */
@Component
@Order(TaskRule.RECORDS)
public class Decisions implements TaskRule, ShownVariable {

    /** Whoever decides after it sees that it was. */
    private static final String AGAINST_ADVICE = " (tegen het advies)";

    private final DecisionHistory history;

    Decisions(DecisionHistory history) {
        this.history = history;
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
            task.property(ModelIds.REASON_AGAINST).ifPresent(reason -> forget(task.variables(), reason));
        });
    }

    private static void forget(VariableScope variables, String name) {
        if (!variables.hasVariable(name) || variables.getVariable(name) != null) {
            variables.setVariable(name, null);
        }
    }

    /** Date, step, outcome (and whether that was against an advice), by and reason of each decision in both tracks, newest first. */
    public List<Map<String, String>> of(String dossierNumber) {
        return history.of(dossierNumber).stream().map(Decisions::row).toList();
    }

    private static Map<String, String> row(RecordedDecision decision) {
        return Map.of(ModelIds.DATE, DutchTime.written(decision.at().atZone(DutchTime.ZONE).toLocalDate()),
                ModelIds.STEP, decision.name(), ModelIds.OUTCOME, outcome(decision), ModelIds.BY, decision.by(),
                ModelIds.REASON, decision.reason());
    }

    private static String outcome(RecordedDecision decision) {
        return decision.outcome() + (decision.advice().filter(advice -> !advice.followed()).isPresent() ? AGAINST_ADVICE : "");
    }

    @Override
    public void completes(DossierTask task, Actor actor) {
        task.property(ModelIds.OUTCOME).flatMap(outcome -> task.property(ModelIds.REASON))
                .map(task.variables()::getVariable).map(String.class::cast).filter(reason -> !reason.isBlank())
                .ifPresent(reason -> task.variables().setVariable(ModelIds.LATEST_REASON, reason));
    }
}
