package nl.tweespoor.overview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDossier;
import nl.tweespoor.recording.RecordedDossier.Filled;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Every analysis and plan of a dossier as it was sent, for who works on the next one: the newest first, question by question. */
@Component
class EarlierVersions implements ShownVariable {

    private static final Set<String> STEPS = Set.of(ModelIds.ANALYSE, ModelIds.ANALYSE_GROUPS, ModelIds.CHOOSE_STRATEGIES,
            ModelIds.PLAN_IMPLEMENTATION);

    private final DecisionHistory history;
    private final FilledForms forms;

    EarlierVersions(DecisionHistory history, FilledForms forms) {
        this.history = history;
        this.forms = forms;
    }

    @Override
    public String name() {
        return "earlierVersions";
    }

    /** None on other forms, since reading a whole ledger takes time. */
    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, String>> rows = !STEPS.contains(task.element()) ? List.of()
                : history.dossier(task.dossierNumber()).map(RecordedDossier::filled).orElse(List.of()).stream()
                        .filter(filled -> filled.step().element() != null && STEPS.contains(filled.step().element())).flatMap(this::rows).toList();
        return SpinValues.jsonValue(Spin.JSON(rows).toString()).create();
    }

    private Stream<Map<String, String>> rows(Filled filled) {
        return forms.remembered(filled).stream().filter(asked -> asked.answer() != null).map(asked -> Map.of("date", Words.moment(filled.at()),
                "step", filled.step().name(), "question", asked.question(), "answer", asked.answer()));
    }
}
