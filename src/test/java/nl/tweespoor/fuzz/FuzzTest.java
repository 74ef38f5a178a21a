package nl.tweespoor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.engine.DeployedForm;
import nl.tweespoor.engine.Feel;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.Submission;
import nl.tweespoor.engine.VersionChanges;
import nl.tweespoor.form.Forms;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits to every deployed form what people, and others, might. About one of ten is valid. Most go past what holds them
 * against the form, some through the whole engine, a few through HTTP. More of it:
 * {@code -Dtweespoor.fuzz.tries=10000}; what failed again: {@code -Dtweespoor.fuzz.seed=<seed>}. On the way what runs goes over to
 * another version, from each task.
 */
@EngineTest
@ExcludeFromProcessCoverage
class FuzzTest {

    private static final int TRIES = Integer.getInteger("tweespoor.fuzz.tries", 100);
    /** Every so many goes through the whole engine, and the others only past what holds them against the form. */
    private static final int FULLY = 50;
    private static final long SEED = Long.getLong("tweespoor.fuzz.seed", 20261);
    private static final int HTTP_TRIES = Math.max(4, TRIES / 125);
    /** The process holds these dates against each other, or looks up what is meant, which a form can't. */
    private static final Set<String> RULED_BY_MORE_THAN_THE_FORM = Set.of("report-absence", "request-erasure",
            "want-other-carrier");

    @LocalServerPort
    int port;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Forms forms;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    Walk dossiers;
    @Autowired
    VersionChanges changes;
    @Autowired
    TransactionOperations transaction;

    private EveryMove moves;
    private final Map<String, DeployedForm> deployed = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void takeBack() {
        if (moves != null) {
            moves.takeBack();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyValidSubmitIsAcceptedAndEveryOtherRefused() throws IOException {
        WaitingForms walk = new WaitingForms(engine, SEED);
        moves = new EveryMove(engine, changes, transaction);
        // Lazily: each form is held before the walk goes on to the next one.
        Iterable<WaitingForm> waiting = () -> walk;
        return Stream.concat(StreamSupport.stream(waiting.spliterator(), false).map(form -> DynamicTest.dynamicTest(form.id(), () -> {
            moves.moveAllThatIsNew();
            hold(form);
        })), Stream.of(DynamicTest.dynamicTest("a dossier went over from every user task", this::standsOnTheOthers)));
    }

    /** Each shares its form with another task, at which the walk stops. */
    private void standsOnTheOthers() {
        // The walk adopted other strategies, and these dossiers serve a goal of the first.
        jdbc.sql("update strategy_version set sequence_number = 1 + (select max(sequence_number) from strategy_version) where id = 'S-2026-01'")
                .update();
        dossiers.feasible();
        moves.moveAllThatIsNew();
        dossiers.identified().assess("selectionGround", "none").complete("UserTask_SelectOpportunity", "selectionOutcome", "select",
                "selectionDeviationReason", "Het is zo'n mooi product.");
        moves.moveAllThatIsNew();
        dossiers.analysed().makePlan("planBudget", "50.000", "procurementChoice", "needed")
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").isWaitingAt("UserTask_DecideBudgetByHead");
        moves.moveAllThatIsNew();
        Dossier withoutRoom = dossiers.accepted().chooseWeight("standard").formTeam();
        for (int conflict = 1; conflict <= 2; conflict++) {
            withoutRoom.complete("UserTask_GrantRoom", "roomOutcome", "conflict").complete("UserTask_SettleCapacity", "capacityOutcome", "settled");
        }
        withoutRoom.complete("UserTask_GrantRoom", "roomOutcome", "conflict").isWaitingAt("UserTask_SettleCapacityByBoard");
        moves.moveAllThatIsNew();
        dossiers.plannedFor("team-zonnehof").arrangeProcurement("purchaseCost", "12.500").isWaitingAt("UserTask_DecidePurchaseByHead");
        moves.moveAllThatIsNew();
        moves.everythingMoved();
    }

    private void hold(WaitingForm form) throws Exception {
        Attempts attempts = new Attempts(form, Feel.of(engine), new Random(SEED));
        engine.getIdentityService().setAuthentication(form.user(), List.of(form.user(), "employee"));
        long before = System.nanoTime();
        List<Object> stored = stored();
        for (int i = 0; i < TRIES; i += FULLY) {
            hold(form, attempts, i / FULLY % 2 == 0 ? attempts.valid() : attempts.invalid(), i, true);
            int first = i + 1;
            // In one command, which reads the task once.
            commands().execute(context -> {
                for (int j = first; j < first + FULLY - 1; j++) {
                    hold(form, attempts, j % 10 == 0 ? attempts.valid() : attempts.invalid(), j, false);
                }
                return null;
            });
            assertThat(stored()).as("nothing of a refused submit, form %s, seed %s, try %s", form.id(), SEED, i)
                    .isEqualTo(stored);
        }
        for (int i = 0; i < HTTP_TRIES; i++) {
            isRefusedThroughHttp(form, attempts.invalid());
        }
        System.out.printf("Fuzz: %s, %d submits in %d ms%n", form.id(), TRIES + HTTP_TRIES,
                (System.nanoTime() - before) / 1_000_000);
    }

    private void hold(WaitingForm form, Attempts attempts, Attempt attempt, int number, boolean fully) {
        try {
            if (attempt.isValid() && fully) {
                isAccepted(attempts, form, attempt);
            } else if (attempt.isValid()) {
                holdAgainstForm(form, attempt);
            } else {
                isRefused(attempt, () -> {
                    if (fully) {
                        submit(form, attempt);
                    } else {
                        holdAgainstForm(form, attempt);
                    }
                });
            }
        } catch (Exception | AssertionError failure) {
            fail("Form " + form.id() + ", seed " + SEED + ", try " + number + ": " + attempt, failure);
        }
    }

    private void isAccepted(Attempts attempts, WaitingForm form, Attempt attempt) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            String instance;
            try {
                instance = submit(form, attempt);
            } catch (RuntimeException refusal) {
                // Thrown from an expression of a model, it comes within an exception of the engine.
                if (!RULED_BY_MORE_THAN_THE_FORM.contains(form.id()) || refusal instanceof Refusal) {
                    throw refusal;
                }
                assertThat(refusal).hasRootCauseInstanceOf(Refusal.class);
                return;
            }
            attempts.texts(attempt).forEach((question, text) -> assertThat(jdbc.sql("select count(*) from act_hi_detail"
                            + " where proc_inst_id_ = :instance and name_ = :question and text_ = :text")
                    .param("instance", instance).param("question", question).param("text", text)
                    .query(Integer.class).single()).as("'%s' in %s", text, question).isPositive());
        });
    }

    /** As the engine does with each command that brings answers. */
    private void holdAgainstForm(WaitingForm form, Attempt attempt) {
        CommandContext context = Context.getCommandContext();
        TaskEntity task = form.starts() ? null : context.getTaskManager().findTaskById(form.task());
        String definition = form.starts() ? form.definition() : task.getProcessDefinitionId();
        // Who may do the task need not read deployments.
        context.runWithoutAuthorization(() -> forms.accept(new Submission(Optional.empty(), Optional.empty(),
                Optional.of(deployed.computeIfAbsent(form.id(), id -> deployed(definition, id))), attempt.variables(),
                name -> form.starts() ? null : known(form, task, name))));
    }

    /** What can be chosen is made when a form is read. */
    private static TypedValue known(WaitingForm form, TaskEntity task, String name) {
        return !task.hasVariable(name) && form.known().get(name) instanceof SpinJsonNode options ? SpinValues.jsonValue(options).create()
                : task.getVariableTyped(name, false);
    }

    private DeployedForm deployed(String definition, String form) {
        return new DeployedForm(engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId(), form,
                DeployedForm.Kind.ID);
    }

    private CommandExecutor commands() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    private static void isRefused(Attempt attempt, ThrowingCallable submit) {
        assertThatThrownBy(submit).isInstanceOf(Refusal.class)
                .hasMessageContaining(attempt.named())
                .satisfies(refusal -> assertThat(((Refusal) refusal).status()).isEqualTo(400));
    }

    /** Whatever a caller sends as whatever type, it is told what is wrong with a status that fits, and nothing breaks. */
    private void isRefusedThroughHttp(WaitingForm form, Attempt attempt) throws Exception {
        boolean byForm = attempt.variables().size() % 2 == 0;
        String path = form.starts() ? "/process-definition/" + form.definition() + (byForm ? "/submit-form" : "/start")
                : "/task/" + form.task() + (byForm ? "/submit-form" : "/complete");
        List<Object> before = stored();
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/engine-rest" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                        (form.user() + ":" + form.user()).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(OverHttp.json(attempt.variables()))).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s, seed %s: %s: %s", path, SEED, attempt, answer.body()).isEqualTo(400);
        assertThat(stored()).isEqualTo(before);
    }

    /** By turns in each of the ways there are. Gives the process instance. */
    private String submit(WaitingForm form, Attempt attempt) {
        boolean byForm = attempt.variables().size() % 2 == 0;
        if (form.starts()) {
            return byForm ? engine.getFormService().submitStartForm(form.definition(), attempt.variables()).getId()
                    : engine.getRuntimeService().startProcessInstanceById(form.definition(), attempt.variables()).getId();
        }
        String instance = engine.getTaskService().createTaskQuery().taskId(form.task()).singleResult().getProcessInstanceId();
        if (byForm) {
            engine.getFormService().submitTaskForm(form.task(), attempt.variables());
        } else {
            engine.getTaskService().complete(form.task(), attempt.variables());
        }
        return instance;
    }

    private List<Object> stored() {
        return jdbc.sql("select (select count(*) from act_ru_task), (select count(*) from act_ru_variable),"
                        + " (select sum(rev_) from act_ru_variable), (select count(*) from act_hi_detail),"
                        + " (select count(*) from act_ge_bytearray), (select count(*) from ledger_entry)")
                .query((row, i) -> List.<Object>of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5), row.getLong(6))).single();
    }
}
