package nl.tweespoor.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final ObjectProvider<Farewell> farewells;

    TaskHolders(ProcessEngine engine, Memberships memberships, ObjectProvider<StandInLookup> standIns, ObjectProvider<Farewell> farewells) {
        this.engine = engine;
        this.memberships = memberships;
        this.standIns = standIns;
        this.farewells = farewells;
    }

    List<String> membersOf(String groupId) {
        return memberships.membersOf(groupId);
    }

    /** After this person lost a group or the account. */
    void left(String userId) {
        settle(userId);
        Unchecked.inCommand(engine, context -> {
            farewells.forEach(farewell -> farewell.left(userId));
            return null;
        });
    }

    /**
     * After someone else was chosen for what this person carried: their tasks with the groups and the person that the model
     * gives now. What a colleague took on stays with them.
     *
     * @param instances ids of the process instances that know it
     */
    public void chosenAnew(String userId, Set<String> instances) {
        Unchecked.inCommand(engine, context -> {
            TaskService tasks = engine.getTaskService();
            for (Task task : tasks.createTaskQuery().processInstanceIdIn(instances.toArray(String[]::new)).list()) {
                if (isForAPerson((TaskEntity) task) && (task.getAssignee() == null || task.getAssignee().equals(userId))) {
                    give((TaskEntity) task);
                }
            }
            return null;
        });
    }

    private static void give(TaskEntity task) {
        Set<String> groups = new HashSet<>();
        task.getTaskDefinition().getCandidateGroupIdExpressions().forEach(group -> groups.add((String) group.getValue(task)));
        TaskGroups.of(task.getCandidates()).stream().filter(group -> !groups.contains(group)).forEach(task::deleteCandidateGroup);
        groups.stream().filter(group -> !TaskGroups.of(task.getCandidates()).contains(group)).forEach(task::addCandidateGroup);
        task.setAssignee(named(task).orElse(null));
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
