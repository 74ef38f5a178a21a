package nl.tweespoor.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.tweespoor.engine.DutchTime;
import org.camunda.spin.Spin;

/** Turns what a story says into what Tasklist would submit. */
final class DemoAnswers {

    private static final Pattern DAYS = Pattern.compile("([+-]\\d+)d");

    private DemoAnswers() {
    }

    static Map<String, Object> of(Map<String, Object> told) {
        Map<String, Object> answers = new HashMap<>();
        told.forEach((question, answer) -> answers.put(question, submitted(answer)));
        return answers;
    }

    private static Object submitted(Object answer) {
        if (answer instanceof List<?> several) {
            return Spin.JSON(several);
        }
        if (answer instanceof String text) {
            Matcher days = DAYS.matcher(text.strip());
            return days.matches() ? DutchTime.today().plusDays(Long.parseLong(days.group(1))).toString() : text.strip();
        }
        return answer;
    }
}
