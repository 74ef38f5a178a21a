package nl.tweespoor.openpoint;

import static org.camunda.spin.Spin.JSON;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Makes points of what people wrote in a form, and knows who raised one. */
@Component("points")
public class Points {

    /** No form has more rows. */
    private static final int MOST_ROWS = 10;

    private final People people;
    private final CurrentUser currentUser;

    Points(People people, CurrentUser currentUser) {
        this.people = people;
        this.currentUser = currentUser;
    }

    /** What stands in the rows of a form, such as {@code standUpBarrier1} with its {@code standUpBarrier1Owner} and {@code …Date}. */
    public SpinJsonNode rows(VariableScope form, String kind, String row) {
        return list(IntStream.rangeClosed(1, MOST_ROWS).mapToObj(number -> row + number)
                .filter(each -> isFilled(form, each)).map(each -> point(form, kind, each, each)));
    }

    /** The one that a form asks, such as {@code barrierDescription} with {@code barrierOwner} and {@code barrierDate}. */
    public SpinJsonNode one(VariableScope form, String kind, String text, String row) {
        return list(Stream.of(point(form, kind, text, row)));
    }

    /** One that nobody wrote as such: it follows from what someone answered. It must be closed before the new way of working is secured. */
    public SpinJsonNode made(String kind, String text, String owner, String date) {
        return list(Stream.of(Map.of(ModelIds.ITS_KIND, kind, ModelIds.ITS_TEXT, text, ModelIds.ITS_OWNER, owner, ModelIds.ITS_DATE, date,
                ModelIds.ITS_BEFORE, ModelIds.SECURED)));
    }

    public SpinJsonNode none() {
        return list(Stream.empty());
    }

    private static SpinJsonNode list(Stream<Map<String, String>> points) {
        return JSON(points.toList());
    }

    private static boolean isFilled(VariableScope form, String question) {
        return form.getVariable(question) instanceof String text && !text.isBlank();
    }

    private static Map<String, String> point(VariableScope form, String kind, String text, String row) {
        return Map.of(ModelIds.ITS_KIND, kind, ModelIds.ITS_TEXT, (String) form.getVariable(text),
                ModelIds.ITS_OWNER, (String) form.getVariable(row + ModelIds.ROW_OWNER),
                ModelIds.ITS_DATE, (String) form.getVariable(row + ModelIds.ROW_DATE), ModelIds.ITS_BEFORE, ModelIds.NO_MOMENT);
    }

    /** The id of who raises a point now: whoever completes the step from which it comes. Null for the engine itself. */
    public String current() {
        return currentUser.id().orElse(null);
    }

    /** The name of who raised it; null for nobody. */
    public String raisedBy(VariableScope point) {
        return point.getVariable(ModelIds.RAISED_BY) instanceof String userId ? people.nameOf(userId) : null;
    }

    /** Whether who raised it knows how it ended, or there is nobody to tell. */
    public boolean closedByRaiser(VariableScope point) {
        Object raisedBy = point.getVariable(ModelIds.RAISED_BY);
        return raisedBy == null || Objects.equals(raisedBy, point.getVariable(ModelIds.CLOSED_BY));
    }
}
