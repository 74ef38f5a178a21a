package nl.tweespoor.change;

import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.replay.Replayed;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What the decisions of the past year would have been with the tables of a proposal, for the form of who reviews it. */
@Component
class ReplayedDecisions implements ShownVariable {

    private final Outcomes outcomes;

    ReplayedDecisions(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return ModelIds.REPLAYED;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, Object>> rows = ModelIds.REVIEW.equals(task.element())
                ? outcomes.replayed(task.dossierNumber()).stream().map(ReplayedDecisions::row).toList() : List.of();
        return SpinValues.jsonValue(Spin.JSON(rows).toString()).create();
    }

    private static Map<String, Object> row(Replayed replayed) {
        return Map.of("table", replayed.table(), "cases", replayed.cases(), "different", replayed.different(), "failed", replayed.failed());
    }
}
