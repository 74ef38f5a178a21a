package nl.tweespoor.decision;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.Advice;
import nl.tweespoor.engine.Advice.FiredRule;
import nl.tweespoor.engine.AdviceRule;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.springframework.stereotype.Component;

/**
 * Adds the annotation of each rule that fired to its outputs as {@code reason}: it is the why that users read. Where a
 * rule looks at what another table gave, the reason of that table goes before it.
 */
@Component("reasons")
public class RuleReasons implements AdviceRule {

    @Override
    public void given(Advice advice) {
        advice.rules().stream().filter(rule -> rule.annotation() != null)
                .forEach(rule -> rule.add(ModelIds.REASON, reasonsOf(rule).collect(Collectors.joining(" "))));
    }

    /** Several rules as a markdown list: what the rule gives in bold, and why. */
    public String asList(DmnDecisionResult result, String output) {
        return result.stream()
                .map(rule -> "- **" + rule.getEntry(output) + "**: " + rule.getEntry(ModelIds.REASON))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> reasonsOf(FiredRule rule) {
        return Stream.concat(rule.because().stream().flatMap(RuleReasons::reasonsOf), Stream.of(rule.annotation()))
                .filter(Objects::nonNull);
    }
}
