package nl.tweespoor.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** FEEL as the engine reads it: whether a text can be read, and whether a value fits a condition of a rule. */
@Component
class FeelTexts {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    /** Most of what goes live was live already. */
    private final Cache<String, Boolean> expressions = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<String, Boolean> tests = Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<String, Boolean> fits = Caffeine.newBuilder().maximumSize(100_000).build();

    boolean isExpression(String text) {
        return expressions.get(text, key -> engine.parseExpression(key).isSuccess());
    }

    /** Whether it can stand in a field of a rule. */
    boolean isTest(String text) {
        return tests.get(text, key -> engine.parseUnaryTests(key).isSuccess());
    }

    /** Whether a value, of which null is none, fits the condition in a field of a rule. */
    boolean fits(String test, Object value) {
        return fits.get(test + "\u0000" + (value == null ? "" : value.getClass().getSimpleName() + value), key -> {
            EvaluationResult outcome = engine.evaluateUnaryTests(test, value, Map.of());
            return outcome.isSuccess() && Boolean.TRUE.equals(outcome.result());
        });
    }
}
