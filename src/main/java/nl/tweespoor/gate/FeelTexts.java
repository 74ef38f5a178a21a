package nl.tweespoor.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** FEEL as the engine reads it: whether a text can be read, and whether a value fits a condition of a rule. */
class FeelTexts {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Cache<String, Boolean> fits = Caffeine.newBuilder().maximumSize(100_000).build();

    /** Null when it can be read. */
    String expressionProblem(String text) {
        return problem(engine.parseExpression(text));
    }

    /** Null when it can be read. */
    String testProblem(String text) {
        return problem(engine.parseUnaryTests(text));
    }

    /** Whether a value, of which null is none, fits the condition in a field of a rule. */
    boolean fits(String test, Object value) {
        return fits.get(test + "\u0000" + (value == null ? "" : value.getClass().getSimpleName() + value), key -> {
            EvaluationResult outcome = engine.evaluateUnaryTests(test, value, Map.of());
            return outcome.isSuccess() && Boolean.TRUE.equals(outcome.result());
        });
    }

    private static String problem(ParseResult read) {
        return read.isSuccess() ? null : "is geen goede FEEL";
    }
}
