package nl.tweespoor.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.tweespoor.change.ChangePages;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Words;
import nl.tweespoor.tasklist.TasklistAddresses;
import nl.tweespoor.work.WorkPage.Item;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells of tasks what a list shows. */
@Component
class TaskItems {

    private final RuntimeService runtimeService;
    private final TasklistAddresses tasklist;

    TaskItems(RuntimeService runtimeService, TasklistAddresses tasklist) {
        this.runtimeService = runtimeService;
        this.tasklist = tasklist;
    }

    List<Item> of(List<Task> tasks) {
        return of(tasks, task -> "");
    }

    List<Item> of(List<Task> tasks, Function<Task, String> whose) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, String>> values = values(tasks);
        return tasks.stream().map(task -> item(task, values.getOrDefault(task.getId(), Map.of()), whose.apply(task))).toList();
    }

    private Item item(Task task, Map<String, String> values, String whose) {
        String number = values.getOrDefault(ModelIds.DOSSIER_NUMBER, "");
        return new Item(task.getName(), tasklist.task(task.getId()), number, about(values),
                Dossiers.isNumber(number) ? "/dossiers/" + number : ChangePages.address(number).orElse(null), whose, due(task));
    }

    /** Someone may have several points of one dossier. */
    private static String about(Map<String, String> values) {
        String title = values.getOrDefault(ModelIds.TITLE, "");
        return values.containsKey(ModelIds.POINT) ? title + ": " + values.get(ModelIds.POINT) : title;
    }

    private static String due(Task task) {
        if (task.getDueDate() == null) {
            return "";
        }
        Instant due = task.getDueDate().toInstant();
        return (due.isBefore(EngineClock.now()) ? "te laat sinds " : "uiterlijk ") + Words.near(due.atZone(DutchTime.ZONE).toLocalDate());
    }

    /** What the lists of Tasklist show too: a copy of the task's own. */
    private Map<String, Map<String, String>> values(List<Task> tasks) {
        return runtimeService.createVariableInstanceQuery().taskIdIn(tasks.stream().map(Task::getId).toArray(String[]::new))
                .variableNameIn(ModelIds.DOSSIER_NUMBER, ModelIds.TITLE, ModelIds.POINT).list().stream()
                .filter(value -> value.getValue() instanceof String).collect(Collectors.groupingBy(VariableInstance::getTaskId,
                        Collectors.toMap(VariableInstance::getName, value -> (String) value.getValue())));
    }
}
