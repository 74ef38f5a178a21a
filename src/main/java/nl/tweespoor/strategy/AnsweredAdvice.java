package nl.tweespoor.strategy;

import static org.camunda.spin.Spin.JSON;

import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** What was decided on each point that a council advised, in the form in which that council is told. */
@Component("answeredAdvice")
public class AnsweredAdvice {

    private static final Map<String, String> CHOICES = Map.of("follow", "followed", "deviate", "notFollowed");
    private static final Map<String, String> WORDS = Map.of("follow", "Volgen", "deviate", "Niet volgen");

    /** @param council the id of its group */
    public SpinJsonNode of(SpinJsonNode answers, String council) {
        return JSON(answers.elements().stream().filter(answer -> council.equals(text(answer, "council"))).map(answer -> Map.of(
                "id", text(answer, "id"), "title", text(answer, "title"), "choice", CHOICES.get(text(answer, "followed")),
                "answer", WORDS.get(text(answer, "followed")), "reason", text(answer, "reason"))).toList());
    }

    private static String text(SpinJsonNode item, String field) {
        return item.hasProp(field) && !item.prop(field).isNull() ? item.prop(field).stringValue() : "";
    }
}
