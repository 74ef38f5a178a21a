package nl.tweespoor.change;

import java.util.Map;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What came of the trial of a proposal, as a list, for the form of who reviews it. */
@Component
class TriedProposal implements ShownVariable {

    private final Outcomes outcomes;

    TriedProposal(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return ModelIds.TRIAL;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(outcomes.trial(task.dossierNumber()).stream().flatMap(TriedProposal::sentences)
                .map(sentence -> Map.of(ModelIds.COLUMN_WHAT, sentence)).toList()).toString()).create();
    }

    private static Stream<String> sentences(TrialView trial) {
        return Stream.concat(Stream.of(trial.summary()), trial.done() ? trial.tried().findings().stream() : Stream.empty());
    }
}
