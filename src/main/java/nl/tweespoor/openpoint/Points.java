package nl.tweespoor.openpoint;

import static org.camunda.spin.Spin.JSON;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Makes points of what people wrote in a form, and knows who raised one. */
@Component("points")
public class Points {

    /** No form has more rows. */
    private static final int MOST_ROWS = 10;
    private static final String CONDITION = "condition";
    private static final String CONCERN = "concern";

    private final People people;
    private final CurrentUser currentUser;
    private final OpenPoints openPoints;

    Points(People people, CurrentUser currentUser, OpenPoints openPoints) {
        this.people = people;
        this.currentUser = currentUser;
        this.openPoints = openPoints;
    }

    /** What stands in the rows of a form, such as {@code standUpBarrier1} with its {@code standUpBarrier1Owner} and {@code …Date}. */
    public SpinJsonNode rows(VariableScope form, String kind, String row) {
        return list(filled(form, row).map(each -> point(form, kind, each, each)));
    }

    /** The same where each row says of which kind it is, in {@code handOverPoint1Kind}. */
    public SpinJsonNode rows(VariableScope form, String row) {
        return list(filled(form, row).map(each -> point(form, (String) form.getVariable(each + ModelIds.ROW_KIND), each, each)));
    }

    private static Stream<String> filled(VariableScope form, String row) {
        return IntStream.rangeClosed(1, MOST_ROWS).mapToObj(number -> row + number).filter(each -> isFilled(form, each));
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

    /**
     * The conditions of a hand-over, which must hold before a team starts. What is for who leads a project, is for the one who was chosen.
     *
     * @param soonest for what was agreed for a day that is over by now
     * @param latest  for what was agreed for no day
     */
    public SpinJsonNode conditions(VariableScope dossier, String soonest, String latest) {
        String lead = (String) dossier.getVariable(ModelIds.PROJECT_LEAD);
        List<SpinJsonNode> agreed = dossier.getVariable(ModelIds.CONDITIONS) instanceof SpinJsonNode list ? list.elements() : List.of();
        Object added = dossier.getVariable(ModelIds.ADDED_CONDITIONS);
        String agreedBy = agreed.stream().map(condition -> text(condition, ModelIds.RAISED_BY)).findFirst().orElse("");
        return list(Stream.concat(
                agreed.stream().map(condition -> condition(kind(text(condition, ModelIds.SOURCE)), text(condition, ModelIds.CONDITION),
                        holder(text(condition, ModelIds.OWNER), lead), within(text(condition, ModelIds.DATE), soonest, latest),
                        text(condition, ModelIds.RAISED_BY))),
                added instanceof String lines ? lines.lines().map(String::strip).filter(line -> !line.isEmpty())
                        .map(line -> condition(CONDITION, line, lead, latest, agreedBy)) : Stream.of()));
    }

    private static String kind(String source) {
        return source.equals(ModelIds.FROM_SUPPORT) ? CONCERN : CONDITION;
    }

    private static Map<String, String> condition(String kind, String text, String owner, String day, String agreedBy) {
        return Map.of(ModelIds.ITS_KIND, kind, ModelIds.ITS_TEXT, text, ModelIds.ITS_OWNER, owner, ModelIds.ITS_DATE, day,
                ModelIds.ITS_BEFORE, Moment.GO_LIVE.word(), ModelIds.ITS_RAISER, agreedBy);
    }

    private static String holder(String agreed, String lead) {
        return agreed.isEmpty() || agreed.equals(Group.PROJECT_LEAD.id()) ? lead : agreed;
    }

    private static String within(String day, String soonest, String latest) {
        return day.isEmpty() ? latest : DutchTime.day(day).isAfter(DutchTime.today()) ? day : soonest;
    }

    private static String text(SpinJsonNode row, String name) {
        return row.hasProp(name) ? row.prop(name).stringValue() : "";
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
                ModelIds.ITS_DATE, (String) form.getVariable(row + ModelIds.ROW_DATE), ModelIds.ITS_BEFORE, moment(form.getVariable(row + ModelIds.ROW_BEFORE)));
    }

    /** What tells a point from all others. */
    public String newId() {
        return UUID.randomUUID().toString();
    }

    /** The word of a step, or that it holds up none. */
    static String moment(Object chosen) {
        return chosen instanceof String word && !word.isEmpty() ? word : ModelIds.NO_MOMENT;
    }

    /** Of all that is open in a dossier and must be closed before some step: the first of these steps. */
    public String firstBefore(DelegateExecution gate) {
        return openPoints.open(gate.getProcessBusinessKey()).flatMap(point -> point.before().stream())
                .min(Comparator.naturalOrder()).map(Moment::word).orElse(ModelIds.NO_MOMENT);
    }

    /** Whether one of this kind is open past its date. */
    public boolean late(DelegateExecution step, String kind) {
        return openPoints.open(step.getProcessBusinessKey()).filter(point -> kind.equals(point.values().get(ModelIds.KIND)))
                .anyMatch(point -> DutchTime.day(point.values().get(ModelIds.DATE)).isBefore(DutchTime.today()));
    }

    /** What holds up a step at this moment, so that nobody lets pass what was not there when they were asked: id, owner, who raised it. */
    public SpinJsonNode asked(DelegateExecution gate) {
        return JSON(openPoints.holdingUp(gate.getProcessBusinessKey(), (String) gate.getVariable(ModelIds.STEP)).map(point -> Map.of(
                ModelIds.ITS_ID, point.id(), ModelIds.ITS_OWNER, point.values().getOrDefault(ModelIds.OWNER, ""),
                ModelIds.ITS_RAISER, point.values().getOrDefault(ModelIds.RAISED_BY, ""))).toList());
    }

    /** The ids of what was {@link #asked}. */
    public List<String> ids(SpinJsonNode asked) {
        return asked.elements().stream().map(point -> point.prop(ModelIds.ITS_ID).stringValue()).toList();
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
