package nl.tweespoor.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierHistory;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.RemovalRule;
import nl.tweespoor.ledger.ChainRemoval;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.LedgerVerifier;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.ledger.Seals;
import nl.tweespoor.reading.Reading;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.reading.Reading.Subject;
import nl.tweespoor.reading.ReadingLog;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What the table of retention says goes when its time is over, and nothing else does. */
@EngineTest
@OnPostgresToo
@ExcludeFromProcessCoverage
class RetentionTest {

    private static final Period HISTORY = Period.ofYears(2);
    private static final Period LEDGER = Period.ofYears(10);

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    LedgerReader ledger;
    @Autowired
    LedgerVerifier verifier;
    @Autowired
    Seals seals;
    @Autowired
    DecisionHistory decisions;
    @Autowired
    CleanUp cleanUp;
    @Autowired
    ChainRemoval removal;
    @Autowired
    DossierHistory history;
    @Autowired
    List<RemovalRule> removalRules;
    @Autowired
    RetentionTables tables;
    @Autowired
    ReadingLog readings;
    @Autowired
    TransactionOperations transaction;
    @Autowired
    JdbcTemplate jdbc;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void ledgerIsWholeAndTheTableAsItWas() {
        assertThat(verifier.verify().findings()).isEmpty();
        deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    @Test
    void historyOfAFinishedDossierGoesAfterItsPeriodAndItsLedgerStays() {
        walk.clockStandsStill();
        Dossier finished = rejected();
        Dossier running = walk.selected();
        // Innovation has ended, and the dossier goes on in implementation.
        Dossier handedOver = walk.accepted();
        seals.seal();
        List<RecordedDecision> decided = decisions.of(finished.number());
        long ofHandedOver = rows(handedOver);
        long ofRunning = rows(running);
        assertThat(decided).isNotEmpty();
        Instant end = ClockUtil.getCurrentTime().toInstant();

        timeIs(end, HISTORY.minusDays(2));
        night();
        assertThat(rows(finished)).isPositive();

        timeIs(end, HISTORY.plusDays(2));
        night();
        assertThat(rows(finished)).isZero();
        assertThat(variables("act_hi_detail", finished)).isZero();
        assertThat(rows(handedOver)).isEqualTo(ofHandedOver).isGreaterThan(20);
        assertThat(rows(running)).isEqualTo(ofRunning).isPositive();
        assertThat(verifier.verify().findings()).isEmpty();
        assertThat(decisions.of(finished.number())).isEqualTo(decided);
        assertThat(ledger.newest(finished.number(), "end")).hasValueSatisfying(last -> {
            assertThat(last.facts().get(Facts.HISTORY_GROUND)).contains("AVG art. 5");
            assertThat(last.facts().get(Facts.LEDGER_UNTIL)).isEqualTo(after(end, LEDGER).toString());
            assertThat(last.basis()).singleElement().satisfies(table -> assertThat(table.name()).endsWith("retention.dmn"));
        });
        assertThat(ledger.newest(handedOver.number(), "end")).isEmpty();
    }

    @Test
    void allProcessesOfADossierWaitForTheLast() {
        walk.clockStandsStill();
        Dossier dossier = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", "Dit bestaat al");
        assertThat(ledger.newest(dossier.number(), "end")).isEmpty();
        answerRead(dossier);
        Instant end = ClockUtil.getCurrentTime().toInstant();
        assertThat(historyUntil(dossier)).isEqualTo(after(end, HISTORY).toString());
        timeIs(end, HISTORY.plusDays(1));
        cleanUp.cleanUp();
        assertThat(removalTimes(dossier)).hasSizeGreaterThan(1).containsOnly(Date.from(after(end, HISTORY)));
    }

    @Test
    void changeOfTheTableHoldsForWhatEndsFromThenOn() throws IOException {
        walk.clockStandsStill();
        Dossier before = rejected();
        Dossier after = walk.reported();
        deploy("P2Y", "P5D");
        reject(after);
        timeIs(ClockUtil.getCurrentTime().toInstant(), Period.ofDays(7));
        night();
        assertThat(rows(after)).isZero();
        assertThat(rows(before)).isPositive();
    }

    @Test
    void whatStaysForEverGetsNoDate() throws IOException {
        walk.clockStandsStill();
        deploy("P2Y", "never");
        Dossier dossier = rejected();
        assertThat(historyUntil(dossier)).isEqualTo("never");
        timeIs(ClockUtil.getCurrentTime().toInstant(), LEDGER.plusDays(1));
        cleanUp.cleanUp();
        assertThat(ledger.entries(dossier.number())).isEmpty();
        assertThat(removalTimes(dossier)).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void dossierThatGoesOnKeepsItsHistoryAndItsLedger() {
        walk.clockStandsStill();
        Dossier dossier = rejected();
        Instant end = ClockUtil.getCurrentTime().toInstant();
        goesOn(dossier);

        timeIs(end, LEDGER.plusDays(2));
        long history = rows(dossier);
        night();
        assertThat(rows(dossier)).isEqualTo(history);
        assertThat(ledger.entries(dossier.number())).isNotEmpty();

        dossier.fire(dossier.timer("IntermediateEvent_Later"));
        assertThat(historyUntil(dossier)).isEqualTo(after(ClockUtil.getCurrentTime().toInstant(), HISTORY).toString());
        cleanUp.cleanUp();
        assertThat(ledger.entries(dossier.number())).isNotEmpty();
        assertThat(removalTimes(dossier)).containsOnlyNulls();
        timeIs(ClockUtil.getCurrentTime().toInstant(), LEDGER.plusDays(2));
        cleanUp.cleanUp();
        assertThat(ledger.entries(dossier.number())).isEmpty();
    }

    @Test
    void dossierThatGoesOnInTheNightInWhichItsHistoryWouldGoKeepsIt() {
        walk.clockStandsStill();
        Dossier dossier = rejected();
        timeIs(ClockUtil.getCurrentTime().toInstant(), HISTORY.plusDays(1));
        cleanUp.cleanUp();
        assertThat(removalTimes(dossier)).doesNotContainNull();
        goesOn(dossier);
        assertThat(removalTimes(dossier)).containsOnlyNulls();
        night();
        assertThat(removalTimes(dossier)).isNotEmpty().containsOnlyNulls();
    }

    @Test
    void historyThatStaysLongerThanItsLedgerGoesToo() throws IOException {
        walk.clockStandsStill();
        deploy("P10Y", "P1Y");
        Dossier dossier = rejected();
        Instant end = ClockUtil.getCurrentTime().toInstant();
        timeIs(end, Period.ofYears(1).plusDays(1));
        night();
        assertThat(ledger.entries(dossier.number())).isEmpty();
        assertThat(rows(dossier)).isPositive();
        timeIs(end, HISTORY.plusDays(1));
        night();
        assertThat(rows(dossier)).isZero();
    }

    @Test
    void ledgerOfADossierGoesAsAWholeAfterItsOwnPeriod() throws Exception {
        walk.clockStandsStill();
        Dossier finished = rejected();
        Dossier running = walk.selected();
        int entries = ledger.entries(finished.number()).size();
        String hash = jdbc.queryForObject("select hash from ledger_head where chain = ?", String.class, finished.number());
        seals.seal();
        Instant end = ClockUtil.getCurrentTime().toInstant();

        timeIs(end, LEDGER.minusDays(1));
        cleanUp.cleanUp();
        assertThat(ledger.entries(finished.number())).hasSize(entries);

        timeIs(end, LEDGER.plusDays(1));
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        for (Future<?> node : List.of(nodes.submit(cleanUp::cleanUp), nodes.submit(cleanUp::cleanUp))) {
            node.get();
        }
        nodes.shutdown();
        assertThat(ledger.entries(finished.number())).isEmpty();
        assertThat(ledger.entries(running.number())).isNotEmpty();
        List<Recorded> removals = ledger.entries("general").stream().filter(entry -> entry.kind().equals("removal")).toList();
        assertThat(removals).singleElement().satisfies(removal -> {
            assertThat(removal.facts()).containsEntry("entries", String.valueOf(entries));
            assertThat(removal.facts().get(Facts.LEDGER_GROUND)).contains("bewaarbeleid");
            assertThat(removal.basis()).singleElement().satisfies(table -> assertThat(table.name()).endsWith("retention.dmn"));
        });
        assertThat(jdbc.queryForObject("select content from ledger_entry where chain = 'general' and kind = 'removal'",
                String.class)).contains("\"" + finished.number() + "\"", hash);
        assertThat(verifier.verify().findings()).isEmpty();
        assertThat(seals.seal()).isPresent();
    }

    @Test
    void whatIsKeptBesideTheLedgerGoesWithIt() {
        walk.clockStandsStill();
        Dossier finished = stoppedAfterHandOver();
        Dossier running = walk.handedOver();
        List.of(finished, running).forEach(dossier -> jdbc.update("insert into support_poll (id, dossier_number, poll_moment, question1,"
                + " until_at, asked, opened_at) values (?, ?, 'start', 'Wilt u dit?', current_timestamp, 1, current_timestamp)",
                dossier.number(), dossier.number()));
        List.of(finished, running).forEach(dossier -> jdbc.update("insert into lesson (id, dossier_number, title, ending, theme, technology, teams,"
                + " advice, went_well, went_wrong, owner, recorded_at) values (?, ?, 'Bel', 'stopped', 'other', '', '', 'Begin klein', '', '', 'board',"
                + " current_timestamp)", "of " + dossier.number(), dossier.number()));
        jdbc.update("insert into version_move (id, process, from_version, to_version, from_number, to_number, asked_by, reason, asked_at)"
                + " values ('m', 'innovation', 'a', 'b', 1, 2, 'process-owner', 'Zo werkt iedereen.', current_timestamp)");
        List.of(finished, running).forEach(dossier -> jdbc.update("insert into version_move_dossier (version_move_id, instance_id, dossier_number,"
                + " state) values ('m', ?, ?, 'moved')", dossier.number(), dossier.number()));
        Map<String, Long> ofRunning = besides(running);
        assertThat(besides(finished)).isEqualTo(ofRunning).hasSize(6).allSatisfy((table, rows) -> assertThat(rows).isPositive());
        Instant end = ClockUtil.getCurrentTime().toInstant();

        timeIs(end, LEDGER.minusDays(1));
        cleanUp.cleanUp();
        assertThat(besides(finished)).isEqualTo(ofRunning);

        timeIs(end, LEDGER.plusDays(1));
        cleanUp.cleanUp();
        assertThat(besides(finished)).hasSize(6).allSatisfy((table, rows) -> assertThat(rows).as(table).isZero());
        assertThat(besides(running)).isEqualTo(ofRunning);
    }

    @Test
    void readingsGoAfterTheirOwnTimeAndNotWithTheirDossier() {
        walk.clockStandsStill();
        String number = walk.reported().number();
        walk.login("auditor");
        Subject subject = new Subject(Kind.DOSSIER, "", number);
        readings.gives(Action.READ, subject);
        timeIs(ClockUtil.getCurrentTime().toInstant(), Period.ofYears(5).minusDays(1));
        readings.gives(Action.PRINT, subject);
        cleanUp.cleanUp();
        assertThat(readings.of(number, 10)).hasSize(2);

        timeIs(ClockUtil.getCurrentTime().toInstant(), Period.ofDays(2));
        cleanUp.cleanUp();
        assertThat(readings.of(number, 10)).extracting(Reading::action).containsExactly(Action.PRINT);
    }

    @Test
    void whatIsKeptBesideTheLedgerStaysWhenTheLedgerDoes() {
        walk.clockStandsStill();
        Dossier finished = stoppedAfterHandOver();
        Map<String, Long> before = besides(finished);
        int entries = ledger.entries(finished.number()).size();
        timeIs(ClockUtil.getCurrentTime().toInstant(), LEDGER.plusDays(1));

        List<RemovalRule> lastOneFails = Stream.concat(removalRules.stream(), Stream.of((RemovalRule) number -> {
            throw new IllegalStateException("the last of a test");
        })).toList();
        new CleanUp(ledger, removal, history, lastOneFails, transaction, tables, readings).cleanUp();
        assertThat(ledger.entries(finished.number())).hasSize(entries);
        assertThat(besides(finished)).isEqualTo(before);

        jdbc.update("update ledger_entry set element_name = 'x' where chain = ? and sequence = 2", finished.number());
        cleanUp.cleanUp();
        assertThat(ledger.entries(finished.number())).hasSize(entries);
        assertThat(besides(finished)).isEqualTo(before);
        jdbc.update("delete from ledger_entry where chain = ?", finished.number());
        jdbc.update("delete from ledger_head where chain = ?", finished.number());
    }

    @Test
    void whoStoodInGoesWithTheLedgerOfIt() {
        walk.clockStandsStill();
        Dossier over = standIn("finance");
        over.timePassesUntil("BoundaryEvent_LastDayPassed").endedAt("EndEvent_Ended");
        Instant end = ClockUtil.getCurrentTime().toInstant();
        Dossier running = standIn("hr");
        assertThat(lent()).containsExactlyInAnyOrder("finance finance", "hr hr");

        timeIs(end, LEDGER.minusDays(1));
        cleanUp.cleanUp();
        assertThat(lent()).hasSize(2);

        timeIs(end, LEDGER.plusDays(1));
        cleanUp.cleanUp();
        assertThat(ledger.entries(over.number())).isEmpty();
        assertThat(lent()).containsExactly("hr hr");
        running.complete("UserTask_StopStandIn");
    }

    @Test
    void nothingOfWhoReportedIsLeftWhenAllPeriodsAreOver() {
        walk.clockStandsStill();
        reject(walk.reportedBy("someone-who-left"));
        assertThat(columnsWith("someone-who-left")).contains("dossier_reporter.user_id", "ledger_entry.actor");

        timeIs(ClockUtil.getCurrentTime().toInstant(), LEDGER.plusDays(1));
        night();
        assertThat(columnsWith("someone-who-left")).isEmpty();
    }

    @Test
    void standInAndWhatHasNoNumberFollowTheirOwnRows() {
        walk.clockStandsStill();
        Dossier standIn = walk.absent("it", walk.today(), walk.today().plusDays(3));
        standIn.complete("UserTask_ChooseStandIn", "standInChoice", "withdraw");
        walk.loginAsAdministrator();
        engine.getDecisionService().evaluateDecisionTableByKey("periods", Map.of("step", "stand-up"));
        engine.getManagementService().setProperty("retention-test", "1");
        engine.getManagementService().deleteProperty("retention-test");
        engine.getIdentityService().clearAuthentication();

        Date inAYear = Date.from(after(ClockUtil.getCurrentTime().toInstant(), Period.ofYears(1)));
        assertThat(historyUntil(standIn)).isEqualTo(inAYear.toInstant().toString());
        assertThat(engine.getHistoryService().createHistoricDecisionInstanceQuery().decisionDefinitionKey("periods").list())
                .singleElement().satisfies(asked -> assertThat(asked.getRemovalTime()).isEqualTo(inAYear));
        assertThat(engine.getHistoryService().createUserOperationLogQuery().entityType("Property").list()).isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.getRemovalTime()).isEqualTo(inAYear));
        assertThat(ledger.newest(standIn.number(), "end")).isPresent();
    }

    private void goesOn(Dossier dossier) {
        deployments.add(engine.getRepositoryService().createDeployment().addModelInstance("follow-up.bpmn",
                Bpmn.createExecutableProcess("follow-up").camundaHistoryTimeToLive(1).startEvent()
                        .intermediateCatchEvent("IntermediateEvent_Later").timerWithDuration("P1D").endEvent().done())
                .deploy().getId());
        walk.loginAsAdministrator();
        engine.getRuntimeService().startProcessInstanceByKey("follow-up", dossier.number());
        engine.getIdentityService().clearAuthentication();
    }

    private Dossier stoppedAfterHandOver() {
        Dossier dossier = walk.handedOver();
        walk.loginAsAdministrator();
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(dossier.number())
                .rootProcessInstances().list().forEach(running -> engine.getRuntimeService()
                        .deleteProcessInstance(running.getId(), "opgeruimd"));
        engine.getIdentityService().clearAuthentication();
        assertThat(ledger.newest(dossier.number(), "end")).isPresent();
        return dossier;
    }

    private Dossier standIn(String absent) {
        return walk.absent(absent, walk.today().plusDays(2), walk.today().plusDays(9))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "it")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept")
                .timePassesUntil("BoundaryEvent_FirstDayReached");
    }

    private List<String> lent() {
        return jdbc.queryForList("select s.absent || ' ' || g.group_id from stand_in s join stand_in_group g"
                + " on g.stand_in_id = s.id", String.class);
    }

    /** How many rows each table of ours has under the number of this dossier. Who read it has a time of its own. */
    private Map<String, Long> besides(Dossier dossier) {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList("select table_name from information_schema.columns where lower(table_schema) = 'public'"
                + " and lower(column_name) = 'dossier_number' and lower(table_name) <> 'reading'", String.class).forEach(table ->
                rows.put(table, jdbc.queryForObject("select count(*) from " + table + " where dossier_number = ?", Long.class,
                        dossier.number())));
        return rows;
    }

    /** In the whole database. */
    private List<String> columnsWith(String text) {
        return jdbc.queryForList("select table_name, column_name from information_schema.columns where lower(table_schema)"
                        + " = 'public' and lower(data_type) like 'char%'").stream()
                .filter(column -> jdbc.queryForObject("select count(*) from \"%s\" where \"%s\" like ?".formatted(
                        column.get("table_name"), column.get("column_name")), Long.class, "%" + text + "%") > 0)
                .map(column -> (column.get("table_name") + "." + column.get("column_name")).toLowerCase(Locale.ROOT)).toList();
    }

    private Dossier rejected() {
        return reject(walk.reported());
    }

    private Dossier reject(Dossier dossier) {
        return answerRead(dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", "Dit bestaat al"));
    }

    /** The last thing that happens in a dossier. */
    private Dossier answerRead(Dossier dossier) {
        // Who left has none.
        dossier.tasks("UserTask_ReadAnswer").forEach(task -> dossier.complete(task, task.getAssignee()));
        for (Job mail : dossier.jobs("SendTask_MailAnswer")) {
            dossier.fire(mail);
        }
        assertThat(dossier.waitsAt()).isEmpty();
        return dossier;
    }

    private static Instant after(Instant moment, Period period) {
        return moment.atZone(DutchTime.ZONE).plus(period).toInstant();
    }

    /** At night, in the window. */
    private static void timeIs(Instant end, Period later) {
        LocalDate day = after(end, later).atZone(DutchTime.ZONE).toLocalDate();
        ClockUtil.setCurrentTime(Date.from(day.atTime(LocalTime.of(2, 0)).atZone(DutchTime.ZONE).toInstant()));
    }

    /** First ours, then the engine's. */
    private void night() {
        cleanUp.cleanUp();
        for (int i = 0; i < 5; i++) {
            engine.getHistoryService().cleanUpHistoryAsync(true);
            engine.getHistoryService().findHistoryCleanupJobs()
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** In all tables of the engine's history that know the process. */
    private long rows(Dossier dossier) {
        List<String> instances = jdbc.queryForList("select distinct proc_inst_id_ from act_hi_actinst where root_proc_inst_id_ in"
                + " (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)", String.class, dossier.number());
        return instances.size() + variables("act_hi_varinst", dossier) + variables("act_hi_taskinst", dossier)
                + jdbc.queryForObject("select count(*) from act_hi_procinst where business_key_ = ?", Long.class, dossier.number());
    }

    private long variables(String table, Dossier dossier) {
        return jdbc.queryForObject("select count(*) from " + table + " where proc_inst_id_ in"
                + " (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)"
                + " or proc_inst_id_ = ?", Long.class, dossier.number(), dossier.innovation().getId());
    }

    private String historyUntil(Dossier dossier) {
        return ledger.newest(dossier.number(), "end").orElseThrow().facts().get(Facts.HISTORY_UNTIL);
    }

    private List<Date> removalTimes(Dossier dossier) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier.number())
                .list().stream().map(HistoricProcessInstance::getRemovalTime).toList();
    }

    private void deploy(String period, String other) throws IOException {
        String table = Files.readString(Path.of("processes", "retention.dmn"));
        deployments.add(engine.getRepositoryService().createDeployment().name("new retention")
                .addString("retention.dmn", table.replace("\"" + period + "\"", "\"" + other + "\"")).deploy().getId());
    }
}
