package nl.tweespoor.engine;

import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.engine.Advice.FiredRule;
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

/** Tells every {@link AdviceRule} what a deployed decision table gives. */
class AdviceRuleListener implements DmnDecisionTableEvaluationListener {

    private final Rules rules;

    AdviceRuleListener(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (event.getDecisionTable() instanceof DecisionDefinition definition) {
            DmnModelInstance model = Context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDmnModelInstanceForDecisionDefinition(definition.getId());
            Advice advice = new Advice(definition.getId(),
                    event.getMatchingRules().stream().map(rule -> fired(rule, model)).toList());
            rules.onAdvice().forEach(rule -> rule.given(advice));
        }
    }

    private static FiredRule fired(DmnEvaluatedDecisionRule matched, DmnModelInstance model) {
        Rule rule = model.getModelElementById(matched.getId());
        Map<String, Object> outputs = matched.getOutputEntries().entrySet().stream()
                .filter(entry -> entry.getValue().getValue().getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getValue().getValue()));
        return new FiredRule(matched.getId(),
                rule.getDescription() == null ? null : rule.getDescription().getTextContent(), outputs,
                (name, text) -> add(matched, name, text));
    }

    private static void add(DmnEvaluatedDecisionRule matched, String name, String text) {
        DmnDecisionTableOutputImpl output = new DmnDecisionTableOutputImpl();
        output.setOutputName(name);
        matched.getOutputEntries().put(name, new DmnEvaluatedOutputImpl(output, Variables.stringValue(text)));
    }
}
