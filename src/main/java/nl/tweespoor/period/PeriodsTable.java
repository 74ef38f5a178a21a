package nl.tweespoor.period;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * One deployed version of {@code periods.dmn}, which never changes. It is a list and not a decision: every entry is a text
 * between quotes, so that nothing has to be evaluated.
 *
 * @param version the id of the deployed decision
 * @param periods by step, in the order of the table
 */
record PeriodsTable(String version, Map<String, List<String>> periods) {

    private static final String TEXT = "\"([^\"]*)\"";
    private static final Pattern ONE_TEXT = Pattern.compile(TEXT);
    private static final Pattern TEXTS = Pattern.compile("\\s*" + TEXT + "(\\s*,\\s*" + TEXT + ")*\\s*");

    static PeriodsTable of(String version, DmnModelInstance model) {
        Map<String, List<String>> periods = new HashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            List<String> period = texts(rule.getOutputEntries().iterator().next().getTextContent());
            texts(rule.getInputEntries().iterator().next().getTextContent())
                    .forEach(step -> periods.computeIfAbsent(step, row -> new ArrayList<>()).addAll(period));
        }
        return new PeriodsTable(version, periods);
    }

    /** Whether it says something else than texts: then its step misses it. */
    static boolean isUnreadable(Rule rule) {
        return texts(rule.getOutputEntries().iterator().next().getTextContent()).isEmpty()
                || texts(rule.getInputEntries().iterator().next().getTextContent()).isEmpty();
    }

    List<String> of(String step) {
        return periods.getOrDefault(step, List.of());
    }

    /** None when it says something else: then the step misses its row, and says so. */
    private static List<String> texts(String entry) {
        return TEXTS.matcher(entry).matches()
                ? ONE_TEXT.matcher(entry).results().map(text -> text.group(1)).toList() : List.of();
    }
}
