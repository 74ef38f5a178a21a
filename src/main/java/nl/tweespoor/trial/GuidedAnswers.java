package nl.tweespoor.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;
import nl.tweespoor.form.RandomAnswers;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** Mostly the choice that leads to what wasn't come past yet, or the one that was made least often; and sometimes any. */
final class GuidedAnswers extends RandomAnswers {

    private static final int ANY = 5;

    private final ToIntBiFunction<String, String> distance;
    private final ToIntBiFunction<String, String> given;

    /**
     * @param distance of a question and an answer: how far what wasn't come past is then
     * @param given    how often it was given before
     */
    GuidedAnswers(JsonNode form, Map<String, Object> known, BiFunction<String, VariableContext, Object> feel, Random random,
            ToIntBiFunction<String, String> distance, ToIntBiFunction<String, String> given) {
        super(form, known, feel, random);
        this.distance = distance;
        this.given = given;
    }

    @Override
    protected String choose(JsonNode question, List<String> options) {
        if (oneIn(ANY)) {
            return oneOf(options);
        }
        String key = key(question);
        int nearest = options.stream().mapToInt(option -> distance.applyAsInt(key, option)).min().orElseThrow();
        List<String> near = options.stream().filter(option -> distance.applyAsInt(key, option) == nearest).toList();
        int fewest = near.stream().mapToInt(option -> given.applyAsInt(key, option)).min().orElseThrow();
        return oneOf(near.stream().filter(option -> given.applyAsInt(key, option) == fewest).toList());
    }
}
