package nl.tweespoor.decision;

import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedOutputImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Adds the annotation of each rule that fired to its outputs as {@code reason}: it is the why that users read. */
@Component("reasons")
public class RuleReasons implements DmnDecisionTableEvaluationListener {

    static final String REASON = "reason";

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (event.getDecisionTable() instanceof DecisionDefinition definition) {
            DmnModelInstance model = Context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDmnModelInstanceForDecisionDefinition(definition.getId());
            event.getMatchingRules().forEach(rule -> addReason(rule, model));
        }
    }

    /** Several rules as a markdown list: what the rule gives in bold, and why. */
    public String asList(DmnDecisionResult result, String output) {
        return result.stream()
                .map(rule -> "- **" + rule.getEntry(output) + "**: " + rule.getEntry(REASON))
                .collect(Collectors.joining("\n"));
    }

    private static void addReason(DmnEvaluatedDecisionRule matched, DmnModelInstance model) {
        Rule rule = model.getModelElementById(matched.getId());
        if (rule.getDescription() != null) {
            DmnDecisionTableOutputImpl output = new DmnDecisionTableOutputImpl();
            output.setOutputName(REASON);
            matched.getOutputEntries().put(REASON, new DmnEvaluatedOutputImpl(output,
                    Variables.stringValue(rule.getDescription().getTextContent())));
        }
    }
}
