package nl.tweespoor.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Which way a dossier went through the models that it ran on, as far as the engine still knows. It tells all, also what the
 * person who asks may not see: whoever shows it decides who reads it.
 */
@Component
public class DossierPath {

    /** What only holds others together, and would be counted beside them. */
    private static final Set<String> NO_STEP = Set.of("multiInstanceBody");

    private final ProcessEngine engine;

    DossierPath(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * A version of a process on which it ran.
     *
     * @param name  as people read it
     * @param steps in the order in which each was first reached
     */
    public record Model(String process, int version, String name, List<Step> steps) {
    }

    /**
     * An element that was reached.
     *
     * @param name   as people read it; null when it has none
     * @param type   as the engine calls it, such as {@code userTask}
     * @param begun  each time it was reached, oldest first
     * @param isHere whether the dossier is there now
     * @param called the process that it called; null when it calls none
     */
    public record Step(String element, String name, String type, List<Instant> begun, boolean isHere, Called called) {
    }

    public record Called(String process, int version) {
    }

    /** The models in the order in which the dossier came there; none once the history is gone. */
    public List<Model> of(String number) {
        return Unchecked.inCommand(engine, context -> {
            Map<String, HistoricProcessInstance> runs = runs(number);
            Map<String, List<HistoricActivityInstance>> byModel = new LinkedHashMap<>();
            runs.values().forEach(run -> steps(run).forEach(step -> byModel.computeIfAbsent(step.getProcessDefinitionId(),
                    model -> new ArrayList<>()).add(step)));
            return byModel.keySet().stream().flatMap(id -> Stream.ofNullable(model(id))).map(model -> new Model(model.getKey(),
                    model.getVersion(), model.getName(), steps(runs, byModel.get(model.getId())))).toList();
        });
    }

    /** What went over to another version since keeps the one on which it was done. */
    private List<HistoricActivityInstance> steps(HistoricProcessInstance run) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(run.getId())
                .orderPartiallyByOccurrence().asc().list();
    }

    private ProcessDefinition model(String id) {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionId(id).singleResult();
    }

    /** The model itself; none for one on which this dossier never ran. */
    public Optional<String> xml(String number, String process, int version) {
        return Unchecked.inCommand(engine, context -> Optional.ofNullable(engine.getRepositoryService().createProcessDefinitionQuery()
                        .processDefinitionKey(process).processDefinitionVersion(version).singleResult()).map(ProcessDefinition::getId)
                .filter(id -> runs(number).keySet().stream().anyMatch(run -> engine.getHistoryService().createHistoricActivityInstanceQuery()
                        .processInstanceId(run).processDefinitionId(id).count() > 0)).map(id -> {
                    try (InputStream model = engine.getRepositoryService().getProcessModel(id)) {
                        return new String(model.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private Map<String, HistoricProcessInstance> runs(String number) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                .orderByProcessInstanceStartTime().asc().list().stream().collect(Collectors.toMap(HistoricProcessInstance::getId,
                        Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static List<Step> steps(Map<String, HistoricProcessInstance> runs, List<HistoricActivityInstance> all) {
        return all.stream().filter(step -> !NO_STEP.contains(step.getActivityType()))
                // Keeps the order of occurrence of what happened in the same moment.
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .collect(Collectors.groupingBy(HistoricActivityInstance::getActivityId, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(steps -> step(runs, steps)).toList();
    }

    private static Step step(Map<String, HistoricProcessInstance> runs, List<HistoricActivityInstance> steps) {
        HistoricActivityInstance newest = steps.get(steps.size() - 1);
        return new Step(newest.getActivityId(), newest.getActivityName(), newest.getActivityType(),
                steps.stream().map(step -> step.getStartTime().toInstant()).toList(),
                steps.stream().anyMatch(step -> step.getEndTime() == null),
                Optional.ofNullable(newest.getCalledProcessInstanceId()).map(runs::get)
                        .map(run -> new Called(run.getProcessDefinitionKey(), run.getProcessDefinitionVersion())).orElse(null));
    }
}
