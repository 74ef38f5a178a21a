package nl.tweespoor.attack;

import static nl.tweespoor.attack.Effect.EXPRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432: an expression in a query runs as code, for anyone who may look at tasks. */
@AttackTest
class ExpressionsTest {

    private static final String IN_OR = "{\"orQueries\": [{\"assigneeExpression\": \"" + EXPRESSION + "\"}]}";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FilterService filterService;
    @Autowired
    private TaskService taskService;
    @Autowired
    private JdbcClient jdbc;

    private Target tweespoor;
    private long filtersBefore;

    @BeforeEach
    void asAdministrator(@LocalServerPort int port) {
        tweespoor = new Target(port, engine, "admin:admin");
        filtersBefore = filterService.createFilterQuery().count();
    }

    @AfterEach
    void noFilterStays(Target unguarded) {
        filterService.createFilterQuery().filterNameLike("attack%").list()
                .forEach(filter -> filterService.deleteFilter(filter.getId()));
        FilterService others = unguarded.engine().getFilterService();
        others.createFilterQuery().list().forEach(filter -> others.deleteFilter(filter.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/engine-rest/task/count"})
    void inAQueryOverRest(String path, Target unguarded) {
        assertThat(unguarded.post(path, IN_OR).statusCode()).isEqualTo(200);
        assertHappened();

        assertRefused(tweespoor.post(path, IN_OR));
        assertThat(tweespoor.post(path, "{\"orQueries\": [{\"assignee\": \"anna\", \"owner\": \"bram\"}]}")
                .statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/task/count"})
    void inAQueryOfTheWebapp(String path, Target unguarded) {
        Target loggedIn = loggedIn(unguarded);
        assertThat(loggedIn.postFromWebapp(path, IN_OR).statusCode()).isEqualTo(200);
        assertHappened();

        assertThat(tweespoor.postFromWebapp(path, "{}").statusCode()).isEqualTo(200);
        assertRefused(tweespoor.postFromWebapp(path, IN_OR));
    }

    @ParameterizedTest
    @MethodSource("expressionFields")
    void inEveryFieldThatTakesOne(String field, Target unguarded) {
        String query = "{\"%s\": \"%s\"}".formatted(field, EXPRESSION);
        unguarded.post("/engine-rest/task/count", "{\"orQueries\": [%s]}".formatted(query));
        assertHappened();

        assertRefused(tweespoor.post("/engine-rest/task/count", query));
        assertRefused(tweespoor.post("/engine-rest/task/count", "{\"orQueries\": [%s]}".formatted(query)));
        assertRefused(tweespoor.post("/engine-rest/task/count",
                "{\"orQueries\": [{\"owner\": \"anna\", \"orQueries\": [%s]}]}".formatted(query)));
        assertRefused(tweespoor.post("/engine-rest/task/count",
                "{\"orQueries\": [{\"%s\": \"${currentUser()}\"}]}".formatted(field)));
    }

    static Stream<String> expressionFields() {
        List<String> fields = Arrays.stream(TaskQueryDto.class.getMethods())
                .map(method -> method.getName()).filter(name -> name.matches("set\\w+Expression"))
                .map(name -> name.substring(3, 4).toLowerCase() + name.substring(4)).sorted().toList();
        assertThat(fields).hasSizeGreaterThan(15).contains("assigneeExpression", "dueBeforeExpression");
        return fields.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "count", "singleResult"})
    void inWhatIsAskedOnTopOfAFilter(String way, Target unguarded) {
        String there = "/engine-rest/filter/%s/%s".formatted(filter(unguarded.engine()), way);
        unguarded.post(there, IN_OR);
        assertHappened();

        String here = "/engine-rest/filter/%s/%s".formatted(filter(engine), way);
        assertRefused(tweespoor.post(here, IN_OR));
        assertRefused(tweespoor.post(here, "{\"assigneeExpression\": \"%s\"}".formatted(EXPRESSION)));
        assertRefused(tweespoor.post(here, "{\"assigneeExpression\": \"${currentUser()}\"}"));
        assertThat(tweespoor.post(here, "{\"nameLike\": \"%niets%\"}").statusCode()).isIn(200, 204);
    }

    @ParameterizedTest
    @MethodSource("storedQueries")
    void inAFilterThatIsMade(String query, Target unguarded) {
        String body = """
                {"resourceType": "Task", "name": "attack", "query": %s, "properties": {}}""".formatted(query);
        assertThat(unguarded.post("/engine-rest/filter/create", body).statusCode()).isEqualTo(200);
        unguarded.get("/engine-rest/filter/%s/count".formatted(only(unguarded.engine()).getId()));
        assertHappened();

        assertRefused(tweespoor.post("/engine-rest/filter/create", body));
        assertThat(filterService.createFilterQuery().count()).isEqualTo(filtersBefore);
    }

    @ParameterizedTest
    @MethodSource("storedQueries")
    void inAFilterThatIsChanged(String query, Target unguarded) {
        String body = """
                {"resourceType": "Task", "name": "attack", "query": %s, "properties": {}}""".formatted(query);
        String there = filter(unguarded.engine());
        assertThat(unguarded.put("/engine-rest/filter/" + there, body).statusCode()).isEqualTo(204);
        unguarded.get("/engine-rest/filter/%s/count".formatted(there));
        assertHappened();

        String here = filter(engine);
        assertRefused(tweespoor.put("/engine-rest/filter/" + here, body));
        assertThat(tweespoor.get("/engine-rest/filter/%s/count".formatted(here)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("storedQueries")
    void inAFilterThatWasThereBefore(String query, Target unguarded) {
        Filter there = unguarded.engine().getFilterService().newTaskFilter("attack");
        TaskQuery attack = unguarded.engine().getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION);
        String id = unguarded.engine().getFilterService().saveFilter(there.setQuery(attack)).getId();
        unguarded.get("/engine-rest/filter/%s/list".formatted(id));
        assertHappened();

        String here = filter(engine);
        assertThat(jdbc.sql("update ACT_RU_FILTER set QUERY_ = ? where ID_ = ?").param(query).param(here).update())
                .isEqualTo(1);
        for (String way : List.of("list", "count", "singleResult")) {
            assertRefused(tweespoor.get("/engine-rest/filter/%s/%s".formatted(here, way)));
            assertRefused(tweespoor.post("/engine-rest/filter/%s/%s".formatted(here, way), "{\"name\": \"x\"}"));
        }
        assertThat(tweespoor.delete("/engine-rest/filter/" + here).statusCode()).isEqualTo(204);
    }

    static Stream<String> storedQueries() {
        return Stream.of("{\"assigneeExpression\": \"" + EXPRESSION + "\"}",
                "{\"name\": \"x\", \"dueBeforeExpression\": \"" + EXPRESSION + "\"}", IN_OR);
    }

    @Test
    void filterMayAskWhoIsLoggedInAndWhatTimeItIs() {
        Task task = taskService.newTask();
        task.setAssignee("admin");
        taskService.saveTask(task);
        String body = """
                {"resourceType": "Task", "name": "attack not", "properties": {}, "query":
                 {"orQueries": [{"assigneeExpression": "${currentUser()}",
                                 "candidateGroupsExpression": "${currentUserGroups()}"}],
                  "createdBeforeExpression": "${now()}"}}""";
        assertThat(tweespoor.post("/engine-rest/filter/create", body).statusCode()).isEqualTo(200);

        Filter mine = filterService.createFilterQuery().filterName("attack not").singleResult();
        assertThat(tweespoor.get("/engine-rest/filter/%s/count".formatted(mine.getId())).body()).contains("1");
        taskService.deleteTask(task.getId(), true);
    }

    private static void assertHappened() {
        assertThat(Effect.times()).as("the attack works on an unguarded engine").isPositive();
        Effect.forget();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        // Of a single result the engine's REST says only that there is none.
        assertThat(answer.body()).containsAnyOf("uitdrukkingen", "single result");
        assertThat(Effect.times()).as("times that code ran").isZero();
    }

    private static Target loggedIn(Target unguarded) {
        if (unguarded.engine().getIdentityService().createUserQuery().userId("anna").count() == 0) {
            var anna = unguarded.engine().getIdentityService().newUser("anna");
            anna.setPassword("anna");
            unguarded.engine().getIdentityService().saveUser(anna);
        }
        return unguarded.as("anna:anna");
    }

    private static String filter(ProcessEngine engine) {
        Filter filter = engine.getFilterService().newTaskFilter("attack " + System.nanoTime());
        filter.setQuery(engine.getTaskService().createTaskQuery().taskName("niemand"));
        return engine.getFilterService().saveFilter(filter).getId();
    }

    private static Filter only(ProcessEngine engine) {
        return engine.getFilterService().createFilterQuery().singleResult();
    }
}
