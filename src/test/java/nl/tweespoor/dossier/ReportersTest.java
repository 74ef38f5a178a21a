package nl.tweespoor.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reported an opportunity doesn't decide on it alone, whatever groups they are in. */
@EngineTest
@OnPostgresToo
class ReportersTest {

    private static final String HEAD = "head-of-innovation";

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identities;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Reporters reporters;

    @AfterEach
    void everyoneIsInTheirOwnGroupOnly() {
        List.of("management-team", "board").forEach(group -> identities.deleteMembership(HEAD, group));
        identities.deleteMembership("employee", HEAD);
    }

    private Dossier assessed(Dossier reported) {
        return reported.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess();
    }

    private Dossier selectedByItsReporter() {
        return assessed(walk.reportedBy(HEAD)).complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
    }

    private Dossier concluded(Dossier selected, String conclusion) {
        return selected.complete("UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", conclusion);
    }

    private List<String> groupsOf(Dossier dossier, String step) {
        return tasks.getIdentityLinksForTask(dossier.task(step).getId()).stream().map(IdentityLink::getGroupId)
                .toList();
    }

    private void isRefusedHoweverItIsTried(Dossier dossier, String step, String userId) {
        String task = dossier.task(step).getId();
        String colleague = "Laat deze taak aan een collega";
        assertThatThrownBy(() -> dossier.completeAs(userId, step)).hasStackTraceContaining(colleague);
        assertThatThrownBy(() -> tasks.claim(task, userId)).hasStackTraceContaining(colleague);
        assertThatThrownBy(() -> tasks.setAssignee(task, userId)).hasStackTraceContaining(colleague);
        assertThatThrownBy(() -> tasks.delegateTask(task, userId)).hasStackTraceContaining(colleague);
        assertThat(dossier.task(step).getAssignee()).isNull();
    }

    // Selecting

    @Test
    void selectionByItsReporterWaitsForTheManagementTeam() {
        Dossier dossier = selectedByItsReporter().isWaitingOnlyAt("UserTask_ConfirmSelection");
        assertThat(groupsOf(dossier, "UserTask_ConfirmSelection")).containsExactly("management-team");
        dossier.complete("UserTask_ConfirmSelection", "confirmationOutcome", "agree")
                .isWaitingOnlyAt("UserTask_PrepareTest");
        assertThat(dossier.decisions()).extracting(decision -> decision.get("by"))
                .containsExactly("Hoofd Innovatie", "Hoofd Innovatie", "Managementteam");
    }

    @Test
    void parkingAndRejectingByTheReporterAreConfirmedToo() {
        assessed(walk.reportedBy(HEAD)).complete("UserTask_SelectOpportunity", "selectionOutcome", "reject")
                .isWaitingOnlyAt("UserTask_ConfirmSelection")
                .complete("UserTask_ConfirmSelection", "confirmationOutcome", "agree").endedAt("EndEvent_Rejected");
        assessed(walk.reportedBy(HEAD)).complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow")
                .isWaitingOnlyAt("UserTask_ConfirmSelection");
    }

    @Keeps("disagreement-is-read")
    @Test
    void colleagueWhoDisagreesSendsTheSelectionBackWithAReason() {
        Dossier dossier = selectedByItsReporter();
        assertThatThrownBy(() -> dossier.submit("UserTask_ConfirmSelection", "confirmationOutcome", "disagree"))
                .hasStackTraceContaining("Vul nog in: Waarom.");
        dossier.complete("UserTask_ConfirmSelection", "confirmationOutcome", "disagree",
                "confirmationReason", "De bijdrage is niet aangetoond").isWaitingOnlyAt("UserTask_SelectOpportunity");
        assertThat(dossier.decisions().get(2)).containsEntry("reason", "De bijdrage is niet aangetoond");
        assertThat(dossier.variable("selection", "selectionOutcome")).isNull();
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select")
                .isWaitingOnlyAt("UserTask_ConfirmSelection");
    }

    @Test
    void anotherHeadSelectsWithoutAnExtraStep() {
        assessed(walk.reportedBy(HEAD))
                .completeAs("other-head", "UserTask_SelectOpportunity", "selectionOutcome", "select")
                .isWaitingOnlyAt("UserTask_PrepareTest");
    }

    @Test
    void reportOfSomeoneElseTakesNoExtraStep() {
        Dossier dossier = walk.selected().isWaitingOnlyAt("UserTask_PrepareTest");
        assertThat(dossier.hasPassed("UserTask_ConfirmSelection")).isFalse();
        concluded(dossier, "feasible").isWaitingOnlyAt("UserTask_DecideByHead");
    }

    @Test
    void reporterInTheManagementTeamDoesNotConfirmTheirOwnSelection() {
        identities.createMembership(HEAD, "management-team");
        isRefusedHoweverItIsTried(selectedByItsReporter(), "UserTask_ConfirmSelection", HEAD);
    }

    @Test
    void boardMayConfirmWhereTheReporterIsInTheManagementTeam() {
        identities.createMembership(HEAD, "management-team");
        Dossier dossier = selectedByItsReporter();
        assertThat(groupsOf(dossier, "UserTask_ConfirmSelection"))
                .containsExactlyInAnyOrder("management-team", "board");
        dossier.completeAs("board", "UserTask_ConfirmSelection", "confirmationOutcome", "agree")
                .isWaitingOnlyAt("UserTask_PrepareTest");
    }

    /** Which of the two reported is the login, not what a caller sends along. */
    @Test
    void submittedNameOfTheReporterDoesNotHelp() {
        assertThatThrownBy(() -> walk.reportedBy(HEAD, "reporter", "employee"))
                .hasStackTraceContaining("dus niet: reporter");
        Dossier dossier = assessed(walk.reportedBy(HEAD));
        for (String variable : List.of("reporter", "selectedBy")) {
            assertThatThrownBy(() -> dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select",
                    variable, "employee")).hasStackTraceContaining("dus niet: " + variable);
        }
    }

    // Deciding on going on

    @Test
    void boardDecidesWhereTheHeadReported() {
        Dossier dossier = concluded(selectedByItsReporter()
                .complete("UserTask_ConfirmSelection", "confirmationOutcome", "agree"), "feasible")
                .isWaitingOnlyAt("UserTask_DecideByBoard");
        assertThat(dossier.variable("feasibility", "mandateReason").toString()).contains("zelf gemeld");
    }

    @Test
    void boardMemberWhoReportedLeavesItToTheManagementTeam() {
        Dossier dossier = assessed(walk.reportedBy("board"))
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select")
                .complete("UserTask_PrepareTest").completeTests("privacyRisk", "high")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
        isRefusedHoweverItIsTried(dossier, "UserTask_DecideByBoard", "board");
        dossier.completeAs("management-team", "UserTask_DecideByBoard", "continuationOutcome", "proceed")
                .isWaitingOnlyAt("UserTask_PrepareHandOver");
    }

    @Test
    void reporterWhoBecameHeadAfterTheMandateDoesNotDecide() {
        Dossier dossier = walk.feasible();
        identities.createMembership("employee", HEAD);
        isRefusedHoweverItIsTried(dossier, "UserTask_DecideByHead", "employee");
    }

    @Test
    void boardDecidesOnMoreResearchWhereTheHeadReported() {
        Dossier dossier = concluded(selectedByItsReporter()
                .complete("UserTask_ConfirmSelection", "confirmationOutcome", "agree"), "notFeasible");
        isRefusedHoweverItIsTried(dossier, "UserTask_DecideOnInfeasible", HEAD);
        dossier.completeAs("board", "UserTask_DecideOnInfeasible", "continuationOutcome", "stop")
                .endedAt("EndEvent_NotContinued");
    }

    @Test
    void boardMemberWhoReportedDoesNotSettleTheDisagreementOfTheHeads() {
        Dossier dossier = concluded(assessed(walk.reportedBy("board"))
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select"), "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return").complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        isRefusedHoweverItIsTried(dossier, "UserTask_SettleDisagreement", "board");
        assertThat(groupsOf(dossier, "UserTask_SettleDisagreement"))
                .containsExactlyInAnyOrder("board", "management-team");
    }

    /** Others decided to select it and to go on: reviewing is not deciding alone. */
    @Test
    void headOfImplementationReviewsAHandOverThatTheyReported() {
        concluded(assessed(walk.reportedBy("head-of-implementation"))
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select"), "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").isWaitingAt("UserTask_ChooseWeight");
    }

    // Who counts as reporter

    @Test
    void reporterOfAJoinedDossierCountsAsReporter() {
        Dossier dossier = walk.reported();
        walk.reportedBy(HEAD).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", dossier.number());
        assessed(dossier).complete("UserTask_SelectOpportunity", "selectionOutcome", "select")
                .isWaitingOnlyAt("UserTask_ConfirmSelection");
    }

    @Test
    void sameReporterOfTwoJoinedDossiersIsNoProblem() {
        Dossier dossier = walk.reported();
        walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", dossier.number()).endedAt("EndEvent_Joined");
    }

    @Test
    void whoRecordedALessonCountsAsReporterOfTheNewOpportunity() {
        identities.setAuthentication(HEAD, List.of(HEAD));
        String number = runtime.createMessageCorrelation("LessonLearned")
                .correlateStartMessage().getBusinessKey();
        identities.clearAuthentication();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey("UserTask_IdentifyOpportunity").count()).isEqualTo(1);
        assertThat(reporters.include(number, HEAD)).isTrue();
    }

    /** Nobody is logged in when a message comes from a timer: the head then decides as usual. */
    @Test
    void opportunityWithoutAReporterTakesNoExtraStep() {
        String number = runtime.createMessageCorrelation("LessonLearned")
                .correlateStartMessage().getBusinessKey();
        assertThat(reporters.include(number, HEAD)).isFalse();
        assertThat(reporters.areIn(number, List.of(HEAD))).isFalse();
    }
}
