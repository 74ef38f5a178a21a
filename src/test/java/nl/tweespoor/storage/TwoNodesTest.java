package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.control.Controls;
import nl.tweespoor.walk.Answers;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.Node;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes, each in a virtual machine of its own, on one PostgreSQL: people complete the tasks of the same dossiers on both at once. */
class TwoNodesTest {

    private static final int DOSSIERS = 4;

    @TempDir
    Path folder;

    @Test
    void eachTaskIsOnceInTheEngineAndOnceInTheLedgerAndNoChainHasAGap() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); ConfigurableApplicationContext one = start(postgres);
                Node two = new Node(folder, settings(postgres))) {
            two.isUp();
            List<RestReporter> nodes = List.of(new RestReporter(one.getEnvironment().getProperty("local.server.port", Integer.class)),
                    new RestReporter(two.port()));
            List<Callable<Boolean>> attempts = new ArrayList<>();
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < DOSSIERS; i++) {
                for (Task task : testsOf(one.getBean(Walk.class).beingTested(), one.getBean(ProcessEngine.class))) {
                    tasks.add(task.getId());
                    for (RestReporter node : nodes) {
                        attempts.add(completion(node, one.getBean(ProcessEngine.class), task, new Random(attempts.size())));
                    }
                }
            }
            Collections.shuffle(attempts, new Random(7));
            ExecutorService people = Executors.newFixedThreadPool(8);
            int completions = 0;
            for (Future<Boolean> attempt : people.invokeAll(attempts)) {
                completions += attempt.get() ? 1 : 0;
            }
            people.shutdown();

            assertThat(completions).as("of two who do a task at once, one does").isEqualTo(tasks.size());
            JdbcTemplate database = one.getBean(JdbcTemplate.class);
            List<CompletedTask> inEngine = CompletedTask.inEngine(database);
            assertThat(inEngine).extracting(CompletedTask::id).containsAll(tasks);
            assertThat(CompletedTask.inLedger(database)).containsExactlyInAnyOrderElementsOf(inEngine);
            for (String chain : database.queryForList("select chain from ledger_head", String.class)) {
                List<Long> numbers = database.queryForList("select sequence from ledger_entry where chain = ? order by sequence",
                        Long.class, chain);
                assertThat(numbers).as(chain).containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
            }
            assertThat(one.getBean(Controls.class).runAll()).allSatisfy(control -> assertThat(control.findings()).isEmpty());
        }
    }

    private static List<Task> testsOf(Dossier dossier, ProcessEngine engine) {
        List<Task> tests = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(dossier.number())
                .taskUnassigned().list();
        assertThat(tests).as("that wait at once").hasSizeGreaterThan(3);
        return tests;
    }

    /** Says whether this node was the one. */
    private static Callable<Boolean> completion(RestReporter node, ProcessEngine engine, Task task, Random person) {
        String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .findFirst().orElseThrow();
        Map<String, Object> answers = new Answers(engine, person).to(engine.getFormService().getDeployedTaskForm(task.getId()),
                engine.getTaskService().getVariables(task.getId()), Map.of());
        return () -> node.complete(group, task.getId(), answers).statusCode() == 204;
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        return new SpringApplicationBuilder(Tweespoor.class, Walk.class).run(Stream.concat(Stream.of("--server.port=0"),
                Stream.of(settings(postgres))).toArray(String[]::new));
    }

    private static String[] settings(EmbeddedPostgres postgres) {
        return new String[] {"--spring.profiles.active=postgres,demo",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres", "--camunda.bpm.job-execution.enabled=false",
                "--tweespoor.demo.dossiers=false"};
    }
}
