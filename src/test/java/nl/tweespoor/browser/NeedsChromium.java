package nl.tweespoor.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * Hands out one Chromium for all tests of a run. Skips in plain words where a developer has none, and fails where the
 * browser tests are required.
 */
class NeedsChromium extends TypeBasedParameterResolver<Chromium> implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(Chromium.path().isPresent(), Optional.ofNullable(System.getenv("TWEESPOOR_BROWSER_TESTS")));
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(NeedsChromium.class))
                .getOrComputeIfAbsent("chromium", any -> Chromium.launch(), Chromium.class);
    }

    static ConditionEvaluationResult decide(boolean found, Optional<String> wanted) {
        if (found) {
            return ConditionEvaluationResult.enabled("Chromium found");
        }
        String missing = "No Chromium for the browser tests. Install it (Debian: apt-get install chromium),"
                + " or name its path in TWEESPOOR_CHROMIUM.";
        if (wanted.filter("required"::equals).isPresent()) {
            throw new IllegalStateException(missing);
        }
        System.out.println("SKIPPED: " + missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
