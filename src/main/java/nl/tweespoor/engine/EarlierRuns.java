package nl.tweespoor.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Earlier runs of the process of a task in the same dossier, as far as the engine still knows them. It tells all: whoever shows
 * it decides who reads it.
 */
@Component
public class EarlierRuns {

    private final ProcessEngine engine;

    EarlierRuns(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param values the texts that were asked for */
    public record Run(Instant started, Map<String, String> values) {
    }

    /** Newest first. */
    public List<Run> before(DossierTask task, List<String> names) {
        return Unchecked.inCommand(engine, context -> engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(task.dossierNumber()).processDefinitionKey(task.process().key())
                .orderByProcessInstanceStartTime().desc().list().stream()
                .filter(run -> !run.getId().equals(task.processInstance())).map(run -> run(run, names)).toList());
    }

    private Run run(HistoricProcessInstance run, List<String> names) {
        Map<String, String> values = new HashMap<>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(run.getId())
                .activityInstanceIdIn(run.getId()).variableNameIn(names.toArray(String[]::new)).list().stream()
                .filter(value -> value.getValue() instanceof String)
                .forEach(value -> values.put(value.getName(), (String) value.getValue()));
        return new Run(run.getStartTime().toInstant(), values);
    }
}
