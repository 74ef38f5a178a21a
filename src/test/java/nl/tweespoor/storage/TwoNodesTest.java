package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import nl.tweespoor.Tweespoor;
import nl.tweespoor.control.Controls;
import nl.tweespoor.walk.Answers;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one PostgreSQL complete the tasks of the same dossiers at once, each with answers of its own. */
class TwoNodesTest {

    private static final int DOSSIERS = 4;

    @Test
    void eachTaskIsOnceInTheEngineAndOnceInTheLedgerAndNoChainHasAGap() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); ConfigurableApplicationContext one = start(postgres);
                ConfigurableApplicationContext two = start(postgres)) {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < DOSSIERS; i++) {
                for (Task task : testsOf(one.getBean(Walk.class).beingTested(), one.getBean(ProcessEngine.class))) {
                    tasks.add(task.getId());
                    for (ConfigurableApplicationContext node : List.of(one, two)) {
                        attempts.add(completion(node.getBean(ProcessEngine.class), task, new Random(attempts.size())));
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
            JdbcTemplate database = two.getBean(JdbcTemplate.class);
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
    private static Callable<Boolean> completion(ProcessEngine node, Task task, Random person) {
        String group = node.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .findFirst().orElseThrow();
        Map<String, Object> answers = new Answers(node, person).to(node.getFormService().getDeployedTaskForm(task.getId()),
                node.getTaskService().getVariables(task.getId()), Map.of());
        return () -> {
            node.getIdentityService().setAuthentication(group, List.of(group));
            try {
                node.getFormService().submitTaskForm(task.getId(), answers);
                return true;
            } catch (ProcessEngineException e) {
                return false;
            } finally {
                node.getIdentityService().clearAuthentication();
            }
        };
    }

    private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
        return new SpringApplicationBuilder(Tweespoor.class, Walk.class).run("--server.port=0",
                "--spring.profiles.active=postgres,demo", "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
                "--camunda.bpm.job-execution.enabled=false", "--tweespoor.demo.dossiers=false");
    }
}
