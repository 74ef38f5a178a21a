package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever someone asks for, what comes out is theirs; and all that is theirs comes out. */
@EngineTest
@OnPostgresToo
class OwnTasksTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;

    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void makeTasks() {
        task("of finance", null, "finance");
        task("of both", null, "finance", "it");
        task("of it", null, "it");
        task("of it, taken by finance", "finance", "it");
        task("of finance, taken by a colleague", "colleague", "finance");
        task("of hr", null, "hr");
    }

    @AfterEach
    void tidyUp() {
        engine.getIdentityService().clearAuthentication();
        made.forEach(task -> engine.getTaskService().deleteTask(task, true));
        AuthorizationService authorizations = engine.getAuthorizationService();
        authorizations.createAuthorizationQuery().userIdIn("finance").list().stream()
                .filter(one -> one.getResourceType() == Resources.TASK.resourceType())
                .forEach(one -> authorizations.deleteAuthorization(one.getId()));
    }

    @Test
    void listHoldsWhatIsOfMyGroupsAndOfMe() {
        finds(query -> query, "of both", "of finance", "of finance, taken by a colleague", "of it, taken by finance");
        finds(TaskQuery::taskUnassigned, "of both", "of finance");
        finds(query -> query.taskNameLike("of hr"));
    }

    @Test
    void whoAsksForAnotherGroupFindsOnlyWhatIsMineToo() {
        finds(query -> query.taskCandidateGroup("it").includeAssignedTasks(), "of both", "of it, taken by finance");
        finds(query -> query.taskCandidateGroupIn(List.of("it", "hr")), "of both");
        finds(query -> query.taskCandidateGroupIn(List.of("finance", "hr")), "of both", "of finance");
        finds(query -> query.taskCandidateGroupLike("i%"), "of both");
        // Both at once leave no group at all, which is not the same as asking for none.
        finds(query -> query.taskCandidateGroup("hr").taskCandidateGroupIn(List.of("finance")));
        finds(query -> query.taskInvolvedUser("colleague"), "of finance, taken by a colleague");
        finds(query -> query.taskAssignee("colleague"), "of finance, taken by a colleague");
        finds(query -> query.withoutCandidateUsers().includeAssignedTasks(), "of both", "of finance",
                "of finance, taken by a colleague", "of it, taken by finance");
    }

    @Test
    void whoAsksWithOrFindsOnlyWhatIsMine() {
        finds(query -> query.or().taskName("of hr").taskName("of it").taskNameLike("of finance%").endOr(),
                "of finance", "of finance, taken by a colleague");
        finds(query -> query.or().taskCandidateGroup("hr").taskName("of both").endOr(), "of both");
        finds(query -> query.taskCandidateGroup("finance").or().taskName("of hr").taskNameLike("of fin%").endOr(), "of finance");
        finds(query -> query.taskCandidateGroup("hr").or().taskName("of hr").taskNameLike("of fin%").endOr());
        finds(query -> query.or().taskCandidateGroup("it").taskCandidateGroupIn(List.of("hr")).endOr(), "of both");
    }

    @Test
    void mineByMyGroupsAndByTheTask() {
        finds(query -> query.taskCandidateGroup("finance"), "of both", "of finance");
        String one = engine.getTaskService().createTaskQuery().taskName("of finance").singleResult().getId();
        String other = engine.getTaskService().createTaskQuery().taskName("of hr").singleResult().getId();
        finds(query -> query.taskCandidateGroup("finance").taskIdIn(one, other), "of finance");
        finds(query -> query.taskCandidateGroup("hr").taskIdIn(one, other));
    }

    @Test
    void whoHasNoGroupFindsNothing() {
        engine.getIdentityService().setAuthentication("newcomer", List.of());
        assertThat(engine.getTaskService().createTaskQuery().list()).isEmpty();
        assertThat(engine.getTaskService().createTaskQuery().taskCandidateGroup("finance").includeAssignedTasks().list())
                .isEmpty();
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().list()).isEmpty();
    }

    @Test
    void whatWasGivenByHandCounts() {
        by(Authorization.AUTH_TYPE_GRANT, "of hr");
        finds(query -> query, "of both", "of finance", "of finance, taken by a colleague", "of hr",
                "of it, taken by finance");
        finds(query -> query.taskCandidateGroup("hr"), "of hr");
    }

    @Test
    void whoHasSomethingTakenAwayByHandSeesNoMoreThanTheEngineSays() {
        by(Authorization.AUTH_TYPE_REVOKE, "of finance");
        finds(query -> query.taskName("of finance"));
    }

    @Test
    void historyIsReadByWhoDidATaskAndByItsGroupsWhileItIsOpen() {
        String open = walk.reported().task("UserTask_IdentifyOpportunity").getId();
        String done = engine.getTaskService().createTaskQuery().taskName("of it, taken by finance").singleResult().getId();
        engine.getTaskService().complete(done);

        assertThat(as("head-of-innovation", () -> historyOf(query -> query))).containsExactly(open);
        assertThat(as("head-of-innovation", () -> historyOf(query -> query.taskId(done)))).isEmpty();
        assertThat(as("head-of-innovation", () -> historyOf(query -> query.processInstanceId("another")))).isEmpty();
        assertThat(as("finance", () -> historyOf(query -> query))).contains(done).doesNotContain(open);
        assertThat(as("finance", () -> historyOf(query -> query.or().taskId(open).finished().endOr()))).containsExactly(done);
        assertThat(as("it", () -> historyOf(query -> query))).isEmpty();
    }

    @Test
    void whatWasDoneWithATaskIsReadByWhoMayReadItsHistory() {
        String open = walk.reported().task("UserTask_IdentifyOpportunity").getId();
        as("head-of-innovation", () -> {
            engine.getTaskService().claim(open, "head-of-innovation");
            return open;
        });

        assertThat(as("head-of-innovation", () -> operationsOn(open))).isPositive();
        assertThat(as("head-of-innovation", () -> linksOf(open))).isPositive();
        assertThat(as("finance", () -> operationsOn(open))).isZero();
        assertThat(as("finance", () -> linksOf(open))).isZero();
        assertThat(as("finance", () -> engine.getHistoryService().createUserOperationLogQuery().count())).isZero();
    }

    private long operationsOn(String task) {
        return engine.getHistoryService().createUserOperationLogQuery().taskId(task).count();
    }

    private long linksOf(String task) {
        return engine.getHistoryService().createHistoricIdentityLinkLogQuery().taskId(task).count();
    }

    private List<String> historyOf(UnaryOperator<HistoricTaskInstanceQuery> asked) {
        List<String> found = asked.apply(engine.getHistoryService().createHistoricTaskInstanceQuery()).list().stream()
                .map(HistoricTaskInstance::getId).toList();
        assertThat(asked.apply(engine.getHistoryService().createHistoricTaskInstanceQuery()).count()).isEqualTo(found.size());
        return found;
    }

    private <T> T as(String group, Supplier<T> asked) {
        engine.getIdentityService().setAuthentication(group, List.of(group));
        try {
            return asked.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void by(int type, String name) {
        Authorization byHand = engine.getAuthorizationService().createNewAuthorization(type);
        byHand.setUserId("finance");
        byHand.setResource(Resources.TASK);
        byHand.setResourceId(engine.getTaskService().createTaskQuery().taskName(name).singleResult().getId());
        byHand.setPermissions(type == Authorization.AUTH_TYPE_GRANT
                ? new TaskPermissions[] {TaskPermissions.READ} : new TaskPermissions[] {TaskPermissions.NONE});
        engine.getAuthorizationService().saveAuthorization(byHand);
    }

    private void finds(UnaryOperator<TaskQuery> asked, String... names) {
        assertThat(as("finance", () -> asked.apply(engine.getTaskService().createTaskQuery()).orderByTaskName().asc().list()))
                .extracting(Task::getName).containsExactly(names);
        assertThat(as("finance", () -> asked.apply(engine.getTaskService().createTaskQuery()).count()))
                .isEqualTo(names.length);
    }

    private void task(String name, String assignee, String... groups) {
        Task task = engine.getTaskService().newTask();
        task.setName(name);
        task.setAssignee(assignee);
        engine.getTaskService().saveTask(task);
        made.add(task.getId());
        for (String group : groups) {
            engine.getTaskService().addCandidateGroup(task.getId(), group);
        }
    }
}
