package nl.tweespoor.standin;

import java.util.List;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.TaskGroups;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Gives tasks that one person took back to their group. A task that its model gives to one person stays with them. */
@Component
class TaskReleaser {

    private final TaskService taskService;
    private final RepositoryService repositoryService;
    private final Memberships memberships;

    TaskReleaser(TaskService taskService, RepositoryService repositoryService,
            Memberships memberships) {
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.memberships = memberships;
    }

    void giveBackAllOf(String userId) {
        taken(userId).withCandidateGroups().includeAssignedTasks().list().forEach(this::giveBack);
    }

    /** Only what this person took as a member of these groups, and may no longer do as a member of another. */
    void giveBack(String userId, List<String> lostGroups) {
        List<String> groups = memberships.groupsOf(userId).stream().filter(group -> !lostGroups.contains(group)).toList();
        taken(userId).taskCandidateGroupIn(lostGroups).includeAssignedTasks().list().stream()
                .filter(task -> groupsOf(task).stream().noneMatch(groups::contains)).forEach(this::giveBack);
    }

    private TaskQuery taken(String userId) {
        return taskService.createTaskQuery().taskAssignee(userId).active();
    }

    private void giveBack(Task task) {
        UserTask element = repositoryService.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        if (element.getCamundaAssignee() == null) {
            taskService.setAssignee(task.getId(), null);
        }
    }

    private List<String> groupsOf(Task task) {
        return TaskGroups.of(taskService.getIdentityLinksForTask(task.getId()));
    }
}
