package nl.tweespoor.rollout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** The milestones of the plan that a task knows, as rows of a table on a form, in their order and with the names of their owners. */
@Component
class Milestones implements ShownVariable {

    /** As many as the form of the plan has rows for. */
    private static final int MOST_MILESTONES = 10;

    private final People people;

    Milestones(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "milestones";
    }

    @Override
    public TypedValue of(DossierTask task) {
        List<Map<String, String>> rows = IntStream.rangeClosed(1, MOST_MILESTONES).mapToObj(number -> ModelIds.MILESTONE + number)
                .filter(milestone -> known(task, milestone + "Name").isPresent()).map(milestone -> row(task, milestone)).toList();
        return SpinValues.jsonValue(Spin.JSON(rows).toString()).create();
    }

    private Map<String, String> row(DossierTask task, String milestone) {
        return Map.of("name", known(task, milestone + "Name").orElse(""), "goal", known(task, milestone + "Goal").orElse(""),
                "date", known(task, milestone + "Date").map(day -> DutchTime.written(DutchTime.day(day))).orElse(""),
                "owner", known(task, milestone + "Owner").map(people::name).orElse(""));
    }

    private static Optional<String> known(DossierTask task, String name) {
        return task.variables().getVariable(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
