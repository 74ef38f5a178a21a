package nl.tweespoor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** What a table looked at when a dossier asked it, as far as the engine still knows. */
@Component
public class TableInputs {

    private final ProcessEngine engine;

    TableInputs(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * By the ids of its inputs; what was empty is left out, and so is all once the history is gone.
     *
     * @param element where a process of this dossier asked
     * @param table   the id of the decision
     * @param told    when its answer was recorded
     */
    public Map<String, Object> of(String number, String process, String element, String table, Instant told) {
        return Unchecked.inCommand(engine, context -> {
            List<String> runs = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                    .processDefinitionKey(process).list().stream().map(HistoricProcessInstance::getId).toList();
            Map<String, Object> inputs = new HashMap<>();
            runs.stream().flatMap(run -> engine.getHistoryService().createHistoricDecisionInstanceQuery().processInstanceId(run)
                            .activityIdIn(element).decisionDefinitionKey(table).includeInputs().list().stream())
                    // Both were written in one transaction, but the one moment is not always before the other.
                    .min(Comparator.comparing(asked -> Duration.between(told, asked.getEvaluationTime().toInstant()).abs()))
                    .ifPresent(asked -> asked.getInputs().stream().filter(input -> input.getValue() != null)
                            .forEach(input -> inputs.put(input.getClauseId(), input.getValue())));
            return inputs;
        });
    }
}
