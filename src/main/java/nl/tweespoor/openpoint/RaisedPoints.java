package nl.tweespoor.openpoint;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What anyone asks or warns of on a dossier that runs and concerns them. They choose it by its title, and need not know its number. */
@Component("raisedPoints")
public class RaisedPoints {

    private static final int MOST_OPTIONS = 200;
    private static final String PREFIX = "P-";
    private static final int OF_THE_ID = 8;
    /** What a point that goes on elsewhere takes along. */
    private static final List<String> TOLD = List.of(ModelIds.KIND, ModelIds.TEXT, ModelIds.OWNER, ModelIds.DATE, ModelIds.BEFORE,
            ModelIds.RAISED_BY, ModelIds.RAISED_AS);

    private final CurrentUser currentUser;
    private final DossierProgress progress;
    private final DossierParts parts;
    private final Concerned concerned;
    private final Points points;
    private final OpenPoints openPoints;

    RaisedPoints(CurrentUser currentUser, DossierProgress progress, DossierParts parts, Concerned concerned,
            Points points, OpenPoints openPoints) {
        this.currentUser = currentUser;
        this.progress = progress;
        this.parts = parts;
        this.concerned = concerned;
        this.points = points;
        this.openPoints = openPoints;
    }

    /** Gives it a number of its own until its dossier is chosen. */
    public void open(DelegateExecution start) {
        String number = PREFIX + start.getProcessInstanceId().substring(0, OF_THE_ID);
        start.setProcessBusinessKey(number);
        start.setVariable(ModelIds.DOSSIER_NUMBER, number);
        start.setVariable(ModelIds.TITLE, "Uw vraag, zorg of knelpunt");
        start.setVariable(ModelIds.RAISED_BY, currentUser.id().orElseThrow(() -> Refusal.forbidden("Log in om iets te melden.")));
    }

    /** The dossiers that run and concern this person, as options of a form. */
    public SpinJsonNode options(String userId) {
        Map<String, String> titles = titles();
        Set<String> own = concerned.among(titles.keySet(), userId);
        Set<String> once = titles.entrySet().stream().filter(dossier -> own.contains(dossier.getKey())).map(Map.Entry::getValue)
                .collect(Collectors.groupingBy(title -> title, Collectors.counting())).entrySet().stream()
                .filter(title -> title.getValue() == 1).map(Map.Entry::getKey).collect(Collectors.toSet());
        return JSON(titles.entrySet().stream().filter(dossier -> own.contains(dossier.getKey())).map(dossier -> Map.of(
                "value", dossier.getKey(), "label", label(dossier.getKey(), dossier.getValue(), once.contains(dossier.getValue())))).toList());
    }

    private Map<String, String> titles() {
        return progress.running(List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION), List.of(ModelIds.TITLE), MOST_OPTIONS).entrySet()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, known -> known.getValue().getOrDefault(ModelIds.TITLE, "")));
    }

    private String label(String number, String title, boolean isOnlyOne) {
        String teams = parts.known(number, ModelIds.ROLL_OUT_TEAM).stream().map(team -> team.values().getOrDefault(ModelIds.TEAM_NAME, ""))
                .filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(", "));
        return title + (teams.isEmpty() ? "" : " (" + teams + ")") + (isOnlyOne ? "" : ", " + number);
    }

    /** @param day until when it should be done, as forms write a day */
    public void raise(DelegateExecution raised, String day) {
        String number = (String) raised.getVariable(ModelIds.ABOUT);
        if (!progress.runs(number, List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION))) {
            throw Refusal.conflict("Dit dossier loopt niet meer. Kies een ander dossier, of meld het als een nieuwe kans.");
        }
        start(raised, number, Variables.putValue(ModelIds.KIND, raised.getVariable(ModelIds.KIND))
                .putValue(ModelIds.TEXT, raised.getVariable(ModelIds.TEXT)).putValue(ModelIds.OWNER, answersFor(number))
                .putValue(ModelIds.DATE, day).putValue(ModelIds.BEFORE, Points.moment(raised.getVariable(ModelIds.BEFORE)))
                .putValue(ModelIds.RAISED_BY, raised.getVariable(ModelIds.RAISED_BY)).putValue(ModelIds.RAISED_AS, raised.getProcessBusinessKey()));
    }

    /** Who leads the project; before anyone was chosen, the head whose track it is. */
    private String answersFor(String number) {
        return parts.known(number, ModelIds.IMPLEMENTATION).stream().map(known -> known.values().get(ModelIds.PROJECT_LEAD)).filter(Objects::nonNull)
                .reduce((earlier, later) -> later).orElseGet(() -> (progress.runs(number, List.of(ModelIds.INNOVATION))
                        ? Group.HEAD_OF_INNOVATION : Group.HEAD_OF_IMPLEMENTATION).id());
    }

    /** Each of these, from who is named with it, and else from whoever completes the step from which they come. */
    public void raiseAll(DelegateExecution dossier, SpinJsonNode newPoints) {
        newPoints.elements().forEach(point -> start(dossier, dossier.getProcessBusinessKey(), Variables
                .putValue(ModelIds.KIND, point.prop(ModelIds.ITS_KIND).stringValue())
                .putValue(ModelIds.TEXT, point.prop(ModelIds.ITS_TEXT).stringValue())
                .putValue(ModelIds.OWNER, point.prop(ModelIds.ITS_OWNER).stringValue())
                .putValue(ModelIds.DATE, point.prop(ModelIds.ITS_DATE).stringValue())
                .putValue(ModelIds.BEFORE, point.prop(ModelIds.ITS_BEFORE).stringValue())
                .putValue(ModelIds.RAISED_BY, raiser(point))));
    }

    private String raiser(SpinJsonNode point) {
        return Stream.of(point).filter(named -> named.hasProp(ModelIds.ITS_RAISER)).map(named -> named.prop(ModelIds.ITS_RAISER).stringValue())
                .filter(named -> !named.isEmpty()).findFirst().or(currentUser::id).orElse(null);
    }

    /** What is open in a dossier that goes on in another one, is open there: with the same owner and date, and from who raised it. */
    public void takeAlong(DelegateExecution joined) {
        String number = (String) joined.getVariable(ModelIds.JOINED_DOSSIER);
        openPoints.known(joined.getProcessBusinessKey()).filter(KnownPoint::isOpen).forEach(point -> {
            VariableMap told = Variables.createVariables();
            TOLD.stream().filter(point.values()::containsKey).forEach(name -> told.putValue(name, point.values().get(name)));
            start(joined, number, told);
        });
    }

    private void start(DelegateExecution raised, String number, VariableMap told) {
        raised.getProcessEngineServices().getRuntimeService().createMessageCorrelation(ModelIds.RAISED).processInstanceBusinessKey(number)
                .setVariables(told).setVariable(ModelIds.ID, points.newId()).setVariable(ModelIds.DOSSIER_NUMBER, number)
                .setVariable(ModelIds.TITLE, titleOf(number)).setVariable(ModelIds.STATE, ModelIds.OPEN).setVariable(ModelIds.MOVES, 0L)
                .correlateStartMessage();
    }

    private String titleOf(String number) {
        return Stream.of(ModelIds.IMPLEMENTATION, ModelIds.INNOVATION).flatMap(process -> parts.known(number, process).stream())
                .map(known -> known.values().get(ModelIds.TITLE)).filter(Objects::nonNull).findFirst().orElse("");
    }
}
