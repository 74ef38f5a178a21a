package nl.tweespoor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person is never both heads on the same dossier (invariant 2), also where one person is in both groups. */
@EngineTest
@OnPostgresToo
class HeadsTest {

    private static final String IN_BOTH_GROUPS = "in-both-groups";

    @Autowired
    Walk walk;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void someoneIsInBothGroups() {
        identities.saveUser(identities.newUser(IN_BOTH_GROUPS));
        identities.createMembership(IN_BOTH_GROUPS, "head-of-innovation");
        identities.createMembership(IN_BOTH_GROUPS, "head-of-implementation");
    }

    @AfterEach
    void thatPersonLeaves() {
        identities.clearAuthentication();
        identities.deleteUser(IN_BOTH_GROUPS);
    }

    private Dossier handedOverByInBothGroups() {
        return walk.decided().completeAs(IN_BOTH_GROUPS, "UserTask_PrepareHandOver");
    }

    private Dossier returnedByInBothGroups() {
        return walk.handedOver().completeAs(IN_BOTH_GROUPS, "UserTask_ReviewHandOver", "handOverOutcome", "return");
    }

    private void isRefused(Dossier dossier, String step, ThrowingCallable acting) {
        Task before = dossier.task(step);
        assertThatThrownBy(acting).hasStackTraceContaining("U trad in dit dossier al op als");
        assertThat(dossier.task(step).getAssignee()).isEqualTo(before.getAssignee());
    }

    private void isRefusedHoweverItIsTried(Dossier dossier, String step) {
        String task = dossier.task(step).getId();
        isRefused(dossier, step, () -> dossier.completeAs(IN_BOTH_GROUPS, step));
        isRefused(dossier, step, () -> tasks.claim(task, IN_BOTH_GROUPS));
        isRefused(dossier, step, () -> tasks.setAssignee(task, IN_BOTH_GROUPS));
        isRefused(dossier, step, () -> tasks.delegateTask(task, IN_BOTH_GROUPS));
    }

    @Test
    void whoActedForInnovationDoesNotActForImplementation() {
        isRefusedHoweverItIsTried(handedOverByInBothGroups(), "UserTask_ReviewHandOver");
    }

    @Test
    void whoActedForImplementationDoesNotActForInnovation() {
        isRefusedHoweverItIsTried(returnedByInBothGroups(), "UserTask_AnswerQuestions");
    }

    @Test
    void whoActedForInnovationInACalledProcessDoesNotActForImplementation() {
        Dossier dossier = walk.selected().completeAs(IN_BOTH_GROUPS, "UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver");
        isRefusedHoweverItIsTried(dossier, "UserTask_ReviewHandOver");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept");
        isRefusedHoweverItIsTried(dossier, "UserTask_ChooseWeight");
    }

    /** Heads are kept under the number of the dossier; a submitted number doesn't change which dossier it is. */
    @Test
    void submittedNumberOfAnotherDossierDoesNotHelp() {
        Dossier dossier = handedOverByInBothGroups();
        assertThatThrownBy(() -> dossier.completeAs(IN_BOTH_GROUPS, "UserTask_ReviewHandOver",
                "handOverOutcome", "accept", "dossierNumber", "I-2026-9999"))
                .hasMessageContaining("niet: dossierNumber");
        dossier.isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    void anotherPersonActsForImplementation() {
        handedOverByInBothGroups().complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void onAnotherDossierTheSamePersonMayBeTheOtherHead() {
        handedOverByInBothGroups();
        returnedByInBothGroups().isWaitingAt("UserTask_AnswerQuestions");
    }

    @Test
    void taskThatWasClaimedFirstIsNotCompletedByWhoActedAsTheOtherHead() {
        Dossier dossier = walk.handedOver();
        tasks.claim(dossier.task("UserTask_ReviewHandOver").getId(), "head-of-implementation");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        assertThatThrownBy(() -> dossier.completeAs("head-of-implementation", "UserTask_AnswerQuestions"))
                .hasStackTraceContaining("U trad in dit dossier al op als Hoofd Implementatie");
    }

    // Standing in for an absent head

    private void standsInFor(String head, String colleague) {
        walk.absent(head, walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", colleague)
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept")
                .timePassesUntil("BoundaryEvent_FirstDayReached");
    }

    @Test
    void headOfImplementationWhoStandsInForTheOtherDoesNotActAsBoth() {
        Dossier dossier = walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        standsInFor("head-of-innovation", "head-of-implementation");
        assertThatThrownBy(() -> dossier.completeAs("head-of-implementation", "UserTask_AnswerQuestions"))
                .hasStackTraceContaining("U trad in dit dossier al op als Hoofd Implementatie");
    }

    @Test
    void colleagueWhoStandsInForBothHeadsDoesNotActAsBoth() {
        standsInFor("head-of-innovation", "project-lead");
        standsInFor("head-of-implementation", "project-lead");
        Dossier dossier = walk.decided().completeAs("project-lead", "UserTask_PrepareHandOver");
        assertThatThrownBy(() -> dossier.completeAs("project-lead", "UserTask_ReviewHandOver",
                "handOverOutcome", "accept")).hasStackTraceContaining("U trad in dit dossier al op als Hoofd Innovatie");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").isWaitingAt("UserTask_ChooseWeight");
    }
}
