package nl.tweespoor.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What the parts of a dossier know, such as its teams, also those that have ended. It tells all, also what the person who asks
 * may not see: whoever shows it decides who reads it.
 */
@Component
public class DossierParts {

    private final ProcessEngine engine;

    DossierParts(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * @param values  the texts that it knows
     * @param passed  ids of the elements that it completed
     * @param running whether it has not ended yet
     */
    public record Part(Map<String, String> values, Set<String> passed, boolean running) {
    }

    /** The parts with this process, oldest first. */
    public List<Part> of(String number, String process) {
        return Unchecked.inCommand(engine, context -> engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number).processDefinitionKey(process).orderByProcessInstanceStartTime().asc().list()
                .stream().map(this::part).toList());
    }

    /**
     * @param values  the texts that it knows
     * @param running whether it has not ended yet
     */
    public record Known(Map<String, String> values, boolean running) {
    }

    /** What each part with this process knows, oldest first: in two questions, however many there are. */
    public List<Known> known(String number, String process) {
        return Unchecked.inCommand(engine, context -> {
            Map<String, Known> known = new LinkedHashMap<>();
            engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                    .processDefinitionKey(process).orderByProcessInstanceStartTime().asc().list()
                    .forEach(instance -> known.put(instance.getId(), new Known(new HashMap<>(), instance.getEndTime() == null)));
            if (!known.isEmpty()) {
                String[] ids = known.keySet().toArray(String[]::new);
                engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceIdIn(ids).activityInstanceIdIn(ids)
                        .disableBinaryFetching().list().forEach(value -> {
                            if (value.getValue() instanceof String text) {
                                known.get(value.getProcessInstanceId()).values().put(value.getName(), text);
                            }
                        });
            }
            return List.copyOf(known.values());
        });
    }

    private Part part(HistoricProcessInstance instance) {
        HistoryService history = engine.getHistoryService();
        Map<String, String> values = new HashMap<>();
        history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId())
                .activityInstanceIdIn(instance.getId()).list().forEach(value -> {
                    if (value.getValue() instanceof String text) {
                        values.put(value.getName(), text);
                    }
                });
        return new Part(values, history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list()
                .stream().filter(step -> !step.isCanceled()).map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet()),
                instance.getEndTime() == null);
    }
}
