package nl.tweespoor.answer;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EarlierRuns;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What was told before of the same dossier: a newer message takes the place of one that nobody read yet. */
@Component
class EarlierAnswers implements ShownVariable {

    private final EarlierRuns runs;

    EarlierAnswers(EarlierRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return ModelIds.EARLIER;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, String>> rows = ModelIds.READ_ANSWER.equals(task.element())
                ? runs.before(task, List.of(ModelIds.ANSWER, ModelIds.REASON)).stream().map(EarlierAnswers::row).toList() : List.of();
        return SpinValues.jsonValue(JSON(rows).toString()).create();
    }

    private static Map<String, String> row(EarlierRuns.Run run) {
        return Map.of("date", DutchTime.written(run.started().atZone(DutchTime.ZONE).toLocalDate()),
                "outcome", run.values().getOrDefault(ModelIds.ANSWER, ""), "reason", run.values().getOrDefault(ModelIds.REASON, ""));
    }
}
