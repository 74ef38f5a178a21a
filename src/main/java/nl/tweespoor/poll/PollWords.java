package nl.tweespoor.poll;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What people wrote beside their answer. */
@Component
class PollWords implements ShownVariable {

    private final PollRepository polls;

    PollWords(PollRepository polls) {
        this.polls = polls;
    }

    @Override
    public String name() {
        return ModelIds.WORDS;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, String>> rows = PollResults.READ_AT.contains(task.element())
                ? polls.words(task.dossierNumber(), PollResults.FEWEST_ANSWERS).stream().map(word -> Map.of("word", word.text(), "code", word.code())).toList() : List.of();
        return SpinValues.jsonValue(JSON(rows).toString()).create();
    }
}
