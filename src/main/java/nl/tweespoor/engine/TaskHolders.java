package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps each task with someone who is there. What a model gives to a chosen person goes to their group as soon as they leave
 * it, lose their account or are away, and back to them when they are there again.
 */
@Component
public class TaskHolders {

    private final ProcessEngine engine;
    private final Memberships memberships;
    private final ObjectProvider<StandInLookup> standIns;

    TaskHolders(ProcessEngine engine, Memberships memberships, ObjectProvider<StandInLookup> standIns) {
        this.engine = engine;
        this.memberships = memberships;
        this.standIns = standIns;
    }

    /** After this person came, left, or began or ended an absence. */
    public void settle(String userId) {
        Unchecked.inCommand(engine, context -> {
            TaskService tasks = engine.getTaskService();
            List<String> groups = memberships.groupsOf(userId);
            boolean away = standIns.getObject().isAway(userId);
            for (Task task : tasks.createTaskQuery().taskAssignee(userId).withCandidateGroups().includeAssignedTasks().list()) {
                Optional<String> named = named(task);
                if (named.filter(userId::equals).isEmpty() && mustLetGo((TaskEntity) task, groups, away)) {
                    tasks.setAssignee(task.getId(), named.orElse(null));
                }
            }
            if (!groups.isEmpty()) {
                tasks.createTaskQuery().taskCandidateGroupIn(groups).taskUnassigned().list().stream()
                        .filter(task -> named(task).filter(userId::equals).isPresent())
                        .forEach(task -> tasks.setAssignee(task.getId(), userId));
            }
            return null;
        });
    }

    /** What someone took on without being chosen for it goes to their group by other rules when they are away. */
    private static boolean mustLetGo(TaskEntity task, List<String> groups, boolean away) {
        boolean left = TaskGroups.of(task.getCandidates()).stream().noneMatch(groups::contains);
        return left || away && isForAPerson(task);
    }

    private static boolean isForAPerson(TaskEntity task) {
        return task.getExecution() != null && task.getTaskDefinition().getAssigneeExpression() != null;
    }

    private static Optional<String> named(Task task) {
        return isForAPerson((TaskEntity) task) ? DossierTask.of((TaskEntity) task).named().get() : Optional.empty();
    }
}
