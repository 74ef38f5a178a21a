package nl.tweespoor.openpoint;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What anyone asks or warns of on a dossier that runs and concerns them. They choose it by its title, and need not know its number. */
@Component("raisedPoints")
public class RaisedPoints {

    private static final int MOST_OPTIONS = 200;
    private static final String PREFIX = "P-";
    private static final int OF_THE_ID = 8;

    private final CurrentUser currentUser;
    private final DossierProgress progress;
    private final DossierParts parts;
    private final Concerned concerned;

    RaisedPoints(CurrentUser currentUser, DossierProgress progress, DossierParts parts, Concerned concerned) {
        this.currentUser = currentUser;
        this.progress = progress;
        this.parts = parts;
        this.concerned = concerned;
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
        String teams = parts.known(number, ModelIds.ROLL_OUT_TEAM).stream().map(team -> team.getOrDefault(ModelIds.TEAM_NAME, ""))
                .filter(name -> !name.isEmpty()).distinct().collect(Collectors.joining(", "));
        return title + (teams.isEmpty() ? "" : " (" + teams + ")") + (isOnlyOne ? "" : ", " + number);
    }

    /** @param day until when it should be done, as forms write a day */
    public void raise(DelegateExecution raised, String day) {
        String number = (String) raised.getVariable(ModelIds.ABOUT);
        if (!progress.runs(number, List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION))) {
            throw Refusal.conflict("Dit dossier loopt niet meer. Kies een ander dossier, of meld het als een nieuwe kans.");
        }
        Group owner = progress.runs(number, List.of(ModelIds.IMPLEMENTATION)) ? Group.PROJECT_LEAD : Group.HEAD_OF_INNOVATION;
        raised.getProcessEngineServices().getRuntimeService().createMessageCorrelation(ModelIds.RAISED).processInstanceBusinessKey(number)
                .setVariables(Variables.putValue(ModelIds.DOSSIER_NUMBER, number).putValue(ModelIds.TITLE, titles().get(number))
                        .putValue(ModelIds.KIND, raised.getVariable(ModelIds.KIND)).putValue(ModelIds.TEXT, raised.getVariable(ModelIds.TEXT))
                        .putValue(ModelIds.OWNER, owner.id()).putValue(ModelIds.DATE, day).putValue(ModelIds.BEFORE, ModelIds.NO_MOMENT)
                        .putValue(ModelIds.RAISED_BY, raised.getVariable(ModelIds.RAISED_BY)).putValue(ModelIds.STATE, ModelIds.OPEN)
                        .putValue(ModelIds.MOVES, 0L))
                .correlateStartMessage();
    }
}
