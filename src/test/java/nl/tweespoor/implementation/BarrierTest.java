package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A barrier has an owner and a date, and never stays where it is. */
@EngineTest
class BarrierTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Test
    void ownerResolvesIt() {
        raised(10).complete("UserTask_ResolveBarrier", "barrierOutcome", "resolved")
                .endedAt("EndEvent_BarrierResolved").isWaitingAt("UserTask_MeasureUse");
    }

    @Test
    void ownerWhoCannotResolveItPassesItToTheManagementTeam() {
        Dossier dossier = raised(10).complete("UserTask_ResolveBarrier", "barrierOutcome", "cannotResolve",
                "barrierExplanation", "Het gebouw is van een ander.");

        assertThat(dossier.task("UserTask_DecideOnBarrier")).hasCandidateGroup("management-team");
        assertThat(tasks.getVariable(dossier.task("UserTask_DecideOnBarrier").getId(), "barrierExplanation"))
                .isEqualTo("Het gebouw is van een ander.");
        assertThat(dossier.jobs("BoundaryEvent_DatePassed")).isEmpty();
    }

    @Test
    void managementTeamSeesWhoHadItAndUntilWhen() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed");

        assertThat(tasks.getVariable(dossier.task("UserTask_DecideOnBarrier").getId(), "previousOwner"))
                .isEqualTo("it");
        assertThat(tasks.getVariable(dossier.task("UserTask_DecideOnBarrier").getId(), "previousDate"))
                .isEqualTo(Calendar.dayAfterMonday(10));
    }

    @Keeps("barrier-past-its-date-is-decided-on")
    @Test
    void barrierPastItsDateGoesToTheManagementTeam() {
        Dossier dossier = raised(10);

        assertThat(dossier.timer("BoundaryEvent_DatePassed").getDuedate()).isEqualTo(Calendar.morningAfterMonday(10));
        dossier.timePassesUntil("BoundaryEvent_DatePassed");
        assertThat(dossier.tasks("UserTask_ResolveBarrier")).isEmpty();
        assertThat(dossier.task("UserTask_DecideOnBarrier")).hasCandidateGroup("management-team");
    }

    @Test
    void barrierNeverStaysLongerThanTheLongestPeriodWithItsOwner() {
        assertThatThrownBy(() -> raised(92)).hasMessageContaining("Kies uiterlijk");
    }

    @Test
    void managementTeamTakesItAway() {
        raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnBarrier", "barrierDecision", "resolved")
                .endedAt("EndEvent_BarrierResolved").isWaitingAt("UserTask_MeasureUse");
    }

    @Test
    void managementTeamAcceptsIt() {
        raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnBarrier", "barrierDecision", "accepted")
                .endedAt("EndEvent_BarrierAccepted").isWaitingAt("UserTask_MeasureUse");
    }

    @Keeps("barrier-gets-another-owner")
    @Test
    void managementTeamGivesItAnotherOwnerAndDateAsOftenAsNeeded() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnBarrier", "barrierDecision", "newDeadline", "barrierOwner", "hr",
                        "barrierDate", Calendar.dayAfterMonday(20));

        assertThat(dossier.task("UserTask_ResolveBarrier")).hasCandidateGroup("hr")
                .hasDueDate(Calendar.morningAfterMonday(20));
        assertThat(dossier.timer("BoundaryEvent_DatePassed").getDuedate()).isEqualTo(Calendar.morningAfterMonday(20));

        dossier.timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnBarrier", "barrierDecision", "newDeadline", "barrierOwner", "procurement",
                        "barrierDate", Calendar.dayAfterMonday(30));
        assertThat(dossier.task("UserTask_ResolveBarrier")).hasCandidateGroup("procurement");
        dossier.complete("UserTask_ResolveBarrier", "barrierOutcome", "resolved").endedAt("EndEvent_BarrierResolved");
    }

    @Test
    void newDeadlineNeedsAnOwnerAndADate() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed");

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideOnBarrier", "barrierDecision", "newDeadline",
                "barrierDecisionReason", "Er is meer tijd nodig.")).hasMessageContaining("Vul nog in")
                .hasMessageContaining("Nieuwe datum");
    }

    private Dossier raised(int days) {
        return walk.rollingOutIn("team-zonnehof").complete("UserTask_PrepareTeam", "teamReadiness", "ready", "teamSize", "10",
                        "trainedCount", "9", "floorWorks", "yes", "conditionsMet", "yes", "supportArranged", "yes")
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "barrier",
                        "barrierDescription", "Het bereik is slecht.", "barrierOwner", "it",
                        "barrierDate", Calendar.dayAfterMonday(days));
    }
}
