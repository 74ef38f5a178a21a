package nl.tweespoor.decision;

import java.util.stream.Collectors;
import nl.tweespoor.engine.Advice;
import nl.tweespoor.engine.AdviceRule;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.springframework.stereotype.Component;

/** Adds the annotation of each rule that fired to its outputs as {@code reason}: it is the why that users read. */
@Component("reasons")
public class RuleReasons implements AdviceRule {

    static final String REASON = "reason";

    @Override
    public void given(Advice advice) {
        advice.reasons().stream().filter(rule -> rule.annotation() != null)
                .forEach(rule -> rule.add(REASON, rule.annotation()));
    }

    /** Several rules as a markdown list: what the rule gives in bold, and why. */
    public String asList(DmnDecisionResult result, String output) {
        return result.stream()
                .map(rule -> "- **" + rule.getEntry(output) + "**: " + rule.getEntry(REASON))
                .collect(Collectors.joining("\n"));
    }
}
