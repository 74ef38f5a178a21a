package nl.tweespoor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Where a dossier stands in its processes, as far as the engine still knows. It tells all, also what the person who asks may
 * not see: whoever shows it decides who reads it.
 */
@Component
public class DossierProgress {

    private static final String NAME = "name";
    private static final String TYPE = "type";
    private static final String CATCHES_TIME = "intermediateTimer";

    private final ProcessEngine engine;

    DossierProgress(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * @param runs   of the processes that no other process called, oldest first
     * @param tasks  that are open, the first due first
     * @param waits  for a date, the first first
     * @param values the texts that were asked for, as the processes knew them last
     */
    public record Progress(List<Run> runs, List<OpenTask> tasks, List<Wait> waits, Map<String, String> values) {
    }

    /**
     * A process from start to end.
     *
     * @param ended      null while it runs
     * @param endElement the id of the end event that it came to
     * @param at         ids of the elements where it is now
     * @param passed     ids of the elements that it completed
     */
    public record Run(String process, Instant started, Instant ended, String endElement, Set<String> at, Set<String> passed) {
    }

    /**
     * @param assignee the id of the person whose task it is; null when it is still for its groups
     * @param person   the name of that person
     * @param due      null when it has no date
     */
    public record OpenTask(String id, String element, String name, List<String> groups, String assignee, String person,
            Instant since, Instant due) {
    }

    public record Wait(String element, String name, Instant until) {
    }

    /** @param nameOf gives the name of a person, in a command without authorizations */
    public Progress of(String number, List<String> values, UnaryOperator<String> nameOf) {
        return Unchecked.inCommand(engine, context -> new Progress(runs(number), tasks(number, nameOf), waits(number), values(number, values)));
    }

    /** Whether one of these processes runs for this dossier. */
    public boolean runs(String number, List<String> processes) {
        return Unchecked.inCommand(engine, context -> engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number).processDefinitionKeyIn(processes.toArray(String[]::new)).count() > 0);
    }

    /**
     * The newest dossiers for which one of these processes runs, with the texts that were asked for, the newest number first.
     *
     * @param processes ids of processes
     * @param values    names of variables
     * @param most      that are looked at
     */
    public Map<String, Map<String, String>> running(List<String> processes, List<String> values, int most) {
        return Unchecked.inCommand(engine, context -> {
            Map<String, String> numbers = engine.getRuntimeService().createProcessInstanceQuery()
                    .processDefinitionKeyIn(processes.toArray(String[]::new)).orderByBusinessKey().desc().listPage(0, most).stream()
                    .filter(process -> process.getBusinessKey() != null)
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            Map<String, Map<String, String>> running = new TreeMap<>(Comparator.reverseOrder());
            numbers.values().forEach(number -> running.put(number, new HashMap<>()));
            if (!numbers.isEmpty()) {
                engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(numbers.keySet().toArray(String[]::new))
                        .variableNameIn(values.toArray(String[]::new)).disableBinaryFetching().list().stream()
                        .filter(value -> value.getValue() instanceof String)
                        .forEach(value -> running.get(numbers.get(value.getProcessInstanceId()))
                                .put(value.getName(), (String) value.getValue()));
            }
            return running;
        });
    }

    /** Whether a task of this dossier is or was given to this person. */
    public boolean hadTask(String number, String userId) {
        return Unchecked.inCommand(engine, context -> engine.getHistoryService().createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(number).taskInvolvedUser(userId).count() > 0);
    }

    private List<Run> runs(String number) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                .rootProcessInstances().orderByProcessInstanceStartTime().asc().list().stream().map(this::run).toList();
    }

    private Run run(HistoricProcessInstance root) {
        List<HistoricActivityInstance> steps = engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(root.getId()).list();
        return new Run(root.getProcessDefinitionKey(), root.getStartTime().toInstant(), instant(root.getEndTime()),
                ((HistoricProcessInstanceEntity) root).getEndActivityId(),
                steps.stream().filter(step -> step.getEndTime() == null).map(HistoricActivityInstance::getActivityId)
                        .collect(Collectors.toSet()),
                steps.stream().filter(step -> step.getEndTime() != null && !step.isCanceled())
                        .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet()));
    }

    private List<OpenTask> tasks(String number, UnaryOperator<String> nameOf) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).orderByDueDate().asc()
                .orderByTaskCreateTime().asc().list().stream().map(task -> task(task, nameOf)).toList();
    }

    private static OpenTask task(Task task, UnaryOperator<String> nameOf) {
        String assignee = task.getAssignee();
        return new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getName(),
                TaskGroups.of(((TaskEntity) task).getCandidates()), assignee, assignee == null ? null : nameOf.apply(assignee),
                task.getCreateTime().toInstant(), instant(task.getDueDate()));
    }

    private List<Wait> waits(String number) {
        Set<String> running = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number)
                .list().stream().map(process -> process.getId()).collect(Collectors.toSet());
        return running.isEmpty() ? List.of() : engine.getManagementService().createJobQuery().processInstanceIds(running)
                .timers().list().stream().flatMap(timer -> wait(timer).stream())
                .sorted(Comparator.comparing(Wait::until)).toList();
    }

    /** Not what only guards a task, or starts something now and then. */
    private static List<Wait> wait(Job timer) {
        ExecutionEntity waiting = ((JobEntity) timer).getExecution();
        if (waiting == null) {
            // The dossier went on between the question and the answer.
            return List.of();
        }
        ActivityImpl element = waiting.getProcessDefinition().findActivity(((JobEntity) timer).getActivityId());
        return CATCHES_TIME.equals(element.getProperty(TYPE))
                ? List.of(new Wait(element.getId(), (String) element.getProperty(NAME), timer.getDuedate().toInstant())) : List.of();
    }

    private Map<String, String> values(String number, List<String> names) {
        String[] processes = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number).list().stream().map(HistoricProcessInstance::getId).toArray(String[]::new);
        Map<String, String> values = new HashMap<>();
        if (processes.length > 0 && !names.isEmpty()) {
            engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceIdIn(processes)
                    .variableNameIn(names.toArray(String[]::new)).list().stream()
                    .filter(value -> value.getValue() instanceof String && isOfProcess(value))
                    .sorted(Comparator.comparing(HistoricVariableInstance::getCreateTime))
                    .forEach(value -> values.put(value.getName(), (String) value.getValue()));
        }
        return values;
    }

    /** What an event sends is a variable of that event, with the same name. */
    private static boolean isOfProcess(HistoricVariableInstance value) {
        return value.getProcessInstanceId().equals(value.getActivityInstanceId());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
