package nl.tweespoor.council;

import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.DossierParts;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The points of an advice one by one, so that each gets its own answer. */
@Component("councils")
public class Councils {

    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String CHOICE = "choice";
    private static final String ANSWER = "answer";
    private static final String REASON = "reason";
    private static final String MARK_OF_A_LIST = "^(?:[-*•]|\\d{1,2}[.)])\\s+";

    private final DossierParts parts;

    Councils(DossierParts parts) {
        this.parts = parts;
    }

    /** Whether this council was asked for advice on a dossier, also when it did not answer yet. */
    public boolean asked(String dossierNumber, String council) {
        return parts.known(dossierNumber, ModelIds.PROCESS).stream().anyMatch(advice -> council.equals(advice.values().get(ModelIds.COUNCIL)));
    }

    /**
     * What it said, as a table reads it: also that it was not asked, or that it does not agree where it must.
     *
     * @param called how the variables of its advice begin
     */
    public String finding(VariableScope dossier, String called) {
        String said = (String) dossier.getVariable(called + "Outcome");
        if (said == null) {
            return ModelIds.NOT_ASKED;
        }
        boolean agrees = ModelIds.POSITIVE.equals(said) || ModelIds.CONDITIONS.equals(said);
        return ModelIds.CONSENT.equals(dossier.getVariable(called + "Right")) && !agrees ? ModelIds.REFUSED : said;
    }

    /** As people read it. */
    public String name(String council) {
        return People.groupName(council);
    }

    /** Each line is a point. */
    public SpinJsonNode points(String text) {
        List<String> lines = text == null ? List.of() : text.lines().map(String::strip)
                .map(line -> line.replaceFirst(MARK_OF_A_LIST, "")).filter(line -> !line.isBlank()).toList();
        return JSON(IntStream.range(0, lines.size()).mapToObj(i -> Map.of(ID, "A" + (i + 1), TITLE, lines.get(i))).toList());
    }

    /** @param points null when nothing was advised */
    public List<String> ids(SpinJsonNode points) {
        return elements(points).map(point -> point.prop(ID).stringValue()).toList();
    }

    public String title(SpinJsonNode points, String id) {
        return elements(points).filter(point -> point.prop(ID).stringValue().equals(id)).map(point -> point.prop(TITLE).stringValue())
                .findFirst().orElse("");
    }

    /** With the point that was just decided on. */
    public SpinJsonNode answered(VariableScope point) {
        boolean followed = ModelIds.FOLLOWED.equals(point.getVariable(ModelIds.DECIDED));
        return JSON(Stream.concat(elements(answers(point)).map(Councils::asMap), Stream.of(Map.of(
                ID, point.getVariable(ModelIds.POINT_ID), TITLE, point.getVariable(ModelIds.POINT_TITLE),
                CHOICE, point.getVariable(ModelIds.DECIDED), ANSWER, followed ? "Volgen" : "Niet volgen",
                REASON, point.getVariable(ModelIds.POINT_REASON)))).toList());
    }

    /** What was decided on the points until now. */
    public SpinJsonNode answers(VariableScope notice) {
        return notice.getVariable(ModelIds.ANSWERS) instanceof SpinJsonNode answers ? answers : JSON(List.of());
    }

    /** Whether what was decided is another thing than the council said. Who said nothing is not followed. */
    public boolean deviates(VariableScope notice) {
        String said = (String) notice.getVariable(ModelIds.OUTCOME);
        boolean each = elements(answers(notice)).allMatch(answer -> ModelIds.FOLLOWED.equals(answer.prop(CHOICE).stringValue()));
        return !(ModelIds.POSITIVE.equals(said) || ModelIds.CONDITIONS.equals(said)) || !each;
    }

    /** The points that are followed, a line each: the hand-over has them as conditions. */
    public String followed(VariableScope notice) {
        return elements(answers(notice)).filter(answer -> ModelIds.FOLLOWED.equals(answer.prop(CHOICE).stringValue()))
                .map(answer -> answer.prop(TITLE).stringValue()).collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> asMap(SpinJsonNode answer) {
        return answer.fieldNames().stream().collect(Collectors.toMap(name -> name, name -> answer.prop(name).stringValue()));
    }

    private static Stream<SpinJsonNode> elements(SpinJsonNode list) {
        return list == null ? Stream.of() : list.elements().stream();
    }
}
