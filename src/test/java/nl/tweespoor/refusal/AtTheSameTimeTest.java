package nl.tweespoor.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two people, or a hundred, do the same at once: one wins, and the others read what happened. */
@EngineTest
@OnPostgresToo
class AtTheSameTimeTest {

    private static final int MANY = 100;
    private static final int SOME = 20;
    private static final String HEAD = "head-of-innovation";
    private static final String COLLEAGUE = "other-head";

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionOperations transactions;
    @LocalServerPort
    int port;
    Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
        IdentityService people = engine.getIdentityService();
        people.saveUser(people.newUser(COLLEAGUE));
        people.createMembership(COLLEAGUE, HEAD);
    }

    @AfterEach
    void leave() {
        engine.getIdentityService().deleteUser(COLLEAGUE);
    }

    @Test
    void oneOfAHundredCompletesTheTask() throws Exception {
        Dossier dossier = walk.reported();
        String task = dossier.task("UserTask_IdentifyOpportunity").getId();

        List<Caller.Answer> answers = atOnce(MANY, i -> complete(task, i % 2 == 0 ? "complete" : "submit-form"));

        oneWins(answers);
        assertThat(dossier.timesPassed("UserTask_IdentifyOpportunity")).isOne();
        dossier.isWaitingOnlyAt("UserTask_AssessOpportunity");
        assertThat(dossier.decisions()).hasSize(1);
    }

    @Test
    void oneOfAHundredClaimsTheTask() throws Exception {
        String task = walk.reported().task("UserTask_IdentifyOpportunity").getId();

        List<Caller.Answer> answers = atOnce(MANY, i -> caller.post("admin", "/engine-rest/task/" + task + "/claim",
                "{\"userId\":\"" + (i % 2 == 0 ? HEAD : COLLEAGUE) + "\"}"));

        // The same person may claim twice: nothing changes.
        assertThat(answers).extracting(Caller.Answer::status).contains(204).containsOnly(204, 409);
        String owner = engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee();
        assertThat(owner).isIn(HEAD, COLLEAGUE);
        for (int i = 0; i < MANY; i++) {
            if (!owner.equals(i % 2 == 0 ? HEAD : COLLEAGUE)) {
                assertThat(answers.get(i).status()).isEqualTo(409);
            }
        }
        inDutch(answers);
    }

    @Test
    void claimsDoNotHarmWhoCompletes() throws Exception {
        Dossier dossier = walk.reported();
        String task = dossier.task("UserTask_IdentifyOpportunity").getId();

        List<Caller.Answer> answers = atOnce(MANY, i -> i % 2 == 0 ? complete(task, "complete")
                : caller.post("admin", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"head-of-innovation\"}"));

        assertThat(answers).extracting(Caller.Answer::status).isSubsetOf(204, 404, 409);
        inDutch(answers);
        // A claim may have overtaken every completion; then the task is simply still there.
        long completed = dossier.timesPassed("UserTask_IdentifyOpportunity");
        assertThat(completed).isLessThanOrEqualTo(1);
        dossier.isWaitingOnlyAt(completed == 1 ? "UserTask_AssessOpportunity" : "UserTask_IdentifyOpportunity");
    }

    @Test
    void everyReportMakesADossierOfItsOwn() throws Exception {
        List<Caller.Answer> answers = atOnce(SOME, i -> caller.post("employee",
                "/engine-rest/process-definition/key/innovation/submit-form", Caller.variables(Map.of(
                        "title", "Kans " + i, "problem", "Rondes wekken mensen.", "forWhom", "Bewoners",
                        "source", "workFloor"))));

        assertThat(answers).extracting(Caller.Answer::status).containsOnly(200);
        assertThat(answers).extracting(answer -> answer.json().path("businessKey").asText()).doesNotHaveDuplicates()
                .hasSize(SOME);
    }

    /** The answer to the reporter is still to be read in one track while the other goes on. */
    @Test
    void bothTracksOfADossierWaitForEachOther() {
        Dossier dossier = walk.accepted();
        String other = dossier.running("answer-reporter").get(0).getId();
        transactions.executeWithoutResult(running -> {
            dossier.chooseWeight("extended");
            assertThatThrownBy(() -> CompletableFuture.runAsync(() -> transactions.executeWithoutResult(another -> jdbc
                    .sql("select chain from ledger_head where chain = (select business_key_ from act_ru_execution"
                            + " where id_ = :other) for update nowait").param("other", other)
                    .query(String.class).single())).get()).satisfies(AtTheSameTimeTest::isAboutALock);
            running.setRollbackOnly();
        });
    }

    /** Lock not available: PostgreSQL, H2. */
    private static void isAboutALock(Throwable thrown) {
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).filter(SQLException.class::isInstance)
                .map(error -> ((SQLException) error).getSQLState())).containsAnyOf("55P03", "HYT00");
    }

    private Caller.Answer complete(String task, String way) {
        return caller.post("head-of-innovation", "/engine-rest/task/" + task + "/" + way, Caller.variables(Map.of(
                "whoHasProblem", "De nachtdienst", "whatExists", "Niets", "whoToInvolve", "ICT",
                "identifyOutcome", "goOn", "identifyReason", "Dit speelt op elke locatie.", "theme", "sensing")));
    }

    private static void oneWins(List<Caller.Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 204)
                .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(404, 409));
        inDutch(answers);
    }

    private static void inDutch(List<Caller.Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() >= 400)
                .allSatisfy(answer -> assertThat(answer.sentence()).contains("collega"));
    }

    /** All wait until all are ready. */
    private static List<Caller.Answer> atOnce(int people, IntFunction<Caller.Answer> call)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(people);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<Caller.Answer>> calls = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                int number = i;
                calls.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.apply(number);
                }));
            }
            List<Caller.Answer> answers = new ArrayList<>();
            for (Future<Caller.Answer> answered : calls) {
                answers.add(answered.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
