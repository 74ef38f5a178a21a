package nl.tweespoor.rollout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.account.RoleHolder;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.openpoint.Points;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** What is told of a roll-out, to whom and how often: as the plan says now, also when that changed since the telling began. */
@Component("updates")
public class Updates implements ShownVariable {

    private static final List<String> COLUMNS = List.of("For", "What", "Why", "When", "How");
    /** No plan has more rows. */
    private static final int MOST_MESSAGES = 6;

    private final DossierParts parts;
    private final People people;
    private final Points points;

    Updates(DossierParts parts, People people, Points points) {
        this.parts = parts;
        this.people = people;
        this.points = points;
    }

    /** The word of the plan for how often. At the very start the roll-out is not in the history yet, and what it gave along is the newest. */
    public String rhythm(DelegateExecution telling) {
        return rollOut(telling.getProcessBusinessKey()).getOrDefault(ModelIds.RHYTHM, (String) telling.getVariable(ModelIds.RHYTHM));
    }

    /**
     * What was not told is to be told after all: by whoever tells it in the project team.
     *
     * @param by until when, as forms write a day
     */
    public SpinJsonNode untold(DelegateExecution telling, String by) {
        String person = people.member(telling, Group.COMMUNICATIONS.id());
        return points.made("improvement", "Update niet verteld. " + telling.getVariable(ModelIds.NOT_TOLD_REASON),
                new RoleHolder(Group.COMMUNICATIONS.id(), person).written(), by);
    }

    /** What the roll-out that runs knows: after adjusting that is the new plan. */
    private Map<String, String> rollOut(String dossier) {
        return parts.of(dossier, ModelIds.ROLL_OUT).stream().filter(DossierParts.Part::running).reduce((first, last) -> last)
                .map(DossierParts.Part::values).orElse(Map.of());
    }

    @Override
    public String name() {
        return "messages";
    }

    /** As rows of a table on a form: of the plan that someone works on, and where it is told of the newest. */
    @Override
    public TypedValue of(DossierTask task) {
        UnaryOperator<String> known = ModelIds.TELL_UPDATE.equals(task.element()) ? rollOut(task.dossierNumber())::get
                : name -> task.variables().getVariable(name) instanceof String text ? text : null;
        Stream<Map<String, String>> rows = IntStream.rangeClosed(1, MOST_MESSAGES).mapToObj(number -> row(ModelIds.MESSAGE + number, known))
                .filter(row -> !row.get("for").isEmpty());
        return SpinValues.jsonValue(Spin.JSON(rows.toList()).toString()).create();
    }

    private static Map<String, String> row(String message, UnaryOperator<String> known) {
        Map<String, String> row = new LinkedHashMap<>();
        COLUMNS.forEach(column -> row.put(column.toLowerCase(), Optional.ofNullable(known.apply(message + column)).orElse("")));
        return row;
    }
}
