package nl.tweespoor.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Ledger;
import nl.tweespoor.recording.Grounds;
import nl.tweespoor.strategy.AdoptedRows;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Each control finds a breach that was planted through the engine or, as an attacker would, straight in the database. */
@EngineTest
@OnPostgresToo
class ControlsTest {

    @Autowired
    Controls controls;

    @Autowired
    Walk walk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @Autowired
    AdoptedRows adopted;

    /** As the start told it: each test begins with a ledger that is empty. */
    @BeforeEach
    void whatIsLiveIsInTheLedger() {
        List<Entry> told = repository.createDeploymentQuery().orderByDeploymentTime().asc().list().stream().map(deployment ->
                new Entry(Entry.NO_DOSSIER, "deployment", Entry.Step.NONE, Entry.Who.system("start"), Entry.Decision.NONE,
                        repository.getDeploymentResources(deployment.getId()).stream().map(file -> Grounds.deployed(
                                deployment.getId(), file.getName(), content(file.getId()))).toList(),
                        Map.of(), Map.of("deployment", deployment.getId()))).toList();
        transaction.executeWithoutResult(status -> {
            ledger.append(told);
            adopted.tell("S-2026-01", "start");
        });
    }

    private byte[] content(String file) {
        return jdbc.queryForObject("select bytes_ from act_ge_bytearray where id_ = ?", byte[].class, file);
    }

    /** Does something straight in the database, and undoes it when it was looked at. */
    private List<String> findingsOfDeployments(String breach, String undone) {
        assertThat(findings("second-pair-of-eyes")).isEmpty();
        for (String statement : breach.split(";")) {
            assertThat(jdbc.update(statement)).as(statement).isOne();
        }
        try {
            return findings("second-pair-of-eyes");
        } finally {
            for (String statement : undone.split(";")) {
                jdbc.update(statement);
            }
        }
    }

    private ControlResult run(String id) {
        return controls.run(id).orElseThrow();
    }

    private List<String> findings(String id) {
        return run(id).findings().stream().map(Observation::toString).toList();
    }

    private long entry(Dossier dossier, String element) {
        return jdbc.queryForObject("select max(sequence) from ledger_entry where chain = ? and kind = 'task' and element = ?",
                Long.class, dossier.number(), element);
    }

    private String at(Dossier dossier, String element) {
        return dossier.number() + ", regel " + entry(dossier, element) + ": ";
    }

    /** Past Tweespoor, as someone with access to the database. */
    private void setValue(Dossier dossier, String element, String name, String value) throws Exception {
        long sequence = entry(dossier, element);
        ObjectNode disclosed = (ObjectNode) new ObjectMapper().readTree(jdbc.queryForObject(
                "select disclosed from ledger_entry where chain = ? and sequence = ?", String.class, dossier.number(), sequence));
        assertThat(disclosed.has(name)).as(name).isTrue();
        if (value == null) {
            disclosed.remove(name);
        } else {
            ((ObjectNode) disclosed.get(name)).put("value", value);
        }
        jdbc.update("update ledger_entry set disclosed = ? where chain = ? and sequence = ?", disclosed.toString(),
                dossier.number(), sequence);
    }

    private void erase(Dossier dossier, String element, String name) {
        transaction.executeWithoutResult(status -> ledger.erase(dossier.number(), entry(dossier, element), name,
                Entry.Who.person("privacy", List.of("privacy-quality"), List.of()), "Verzoek van betrokkene"));
    }

    private String taskIdOf(String element) {
        return jdbc.queryForObject("select id_ from act_hi_taskinst where task_def_key_ = ?", String.class, element);
    }

    @Test
    void dossiersThatWereWalkedAsTheyShouldGiveNothing() {
        walk.owned();
        walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "strategyChange");
        walk.reportedBy("head-of-innovation").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject")
                .completeAs("head-of-innovation", "UserTask_ReadAnswer");
        walk.absent("head-of-innovation", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "project-lead")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept");

        assertThat(controls.runAll()).hasSize(10).allSatisfy(result -> {
            assertThat(result.findings()).as(result.id()).isEmpty();
            assertThat(result.at()).isNotNull();
        });
        assertThat(controls.runAll()).allSatisfy(result -> assertThat(result.examined()).as(result.id()).isPositive());
        assertThat(controls.run("unknown")).isEmpty();
    }

    @Test
    void onePersonAsBothHeadsIsFoundInTheLedgerAlsoWhenTheTableWasEmptied() {
        Dossier dossier = walk.decided().completeAs("two-hats", "UserTask_PrepareHandOver");
        jdbc.update("delete from dossier_head");
        dossier.completeAs("two-hats", "UserTask_ReviewHandOver", "handOverOutcome", "accept");
        jdbc.update("delete from dossier_head");

        assertThat(findings("two-heads")).singleElement().asString().startsWith(at(dossier, "UserTask_ReviewHandOver"))
                .contains("two-hats deed 'Overdracht beoordelen' als Hoofd Implementatie", "'Overdracht voorbereiden' als Hoofd Innovatie");
    }

    @Test
    void onePersonAsBothHeadsIsFoundInTheTable() {
        Dossier dossier = walk.accepted();
        jdbc.update("update dossier_head set user_id = 'head-of-innovation' where head = 'head-of-implementation'");
        assertThat(findings("two-heads")).containsExactly(dossier.number()
                + ", tabel dossier_head: Hoofd Innovatie staat in de tabel als beide hoofden.");
    }

    @Test
    void aDecisionWithoutReasonIsFoundUnlessItWasErased() throws Exception {
        Dossier erased = walk.selected();
        erase(erased, "UserTask_SelectOpportunity", "selectionReason");
        Dossier gone = walk.selected();
        setValue(gone, "UserTask_SelectOpportunity", "selectionReason", null);
        Dossier blank = walk.selected();
        setValue(blank, "UserTask_IdentifyOpportunity", "identifyReason", "  ");

        assertThat(findings("reason")).hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith(at(gone, "UserTask_SelectOpportunity")).contains("Hoofd Innovatie"))
                .anySatisfy(text -> assertThat(text).startsWith(at(blank, "UserTask_IdentifyOpportunity")));
    }

    @Test
    void aDecisionAgainstTheAdviceIsShownAndIsFoundWithoutAReasonOfItsOwn() throws Exception {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "reject");
        assertThat(findings("against-advice")).isEmpty();
        assertThat(run("against-advice").information()).singleElement().asString()
                .startsWith(at(dossier, "UserTask_SelectOpportunity")).contains("tegen het advies");

        setValue(dossier, "UserTask_SelectOpportunity", "selectionDeviationReason", null);
        assertThat(findings("against-advice")).singleElement().asString()
                .startsWith(at(dossier, "UserTask_SelectOpportunity")).contains("Waarom staat er niet bij");
    }

    @Test
    void aSelectionWithoutGoalIsFoundAndALegalDutyIsShown() throws Exception {
        Dossier none = withoutGround().complete("UserTask_ConfirmByBoard", "confirmationOutcome", "agree").complete("UserTask_PrepareTest");
        jdbc.update("delete from ledger_entry where chain = ? and element = 'UserTask_ConfirmByBoard'", none.number());
        Dossier byTheBoard = withoutGround().complete("UserTask_ConfirmByBoard", "confirmationOutcome", "agree")
                .complete("UserTask_PrepareTest");
        Dossier waiting = withoutGround();
        Dossier gone = walk.beingTested();
        setValue(gone, "UserTask_AssessOpportunity", "mainGoal", null);
        Dossier erased = walk.beingTested();
        erase(erased, "UserTask_AssessOpportunity", "mainGoal");
        Dossier groundErased = walk.beingTested();
        erase(groundErased, "UserTask_AssessOpportunity", "selectionGround");
        Dossier groundGone = walk.beingTested();
        setValue(groundGone, "UserTask_AssessOpportunity", "selectionGround", null);
        Dossier duty = walk.identified().assess("selectionGround", "legalDuty")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "low");

        assertThat(findings("goal")).hasSize(3)
                .anySatisfy(text -> assertThat(text).startsWith(at(groundGone, "UserTask_SelectOpportunity")))
                .anySatisfy(text -> assertThat(text).startsWith(at(none, "UserTask_SelectOpportunity")).contains("regel "
                        + entry(none, "UserTask_AssessOpportunity")))
                .anySatisfy(text -> assertThat(text).startsWith(at(gone, "UserTask_SelectOpportunity")));
        assertThat(run("goal").information()).hasSize(3).extracting(Object::toString)
                .anySatisfy(text -> assertThat(text).startsWith(at(duty, "UserTask_SelectOpportunity")))
                .anySatisfy(text -> assertThat(text).startsWith(at(byTheBoard, "UserTask_ConfirmByBoard"))
                        .contains("Raad van Bestuur bevestigde"))
                .anySatisfy(text -> assertThat(text).startsWith(at(waiting, "UserTask_SelectOpportunity")).contains("wacht op"));
    }

    private Dossier withoutGround() {
        return walk.identified().assess("selectionGround", "none")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "low");
    }

    @Test
    void aTaskByWhoIsInNoneOfItsGroupsIsFound() {
        Dossier dossier = walk.reported();
        walk.loginAsAdministrator();
        forms.submitTaskForm(dossier.task("UserTask_IdentifyOpportunity").getId(), Map.of("whoHasProblem", "Niemand",
                "whatExists", "Niets", "whoToInvolve", "Niemand", "identifyOutcome", "reject", "identifyReason", "Dit bestaat al",
                "theme", "other", "lessonText", "Kijk eerst rond.", "lessonFollowUp", "none", "lessonNoChangeReason", "Dat staat al op het formulier."));
        identities.clearAuthentication();

        assertThat(findings("group")).singleElement().asString().isEqualTo(at(dossier, "UserTask_IdentifyOpportunity")
                + "Beheerder deed 'Kans verkennen'. Die taak was voor Hoofd Innovatie; Beheerder zat toen in camunda-admin.");
    }

    @Test
    void aDeploymentByOnePersonIsFound() {
        identities.setAuthentication("admin", List.of("camunda-admin"));
        String deployment = repository.createDeployment().name("Nieuwe tekst").addString("text.txt", "Tekst").deploy().getId();
        identities.clearAuthentication();
        try {
            assertThat(findings("second-pair-of-eyes")).singleElement().asString().startsWith("general, regel ")
                    .contains("Beheerder zette 'Nieuwe tekst' live (" + deployment + ")");
        } finally {
            repository.deleteDeployment(deployment);
        }
    }

    @Test
    void aDeploymentThatWasWrittenInTheDatabaseIsFoundWithItsModel() {
        assertThat(findingsOfDeployments("""
                insert into act_re_deployment (id_, name_) values ('planted', 'Stil');
                insert into act_ge_bytearray (id_, rev_, name_, deployment_id_) values ('planted', 1, 'selection.bpmn', 'planted')""",
                "delete from act_ge_bytearray where id_ = 'planted'; delete from act_re_deployment where id_ = 'planted'"))
                .containsExactly("deployment planted: 'Stil' staat live. In het logboek staat niet dat iemand het live zette.");
    }

    @Test
    void aFileThatIsChangedAddedOrRemovedInTheDatabaseIsFound() {
        String id = fileId("innovation.bpmn");
        byte[] content = content(id);
        byte[] changed = new String(content, StandardCharsets.UTF_8).replace("head-of-innovation", "employee")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(findings("second-pair-of-eyes")).isEmpty();
        jdbc.update("update act_ge_bytearray set bytes_ = ? where id_ = ?", changed, id);
        try {
            assertThat(findings("second-pair-of-eyes")).singleElement().asString()
                    .startsWith("general, regel ").endsWith("'innovation.bpmn' is buiten Tweespoor om veranderd nadat het live ging.");
        } finally {
            jdbc.update("update act_ge_bytearray set bytes_ = ? where id_ = ?", content, id);
        }
        String name = jdbc.queryForObject("select name_ from act_ge_bytearray where id_ = ?", String.class, id);
        assertThat(findingsOfDeployments("update act_ge_bytearray set name_ = 'x.bpmn' where id_ = '" + id + "'",
                "update act_ge_bytearray set name_ = '" + name + "' where id_ = '" + id + "'")).hasSize(2)
                .anyMatch(text -> text.endsWith("'x.bpmn' is buiten Tweespoor om toegevoegd nadat het live ging."))
                .anyMatch(text -> text.endsWith("'innovation.bpmn' ging live, en is buiten Tweespoor om weggehaald."));
    }

    @Test
    void aModelThatIsMadeTheNewestInTheDatabaseIsFoundThoughNoFileChanges() {
        String columns = "rev_, key_, version_, deployment_id_, resource_name_";
        String deployment = jdbc.queryForObject("select deployment_id_ from act_ge_bytearray where id_ = ?", String.class,
                fileId("mandate.dmn"));
        for (String planted : List.of("1, 'mandate', 999, '" + deployment + "', 'mandate.dmn'",
                "1, 'planted', 1, '" + deployment + "', 'other.dmn'", "1, 'planted', 1, 'nowhere', 'mandate.dmn'")) {
            assertThat(findingsOfDeployments("insert into act_re_decision_def (id_, " + columns + ") values ('planted', " + planted
                    + ")", "delete from act_re_decision_def where id_ = 'planted'")).as(planted).singleElement().asString()
                    .startsWith("tabel ACT_RE_DECISION_DEF: '").contains("is buiten Tweespoor om neergezet");
        }
    }

    private String fileId(String file) {
        return jdbc.queryForObject("select id_ from act_ge_bytearray where deployment_id_ is not null and name_ = ?", String.class, file);
    }

    @Test
    void aDossierPastItsDatesIsFoundWithHowLong() {
        Dossier dossier = walk.beingTested();
        Date due = dossier.task("UserTask_TestFinance").getDueDate();
        assertThat(findings("dates")).isEmpty();
        ClockUtil.setCurrentTime(Date.from(due.toInstant().plus(Duration.ofDays(5))));
        assertThat(findings("dates")).singleElement().asString().startsWith(dossier.number() + ", open taken: ")
                .contains("'Financiën toetsen' moest klaar zijn op ", "(5 dagen geleden)");
    }

    @Test
    void anEntryThatWasChangedIsFound() {
        Dossier dossier = walk.selected();
        jdbc.update("update ledger_entry set outcome = 'reject' where element = 'UserTask_SelectOpportunity' and kind = 'task'");
        assertThat(findings("ledger-whole")).contains(at(dossier, "UserTask_SelectOpportunity")
                + "Deze regel is veranderd: de vingerafdruk past niet bij de inhoud.");
    }

    /** Straight in the database, and undone when it was looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "update strategic_goal set target = '99' where id = 'S-2027-01/D1' | Strategie S-2027-01, doel S-2027-01/D1: is buiten Tweespoor om veranderd",
        "update strategy_version set reason = 'Anders.' where id = 'S-2027-01' | Strategie S-2027-01, versie S-2027-01: is buiten Tweespoor om veranderd",
        "update strategy_version set sequence_number = 99 where id = 'S-2027-01' | Strategie S-2027-01, versie S-2027-01: is buiten Tweespoor om veranderd",
        "update strategy_option set choice = 'yes' where version = 'S-2027-01' and code = 'O2' | Strategie S-2027-01, keuze O2: is buiten Tweespoor om veranderd",
        "update strategy_precondition set due = date '2030-01-01' where version = 'S-2027-01' | Strategie S-2027-01, randvoorwaarde R1: is buiten Tweespoor om veranderd",
        "delete from strategy_activity where version = 'S-2027-01' | Strategie S-2027-01, activiteit A1: is buiten Tweespoor om weggehaald",
        "delete from strategic_goal_target_group where goal = 'S-2027-01/D1' | Strategie S-2027-01, doelgroep van doel S-2027-01/D1 G1: is buiten Tweespoor om weggehaald",
        "insert into strategy_pillar (version, code, title) values ('S-2027-01', 'P9', 'Erbij') | Strategie S-2027-01, pijler P9: is buiten Tweespoor om toegevoegd"})
    void aChangeOfWhatTheBoardAdoptedIsFound(String breach, String found) {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        assertThat(findings("adopted-strategies")).isEmpty();

        assertThat(jdbc.update(breach)).isOne();

        assertThat(findings("adopted-strategies")).singleElement().asString().contains(found);
    }

    @Test
    void aStrategyThatNobodyAdoptedIsFound() {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        jdbc.update("delete from ledger_entry where kind = 'adoption' and content like '%S-2027-01%'");

        assertThat(findings("adopted-strategies")).containsExactly("strategie S-2027-01: Deze strategie geldt als vastgesteld."
                + " In het logboek staat niet dat iemand haar vaststelde.");
    }

    @Test
    void aTaskThatIsOnlyInTheEngineIsFound() {
        Dossier dossier = walk.selected();
        String task = taskIdOf("UserTask_SelectOpportunity");
        jdbc.update("delete from ledger_entry where element = 'UserTask_SelectOpportunity' and kind = 'task'");
        assertThat(findings("ledger-and-engine")).singleElement().asString()
                .startsWith(dossier.number() + ", taak " + task + ": 'Kans selecteren' is op ");
    }

    @Test
    void aTaskThatIsOnlyInTheLedgerIsFoundAsLongAsTheHistoryOfItsProcessStays() {
        Dossier dossier = walk.selected();
        String process = jdbc.queryForObject("select proc_inst_id_ from act_hi_taskinst where task_def_key_ = ?", String.class,
                "UserTask_SelectOpportunity");
        jdbc.update("delete from act_hi_taskinst where task_def_key_ = 'UserTask_SelectOpportunity'");
        assertThat(findings("ledger-and-engine")).containsExactly(at(dossier, "UserTask_SelectOpportunity")
                + "Hoofd Innovatie deed 'Kans selecteren' volgens het logboek. De procesmotor kent die afgeronde taak niet.");

        jdbc.update("update act_hi_procinst set removal_time_ = ? where id_ = ?",
                Timestamp.from(ClockUtil.getCurrentTime().toInstant().minusSeconds(60)), process);
        assertThat(findings("ledger-and-engine")).isEmpty();
        jdbc.update("update act_hi_procinst set removal_time_ = null where id_ = ?", process);
        assertThat(findings("ledger-and-engine")).hasSize(1);
        jdbc.update("delete from act_hi_procinst where id_ = ?", process);
        jdbc.update("delete from act_hi_taskinst where proc_inst_id_ = ?", process);
        assertThat(findings("ledger-and-engine")).isEmpty();
    }
}
