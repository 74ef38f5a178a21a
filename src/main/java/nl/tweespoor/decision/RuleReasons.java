package nl.tweespoor.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
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
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * Adds the annotation of each rule that fired to its outputs as {@code reason}: it is the why that users read. Where a
 * rule looks at what another table gave, the reason of that table goes before it.
 */
@Component("reasons")
public class RuleReasons implements DmnDecisionTableEvaluationListener {

    static final String REASON = "reason";

    /** By table, for the table above it: the engine evaluates that one right after, in the same thread. */
    private final ThreadLocal<Map<String, List<DmnEvaluatedDecisionRule>>> fired =
            ThreadLocal.withInitial(HashMap::new);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (event.getDecisionTable() instanceof DecisionDefinition definition) {
            DmnModelInstance model = Context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDmnModelInstanceForDecisionDefinition(definition.getId());
            Map<String, String> before = reasonsBefore(event.getDecisionTable());
            event.getMatchingRules().forEach(rule -> addReason(rule, model, before));
            fired.get().put(definition.getKey(), event.getMatchingRules());
        }
    }

    /** By the output of the table that this one requires. */
    private Map<String, String> reasonsBefore(DmnDecision table) {
        Map<String, String> reasons = new HashMap<>();
        table.getRequiredDecisions().stream()
                .flatMap(required -> fired.get().getOrDefault(required.getKey(), List.of()).stream())
                .map(DmnEvaluatedDecisionRule::getOutputEntries).filter(outputs -> outputs.containsKey(REASON))
                .forEach(outputs -> outputs.keySet().forEach(output ->
                        reasons.put(output, (String) outputs.get(REASON).getValue().getValue())));
        return reasons;
    }

    /** Several rules as a markdown list: what the rule gives in bold, and why. */
    public String asList(DmnDecisionResult result, String output) {
        return result.stream()
                .map(rule -> "- **" + rule.getEntry(output) + "**: " + rule.getEntry(REASON))
                .collect(Collectors.joining("\n"));
    }

    private static void addReason(DmnEvaluatedDecisionRule matched, DmnModelInstance model,
            Map<String, String> before) {
        Rule rule = model.getModelElementById(matched.getId());
        if (rule.getDescription() != null) {
            DmnDecisionTableOutputImpl output = new DmnDecisionTableOutputImpl();
            output.setOutputName(REASON);
            matched.getOutputEntries().put(REASON, new DmnEvaluatedOutputImpl(output, Variables.stringValue(
                    Stream.concat(looksAt(rule).map(before::get).filter(Objects::nonNull),
                            Stream.of(rule.getDescription().getTextContent())).collect(Collectors.joining(" ")))));
        }
    }

    /** An empty cell takes anything, so what stands there is no reason. */
    private static Stream<String> looksAt(Rule rule) {
        List<Input> columns = List.copyOf(((DecisionTable) rule.getParentElement()).getInputs());
        List<InputEntry> cells = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, columns.size())
                .filter(i -> !List.of("", "-").contains(cells.get(i).getTextContent().strip()))
                .mapToObj(i -> columns.get(i).getInputExpression().getText().getTextContent());
    }
}
