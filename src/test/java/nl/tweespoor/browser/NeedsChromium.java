package nl.tweespoor.browser;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips in plain words where a developer has no Chromium, and fails where the browser tests are required. */
class NeedsChromium implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(Chromium.path().isPresent(), Optional.ofNullable(System.getenv("TWEESPOOR_BROWSER_TESTS")));
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
