package nl.tweespoor.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.comparison.Comparison;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What a proposal changes, itself and in what uses it, a sentence for each, for the forms of it. */
@Component
class ProposedChanges implements ShownVariable {

    private final ProposedFiles files;
    private final Comparison comparison;
    private final UsedBy usedBy;

    ProposedChanges(ProposedFiles files, Comparison comparison, UsedBy usedBy) {
        this.files = files;
        this.comparison = comparison;
        this.usedBy = usedBy;
    }

    @Override
    public String name() {
        return ModelIds.CHANGES;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(files.of(task.dossierNumber()).stream().flatMap(file -> sentences(file).stream()
                .map(sentence -> Map.of(ModelIds.COLUMN_FILE, file.name(), ModelIds.COLUMN_WHAT, sentence))).toList()).toString()).create();
    }

    private List<String> sentences(ProposedFile file) {
        List<String> sentences = comparison.of(file.before(), file.proposed()).stream().map(difference -> difference.sentence()).toList();
        return Stream.concat(sentences.isEmpty() ? Stream.of("Alleen de tekening of de opmaak van het bestand is anders.") : sentences.stream(),
                usedBy.sentence(file.proposed()).stream()).toList();
    }
}
