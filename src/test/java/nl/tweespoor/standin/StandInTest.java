package nl.tweespoor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague does the tasks of who is absent, for a time, under an own account and with an own name. */
@EngineTest
@OnPostgresToo
class StandInTest {

    private static final String HEAD = "head-of-innovation";
    private static final String COLLEAGUE = "it";

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    StandIns standIns;
    @Autowired
    Memberships memberships;
    @Autowired
    LedgerReader ledger;

    private LocalDate today;

    @BeforeEach
    void clockStandsStill() {
        walk.clockStandsStill();
        today = walk.today();
    }

    /** In a test some have more than the group of their demo account. */
    @AfterEach
    void everyoneIsInTheirOwnGroupOnly() {
        engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("stand-in").list().forEach(
                running -> engine.getRuntimeService().deleteProcessInstance(running.getId(), "end of test"));
        for (String user : List.of("finance", COLLEAGUE, "hr")) {
            groupsOf(user).stream().filter(group -> !group.equals(user))
                    .forEach(group -> engine.getIdentityService().deleteMembership(user, group));
        }
    }

    private List<String> groupsOf(String userId) {
        return engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
                .toList();
    }

    private Dossier accepted(String absent, String standIn) {
        return walk.absent(absent, today.plusDays(2), today.plusDays(9))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", standIn)
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept");
    }

    private Dossier begun(String absent, String standIn) {
        return accepted(absent, standIn).timePassesUntil("BoundaryEvent_FirstDayReached");
    }

    private List<String> tasksOf(String userId) {
        return engine.getTaskService().createTaskQuery().taskCandidateUser(userId).list().stream()
                .map(task -> task.getTaskDefinitionKey()).toList();
    }

    // From the first day until the last has passed

    @Keeps("stand-in-ends-by-itself")
    @Test
    void colleagueIsInTheGroupsFromTheFirstDayUntilTheLastHasPassed() {
        Dossier absence = accepted(HEAD, COLLEAGUE);
        walk.reported();
        assertThat(absence.timer("BoundaryEvent_FirstDayReached").getDuedate()).isEqualTo(midnight(today.plusDays(2)));
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
        assertThat(tasksOf(COLLEAGUE)).isEmpty();

        absence.timePassesUntil("BoundaryEvent_FirstDayReached");
        assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder(COLLEAGUE, HEAD);
        assertThat(groupsOf(HEAD)).containsExactly(HEAD);
        assertThat(tasksOf(COLLEAGUE)).containsExactly("UserTask_IdentifyOpportunity");

        assertThat(absence.timer("BoundaryEvent_LastDayPassed").getDuedate()).isEqualTo(midnight(today.plusDays(10)));
        absence.timePassesUntil("BoundaryEvent_LastDayPassed").endedAt("EndEvent_Ended");
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
        assertThat(tasksOf(COLLEAGUE)).isEmpty();
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(DutchTime.ZONE).toInstant());
    }

    @Test
    void whoIsBackEarlyEndsIt() {
        begun(HEAD, COLLEAGUE).complete("UserTask_StopStandIn").endedAt("EndEvent_Ended");
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    @Test
    void whoStaysAfterAllEndsItBeforeTheFirstDay() {
        accepted(HEAD, COLLEAGUE).complete("UserTask_StopStandIn").endedAt("EndEvent_Ended");
        assertThat(engine.getManagementService().createJobQuery().processDefinitionKey("stand-in").count()).isZero();
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    /** After a standstill of the server the first day can be handled when the last has passed. */
    @Test
    void nothingBeginsAfterTheLastDay() {
        Dossier absence = accepted(HEAD, COLLEAGUE);
        ClockUtil.setCurrentTime(midnight(today.plusDays(10)));
        absence.fire(absence.timer("BoundaryEvent_FirstDayReached"));
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    @Test
    void administratorWhoDeletesTheProcessLeavesNobodyInTheGroup() {
        Dossier absence = begun(HEAD, COLLEAGUE);
        engine.getRuntimeService().deleteProcessInstance(absence.innovation().getId(), "verwijderd", true, true, true);
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    /** All that is known of a loan stands in the table: another server, or the same one after a restart, ends it. */
    @Test
    void loanIsTakenBackFromTheTableAlone() {
        Dossier absence = begun(HEAD, COLLEAGUE);
        assertThat(new LentGroups(jdbc, engine.getIdentityService(), memberships).takeBack(absence.innovation().getId()))
                .containsExactly(HEAD);
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    /** Facts can't be erased, and the general part of the ledger never goes. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void accountsOfBothStandAsValuesInTheLedgerOfTheStandIn(boolean deleted) {
        Dossier absence = begun(HEAD, COLLEAGUE);
        if (deleted) {
            engine.getRuntimeService().deleteProcessInstance(absence.innovation().getId(), "verwijderd");
        } else {
            absence.timePassesUntil("BoundaryEvent_LastDayPassed");
        }
        assertThat(ledger.entries(Entry.NO_DOSSIER)).noneMatch(entry -> entry.kind().equals("stand-in"));
        assertThat(ledger.entries(absence.number())).filteredOn(entry -> entry.kind().equals("stand-in")).satisfiesExactly(
                begin -> {
                    assertThat(begin.facts()).containsOnly(Map.entry("event", "begin"), Map.entry("groups", HEAD));
                    assertThat(begin.values()).containsOnly(Map.entry("absent", HEAD), Map.entry("standIn", COLLEAGUE));
                },
                end -> {
                    assertThat(end.facts()).containsOnly(Map.entry("event", "end"), Map.entry("groups", HEAD));
                    assertThat(end.values()).containsOnly(Map.entry("standIn", COLLEAGUE));
                });
    }

    // Which groups

    @Test
    void groupThatTheColleagueHasOfTheirOwnStaysWhenItEnds() {
        engine.getIdentityService().createMembership("finance", COLLEAGUE);
        Dossier absence = begun("finance", COLLEAGUE);
        assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder(COLLEAGUE, "finance");
        absence.complete("UserTask_StopStandIn");
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    @Test
    void groupThatTwoAbsentColleaguesLendStaysUntilBothAreBack() {
        engine.getIdentityService().createMembership("finance", HEAD);
        Dossier first = begun(HEAD, COLLEAGUE);
        Dossier second = walk.absent("finance", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", COLLEAGUE)
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept")
                .timePassesUntil("BoundaryEvent_FirstDayReached");
        assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder(COLLEAGUE, HEAD, "finance");
        first.complete("UserTask_StopStandIn");
        assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder(COLLEAGUE, HEAD, "finance");
        second.complete("UserTask_StopStandIn");
        assertThat(groupsOf(COLLEAGUE)).containsExactly(COLLEAGUE);
    }

    @Test
    void groupOfSomeoneElseIsNotPassedOn() {
        begun(HEAD, COLLEAGUE);
        walk.absent(COLLEAGUE, walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "hr")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept")
                .timePassesUntil("BoundaryEvent_FirstDayReached");
        assertThat(groupsOf("hr")).containsExactlyInAnyOrder("hr", COLLEAGUE);
    }

    @Test
    void administratorAndAuditorAreNotLent() {
        List.of("camunda-admin", "auditor").forEach(group ->
                engine.getIdentityService().createMembership("finance", group));
        begun("finance", COLLEAGUE);
        assertThat(groupsOf(COLLEAGUE)).containsExactlyInAnyOrder(COLLEAGUE, "finance");
    }

    @ParameterizedTest
    @CsvSource({"auditor", "admin"})
    void whoHasNoGroupToLendIsToldSo(String userId) {
        assertThatThrownBy(() -> walk.absent(userId, today, today))
                .hasStackTraceContaining("U hebt geen groepen die een collega kan waarnemen");
    }

    // Tasks

    @Test
    void tasksThatTheAbsentPersonTookGoBackToTheGroup() {
        Dossier dossier = walk.reportedBy(HEAD);
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        Dossier other = walk.reported();
        engine.getTaskService().claim(other.task("UserTask_IdentifyOpportunity").getId(), HEAD);
        Dossier absence = begun(HEAD, COLLEAGUE);
        assertThat(other.task("UserTask_IdentifyOpportunity").getAssignee()).isNull();
        assertThat(dossier.task("UserTask_ReadAnswer").getAssignee()).as("an answer is for one person").isEqualTo(HEAD);
        assertThat(absence.task("UserTask_StopStandIn").getAssignee()).isEqualTo(HEAD);
    }

    @Test
    void tasksThatTheStandInTookGoBackWhenItEnds() {
        Dossier dossier = walk.reported();
        Dossier own = walk.beingTested();
        Dossier absence = begun(HEAD, COLLEAGUE);
        engine.getTaskService().claim(dossier.task("UserTask_IdentifyOpportunity").getId(), COLLEAGUE);
        engine.getTaskService().claim(own.task("UserTask_TestTechnology").getId(), COLLEAGUE);
        absence.complete("UserTask_StopStandIn");
        assertThat(dossier.task("UserTask_IdentifyOpportunity").getAssignee()).isNull();
        assertThat(own.task("UserTask_TestTechnology").getAssignee()).isEqualTo(COLLEAGUE);
    }

    // Who decided

    @Test
    void decisionOfAStandInSaysForWhom() {
        Dossier dossier = walk.reported();
        Dossier later = walk.reported();
        Dossier absence = begun(HEAD, COLLEAGUE);
        dossier.completeAs(COLLEAGUE, "UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        assertThat(dossier.decisions()).singleElement()
                .satisfies(decision -> assertThat(decision).containsEntry("by", "ICT, vervangt Hoofd Innovatie"));
        assertThat(jdbc.sql("select actor from ledger_entry where chain = :dossier and outcome is not null")
                .param("dossier", dossier.number()).query(String.class).single()).isEqualTo(COLLEAGUE);
        absence.complete("UserTask_StopStandIn");
        later.completeAs(COLLEAGUE, "UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
        assertThat(later.decisions().get(0)).containsEntry("by", "ICT");
    }

    /** A task can be of two groups, such as where a reporter is in one of them. */
    @Test
    void whoHasAGroupOfTheTaskOfTheirOwnActsForThemselves() {
        begun(HEAD, COLLEAGUE);
        assertThat(represented(HEAD)).containsExactly(HEAD);
        assertThat(represented(HEAD, COLLEAGUE)).isEmpty();
        assertThat(represented()).isEmpty();
    }

    private List<String> represented(String... groupsOfTask) {
        return standIns.representedBy(COLLEAGUE, List.of(groupsOfTask));
    }

    /** A stand-in stays the person they are: what they reported themselves a colleague confirms. */
    @Test
    void standInDoesNotDecideAloneOnWhatTheyReported() {
        Dossier dossier = walk.reportedBy(COLLEAGUE).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn")
                .assess();
        begun(HEAD, COLLEAGUE);
        dossier.completeAs(COLLEAGUE, "UserTask_SelectOpportunity", "selectionOutcome", "select")
                .isWaitingOnlyAt("UserTask_ConfirmSelection");
        begun("management-team", COLLEAGUE);
        assertThatThrownBy(() -> dossier.completeAs(COLLEAGUE, "UserTask_ConfirmSelection"))
                .hasStackTraceContaining("Laat deze taak aan een collega");
    }

    // Asking

    @Keeps("decline-is-read")
    @Test
    void declineIsToldToWhoAsked() {
        Dossier absence = walk.absent(HEAD, today, today)
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", COLLEAGUE);
        assertThatThrownBy(() -> absence.submit("UserTask_AnswerStandIn", "standInOutcome", "decline"))
                .hasStackTraceContaining("Waarom lukt het niet");
        absence.complete("UserTask_AnswerStandIn", "standInOutcome", "decline", "declineReason", "Zelf ook vrij")
                .isWaitingOnlyAt("UserTask_ChooseStandIn");
        assertThat(absence.task("UserTask_ChooseStandIn").getAssignee()).isEqualTo(HEAD);
        Map<String, Object> told = engine.getTaskService().getVariables(absence.task("UserTask_ChooseStandIn").getId());
        assertThat(told).containsEntry("standInName", "ICT").containsEntry("standInOutcome", "decline")
                .containsEntry("declineReason", "Zelf ook vrij").containsEntry("standIn", null);
    }

    @Test
    void questionThatIsNotAnsweredComesBack() {
        Dossier absence = walk.absent(HEAD, today.plusDays(5), today.plusDays(9))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", COLLEAGUE)
                .timePassesUntil("BoundaryEvent_NotAnswered").isWaitingOnlyAt("UserTask_ChooseStandIn");
        assertThat(absence.variable("stand-in", "standInOutcome")).isNull();
    }

    @Test
    void absenceWithoutAStandInEndsAfterTheLastDay() {
        walk.absent(HEAD, today, today.plusDays(1)).timePassesUntil("BoundaryEvent_NotChosen").endedAt("EndEvent_None");
    }

    @Test
    void whoWithdrawsNeedsNoColleague() {
        walk.absent(HEAD, today, today).submit("UserTask_ChooseStandIn", "standInChoice", "withdraw")
                .endedAt("EndEvent_None");
    }

    @Test
    void colleaguesAreEveryoneElseButAuditors() {
        Dossier absence = walk.absent(HEAD, today, today);
        var options = (SpinJsonNode) engine.getTaskService().getVariable(
                absence.task("UserTask_ChooseStandIn").getId(), "standInOptions");
        assertThat(options.elements()).extracting(option -> option.prop("value").stringValue())
                .contains(COLLEAGUE, "board", "head-of-implementation").doesNotContain(HEAD, "auditor");
        assertThatThrownBy(() -> absence.complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", HEAD))
                .hasStackTraceContaining("Kies uit de lijst bij: Wie vraagt u");
    }

    /** They would be asked, and could not open the question. */
    @Test
    void whoCannotOpenTasklistIsNotOffered() {
        var identities = engine.getIdentityService();
        List.of("in-no-group", "only-in-a-team").forEach(user -> identities.saveUser(identities.newUser(user)));
        var team = identities.newGroup("team-zonder-rol");
        team.setType("TEAM");
        identities.saveGroup(team);
        identities.createMembership("only-in-a-team", "team-zonder-rol");
        try {
            Dossier absence = walk.absent(HEAD, today, today);
            var options = (SpinJsonNode) engine.getTaskService().getVariable(
                    absence.task("UserTask_ChooseStandIn").getId(), "standInOptions");
            assertThat(options.elements()).extracting(option -> option.prop("value").stringValue())
                    .contains(COLLEAGUE, "admin").doesNotContain("in-no-group", "only-in-a-team");
        } finally {
            List.of("in-no-group", "only-in-a-team").forEach(identities::deleteUser);
            identities.deleteGroup("team-zonder-rol");
        }
    }

    @Keeps("colleague-is-asked")
    @Test
    void onlyTheColleagueThemselvesSaysYes() {
        Dossier absence = walk.absent(HEAD, today, today)
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", COLLEAGUE);
        String task = absence.task("UserTask_AnswerStandIn").getId();
        String personal = "Deze taak is persoonlijk";
        assertThatThrownBy(() -> absence.completeAs(HEAD, "UserTask_AnswerStandIn", "standInOutcome", "accept"))
                .isInstanceOf(AuthorizationException.class);
        walk.loginAsAdministrator();
        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("standInOutcome", "accept")))
                .hasStackTraceContaining(personal);
        engine.getIdentityService().clearAuthentication();
        for (String other : List.of(HEAD, "admin")) {
            assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, other)).hasStackTraceContaining(personal);
            assertThatThrownBy(() -> engine.getTaskService().delegateTask(task, other)).hasStackTraceContaining(personal);
        }
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, null))
                .hasStackTraceContaining("U kunt haar niet teruggeven");
        assertThat(absence.task("UserTask_AnswerStandIn").getAssignee()).isEqualTo(COLLEAGUE);
    }

    @Test
    void standInDoesNotEndTheAbsenceOfTheOther() {
        Dossier absence = begun(HEAD, COLLEAGUE);
        assertThatThrownBy(() -> absence.completeAs(COLLEAGUE, "UserTask_StopStandIn"))
                .isInstanceOf(AuthorizationException.class);
    }

    /** Nobody takes the groups of another by naming them. */
    @Test
    void whoIsAbsentIsWhoIsLoggedIn() {
        engine.getIdentityService().setAuthentication("hr", List.of("hr"));
        Map<String, Object> answers = Map.of("firstAbsentDate", today.toString(), "lastAbsentDate", today.toString(),
                "absenceReason", "leave");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("stand-in", Map.of(
                "absent", "board", "firstAbsentDate", today.toString(), "lastAbsentDate", today.toString(),
                "absenceReason", "leave"))).hasStackTraceContaining("dus niet: absent");

        var started = engine.getRuntimeService().startProcessInstanceByKey("stand-in", "V-1", answers);
        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getRuntimeService().getVariable(started.getId(), "absent")).isEqualTo("hr");
    }

    @Test
    void nobodyIsAbsentWithoutLogin() {
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("stand-in", Map.of(
                "firstAbsentDate", today.toString(), "lastAbsentDate", today.toString(),
                "absenceReason", "leave"))).hasStackTraceContaining("Log in om een vervanging te regelen");
    }

    // Never open-ended

    @ParameterizedTest
    @CsvSource({"-1, 3, Kies vandaag of een latere dag", "4, 3, Kies een latere laatste dag", "3, 45, Kies een eerdere laatste dag"})
    void daysThatCannotBeAreRefused(int first, int last, String sentence) {
        assertThatThrownBy(() -> walk.absent(HEAD, today.plusDays(first), today.plusDays(last)))
                .hasStackTraceContaining(sentence);
        assertThat(jdbc.sql("select count(*) from stand_in").query(Integer.class).single()).isZero();
    }

    @Keeps("last-day-is-told")
    @Test
    void longestPeriodIsCountedFromTheFirstDay() {
        walk.absent(HEAD, today.plusDays(3), today.plusDays(44)).isWaitingOnlyAt("UserTask_ChooseStandIn");
    }
}
