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

/**
 * How many said what, of every poll of a dossier, so that a change shows. Nobody reads it while people answer, or when fewer answered than
 * can hide who said what: one answer more would tell whose it is.
 */
@Component
public class PollResults implements ShownVariable {

    /** README says how many. */
    static final int FEWEST_ANSWERS = 5;
    static final Set<String> READ_AT = Set.of(ModelIds.GAUGE_SUPPORT, ModelIds.CONCLUDE_FEASIBILITY, ModelIds.PLAN_POLL, ModelIds.EVALUATE_INTERIM,
            ModelIds.CHOOSE_COURSE, ModelIds.SECURE, ModelIds.ACCEPT_OWNERSHIP, ModelIds.MEASURE_RESULT);
    private static final Map<String, String> MOMENTS = Map.of("start", "Bij de start", "goLive", "Bij livegang", "securing", "Bij het borgen");

    private final PollRepository polls;

    PollResults(PollRepository polls) {
        this.polls = polls;
    }

    /**
     * One question of one poll, in words.
     *
     * @param moment   in the life of the dossier, and of which team
     * @param yes      how many said so; else why that is not told
     * @param partly   empty when that is not told
     */
    public record Outcome(String moment, String question, int asked, int answered, String yes, String partly, String no) {

        private static Outcome of(Result result) {
            String moment = MOMENTS.getOrDefault(result.moment(), result.moment()) + (result.team() == null ? "" : ", " + result.team());
            String untold = !result.closed() ? "De peiling loopt nog"
                    : result.answered() < FEWEST_ANSWERS ? "Te weinig antwoorden om zonder naam te tonen" : null;
            return untold != null ? new Outcome(moment, result.question(), result.asked(), result.answered(), untold, "", "")
                    : new Outcome(moment, result.question(), result.asked(), result.answered(), String.valueOf(result.yes()),
                    String.valueOf(result.partly()), String.valueOf(result.no()));
        }

        private Map<String, Object> row() {
            return Map.of("moment", moment, "question", question, "asked", asked, "answered", answered, "yes", yes, "partly", partly, "no", no);
        }
    }

    /** Oldest first. */
    public List<Outcome> of(String dossier) {
        return polls.results(dossier).stream().map(Outcome::of).toList();
    }

    @Override
    public String name() {
        return ModelIds.RESULTS;
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, Object>> rows = READ_AT.contains(task.element()) ? of(task.dossierNumber()).stream().map(Outcome::row).toList() : List.of();
        return SpinValues.jsonValue(JSON(rows).toString()).create();
    }
}
