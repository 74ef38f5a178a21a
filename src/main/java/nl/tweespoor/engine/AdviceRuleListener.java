package nl.tweespoor.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.tweespoor.engine.Advice.FiredRule;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedOutputImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Tells every {@link AdviceRule} what a deployed decision table gives. */
class AdviceRuleListener implements DmnDecisionTableEvaluationListener, DmnDecisionEvaluationListener {

    private final Rules rules;
    /** What fired so far in this decision, by the name of the output; the tables below are evaluated before those above. */
    private final ThreadLocal<Map<String, List<FiredRule>>> fired = ThreadLocal.withInitial(HashMap::new);

    AdviceRuleListener(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (event.getDecisionTable() instanceof DecisionDefinition definition) {
            Advice advice = advice(event, definition);
            event.getMatchingRules().stream().flatMap(rule -> rule.getOutputEntries().keySet().stream()).distinct()
                    .forEach(output -> fired.get().put(output, advice.rules()));
            rules.onAdvice().forEach(rule -> rule.given(advice));
        }
    }

    @Override
    public void notify(DmnDecisionEvaluationEvent whole) {
        if (whole.getDecisionResult() instanceof DmnDecisionTableEvaluationEvent event
                && event.getDecisionTable() instanceof DecisionDefinition definition) {
            Advice advice = advice(event, definition);
            rules.onAdvice().forEach(rule -> rule.answered(advice));
        }
        fired.remove();
    }

    private Advice advice(DmnDecisionTableEvaluationEvent event, DecisionDefinition definition) {
        DmnModelInstance model = Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDmnModelInstanceForDecisionDefinition(definition.getId());
        Optional<DossierStep> step = Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(asking -> DossierStep.of(asking.getExecution()));
        return new Advice(ModelVersion.of(definition), rules.actor(), step,
                event.getMatchingRules().stream().map(rule -> fired(rule, model)).toList());
    }

    private FiredRule fired(DmnEvaluatedDecisionRule matched, DmnModelInstance model) {
        Rule rule = model.getModelElementById(matched.getId());
        return new FiredRule(matched.getId(),
                rule.getDescription() == null ? null : rule.getDescription().getTextContent(), outputs(matched), because(rule),
                (name, text) -> add(matched, name, text));
    }

    private static Map<String, String> outputs(DmnEvaluatedDecisionRule matched) {
        Map<String, String> outputs = new LinkedHashMap<>();
        matched.getOutputEntries().forEach((name, output) -> outputs.put(name, String.valueOf(output.getValue().getValue())));
        return outputs;
    }

    /** An empty cell takes anything, so what stands there is no reason. */
    private List<FiredRule> because(Rule rule) {
        List<Input> columns = List.copyOf(((DecisionTable) rule.getParentElement()).getInputs());
        List<InputEntry> cells = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, columns.size())
                .filter(i -> !List.of("", "-").contains(cells.get(i).getTextContent().strip()))
                .mapToObj(i -> columns.get(i).getInputExpression().getText().getTextContent())
                .flatMap(output -> fired.get().getOrDefault(output, List.of()).stream()).toList();
    }

    private static void add(DmnEvaluatedDecisionRule matched, String name, String text) {
        DmnDecisionTableOutputImpl output = new DmnDecisionTableOutputImpl();
        output.setOutputName(name);
        matched.getOutputEntries().put(name, new DmnEvaluatedOutputImpl(output, Variables.stringValue(text)));
    }
}
