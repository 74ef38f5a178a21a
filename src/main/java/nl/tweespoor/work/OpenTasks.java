package nl.tweespoor.work;

import java.util.Date;
import java.util.List;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The tasks that wait for who is logged in: asked with their authorizations, and no more of them than a page shows. */
@Component
class OpenTasks {

    private final TaskService taskService;
    private final CurrentUser currentUser;

    OpenTasks(TaskService taskService, CurrentUser currentUser) {
        this.taskService = taskService;
        this.currentUser = currentUser;
    }

    /**
     * Some tasks of a list.
     *
     * @param count how many there are, with those that are not in it
     * @param first the first due first
     */
    record Some(long count, List<Task> first) {
    }

    /** @param inTime those that are not late; the count is of all, late or not */
    record Split(Some late, Some inTime) {

        static final Split NONE = new Split(new Some(0, List.of()), new Some(0, List.of()));
    }

    Split mine() {
        return currentUser.id().map(userId -> split(taskService.createTaskQuery().taskAssignee(userId),
                taskService.createTaskQuery().taskAssignee(userId))).orElse(Split.NONE);
    }

    /** Those that nobody took. */
    Split ofMyGroups() {
        List<String> groups = currentUser.groups();
        return groups.isEmpty() ? Split.NONE : split(
                taskService.createTaskQuery().taskCandidateGroupIn(groups).taskUnassigned(),
                taskService.createTaskQuery().taskCandidateGroupIn(groups).taskUnassigned());
    }

    /** What is late is due first, so the others begin after it. */
    private static Split split(TaskQuery all, TaskQuery some) {
        some.dueBefore(Date.from(EngineClock.now()));
        long late = some.count();
        long count = all.count();
        return new Split(new Some(late, late == 0 ? List.of() : some.orderByDueDate().asc().listPage(0, WorkPage.SHOWN)),
                new Some(count, count == late ? List.of() : all.orderByDueDate().asc().listPage((int) late, WorkPage.SHOWN)));
    }
}
