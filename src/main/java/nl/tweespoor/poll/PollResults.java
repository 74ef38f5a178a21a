package nl.tweespoor.poll;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.poll.PollRepository.Result;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** How many said what, of every poll of a dossier, so that a change shows. */
@Component
class PollResults implements ShownVariable {

    static final Set<String> READ_AT = Set.of("UserTask_GaugeSupport", "UserTask_ConcludeFeasibility");
    private static final Map<String, String> MOMENTS = Map.of("start", "Bij de start", "goLive", "Bij livegang", "securing", "Bij het borgen");

    private final PollRepository polls;

    PollResults(PollRepository polls) {
        this.polls = polls;
    }

    @Override
    public String name() {
        return ModelIds.RESULTS;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, Object>> rows = READ_AT.contains(task.element()) ? polls.results(task.dossierNumber()).stream().map(PollResults::row).toList() : List.of();
        return SpinValues.jsonValue(JSON(rows).toString()).create();
    }

    private static Map<String, Object> row(Result result) {
        return Map.of("moment", MOMENTS.getOrDefault(result.moment(), result.moment()), "question", result.question(), "asked", result.asked(),
                "answered", result.answered(), "yes", result.yes(), "partly", result.partly(), "no", result.no());
    }
}
