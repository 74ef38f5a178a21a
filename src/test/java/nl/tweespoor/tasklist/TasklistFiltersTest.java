package nl.tweespoor.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class TasklistFiltersTest {

    @Autowired
    private TasklistFilters filters;
    @Autowired
    private FilterService filterService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private IdentityService identityService;
    @Autowired
    private ProcessEngineConfiguration engine;

    private boolean authorizationsBefore;

    @BeforeEach
    void someTasks() {
        authorizationsBefore = engine.isAuthorizationEnabled();
        engine.setAuthorizationEnabled(false);
        task("free", null, "finance", 1);
        task("mine", "anna", "finance", 1);
        task("late", null, "finance", -1);
        task("late, with a colleague", "bram", "finance", -1);
        task("of another group", null, "hr", -1);
        identityService.setAuthentication("anna", List.of("finance"));
    }

    @AfterEach
    void cleanUp() {
        identityService.clearAuthentication();
        engine.setAuthorizationEnabled(authorizationsBefore);
        taskService.createTaskQuery().list().forEach(task -> taskService.deleteTask(task.getId(), true));
    }

    @Test
    void eachFilterShowsWhatItsNameSays() {
        assertThat(shownBy("Mijn taken")).containsExactly("mine");
        assertThat(shownBy("Taken van mijn groepen")).containsExactly("free", "late");
        assertThat(shownBy("Te laat")).containsExactly("late", "late, with a colleague");
        assertThat(shownBy("Alles van mijn groepen"))
                .containsExactly("free", "late", "late, with a colleague", "mine");
    }

    @Test
    void aSecondStartAddsNothing() {
        filters.run(null);

        assertThat(filterService.createTaskFilterQuery().list()).hasSize(4);
    }

    @Test
    void anyoneFindsThemWhenAuthorizationsAreOn() {
        engine.setAuthorizationEnabled(true);

        assertThat(filterService.createTaskFilterQuery().list()).extracting(Filter::getName).containsExactlyInAnyOrder(
                "Mijn taken", "Taken van mijn groepen", "Te laat", "Alles van mijn groepen");
    }

    private List<String> shownBy(String name) {
        String id = filterService.createTaskFilterQuery().filterName(name).singleResult().getId();
        List<Task> tasks = filterService.list(id);
        return tasks.stream().map(Task::getName).sorted().toList();
    }

    private void task(String name, String assignee, String group, int dueInDays) {
        Task task = taskService.newTask();
        task.setName(name);
        task.setAssignee(assignee);
        task.setDueDate(Date.from(Instant.now().plus(dueInDays, ChronoUnit.DAYS)));
        taskService.saveTask(task);
        taskService.addCandidateGroup(task.getId(), group);
    }
}
