package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import nl.tweespoor.openpoint.OpenPoints;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invariant 14 of the domain: an open point is closed by someone, or accepted by someone above; it never just ends. */
@EngineTest
class OpenPointTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    OpenPoints openPoints;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Keeps("point-raiser-hears")
    @Test
    @OnPostgresToo
    void whoRaisedItHearsWhatWasDone() {
        Dossier dossier = raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "done", "pointReason", "De wifi is vervangen.");

        Task answer = dossier.task("UserTask_ReadPointAnswer");
        assertThat(answer).isAssignedTo("care-professional");
        assertThat(tasks.getIdentityLinksForTask(answer.getId())).noneMatch(link -> link.getGroupId() != null);
        assertThat(tasks.getVariables(answer.getId())).containsEntry("pointReason", "De wifi is vervangen.").containsEntry("pointState", "done");
        assertThatThrownBy(() -> dossier.completeAs("it", "UserTask_ReadPointAnswer")).hasMessageContaining("TASK_WORK");
        assertThatThrownBy(() -> dossier.completeAs("admin", "UserTask_ReadPointAnswer")).hasMessageContaining("persoonlijk");
        dossier.complete("UserTask_ReadPointAnswer").endedAt("EndEvent_PointEnded");
    }

    @Test
    void anAnswerThatNobodyReadsDoesNotWaitForEver() {
        raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "done").timePassesUntil("BoundaryEvent_PointAnswerNotRead")
                .endedAt("EndEvent_PointEnded");
    }

    @Test
    void whoRaisedItAndClosesItHearsNothing() {
        Dossier dossier = raisedTo("care-professional/care-professional", 10);

        assertThat(dossier.task("UserTask_HandleOpenPoint")).isAssignedTo("care-professional");
        dossier.complete("UserTask_HandleOpenPoint", "pointOutcome", "done").endedAt("EndEvent_PointEnded");
        assertThat(dossier.hasPassed("UserTask_ReadPointAnswer")).isFalse();
    }

    @Test
    void nobodyClosesItWithoutSayingWhatWasDone() {
        Dossier dossier = raised(10);

        assertThatThrownBy(() -> dossier.submit("UserTask_HandleOpenPoint", "pointOutcome", "done")).hasMessageContaining("Vul nog in");
        assertThatThrownBy(() -> dossier.submit("UserTask_HandleOpenPoint", "pointOutcome", "done", "pointReason", "n.v.t."))
                .hasMessageContaining("reden");
    }

    @Test
    void itHoldsUpNothing() {
        Dossier dossier = raised(10).isWaitingAt("UserTask_HandleOpenPoint", "UserTask_MeasureUse")
                .complete("UserTask_MeasureUse", "usersCount", "9").isWaitingAt("UserTask_EvaluateInterim", "UserTask_HandleOpenPoint");

        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "openPoints")).contains("Het bereik is slecht.", "\"ICT\"", "Knelpunt", "Open");
    }

    @Test
    void ownerHandsItOnAndTheNextOneReadsWhy() {
        Dossier dossier = raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "handOn", "pointNextOwner", "procurement",
                "pointReason", "De leverancier moet iets leveren.");

        Task next = dossier.task("UserTask_HandleOpenPoint");
        assertThat(next).hasCandidateGroup("procurement").hasDueDate(Calendar.morningAfterMonday(10));
        assertThat(tasks.getVariables(next.getId())).containsEntry("earlierReason", "De leverancier moet iets leveren.")
                .containsEntry("pointReason", null);
        assertThat(dossier.variable("open-point", "pointRouteReason").toString()).contains("Een ander");
    }

    @Test
    void ownerTakesAnotherDate() {
        Dossier dossier = raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "otherDate", "pointNextDate", Calendar.dayAfterMonday(20));

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("it").hasDueDate(Calendar.morningAfterMonday(20));
        assertThat(dossier.timer("BoundaryEvent_DatePassed").getDuedate()).isEqualTo(Calendar.morningAfterMonday(20));
    }

    @Keeps("point-that-keeps-moving-is-decided-on")
    @Test
    void whatKeepsMovingGoesToTheManagementTeam() {
        Dossier dossier = raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "handOn", "pointNextOwner", "procurement")
                .complete("UserTask_HandleOpenPoint", "pointOutcome", "otherDate", "pointNextDate", Calendar.dayAfterMonday(20))
                .complete("UserTask_HandleOpenPoint", "pointOutcome", "handOn", "pointNextOwner", "it");

        dossier.isWaitingAt("UserTask_DecideOnOpenPoint");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        dossier.complete("UserTask_DecideOnOpenPoint", "pointDecision", "newDate", "pointNextOwner", "hr", "pointNextDate", Calendar.dayAfterMonday(30))
                .complete("UserTask_HandleOpenPoint", "pointOutcome", "handOn", "pointNextOwner", "it").isWaitingAt("UserTask_HandleOpenPoint");
    }

    @Test
    void whoHandsItOnToThemselvesAsksTheManagementTeam() {
        raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "handOn", "pointNextOwner", "it").isWaitingAt("UserTask_DecideOnOpenPoint");
    }

    @Test
    void ownerWhoCannotDoItPassesItToTheManagementTeam() {
        Dossier dossier = raised(10).complete("UserTask_HandleOpenPoint", "pointOutcome", "cannot",
                "pointReason", "Het gebouw is van een ander.");

        assertThat(dossier.task("UserTask_DecideOnOpenPoint")).hasCandidateGroup("management-team");
        assertThat(tasks.getVariables(dossier.task("UserTask_DecideOnOpenPoint").getId())).containsEntry("pointReason", "Het gebouw is van een ander.")
                .containsEntry("ownerName", "ICT").containsEntry("pointDate", Calendar.dayAfterMonday(10));
        assertThat(dossier.jobs("BoundaryEvent_DatePassed")).isEmpty();
    }

    @Keeps("point-past-its-date-is-decided-on")
    @Test
    void pointPastItsDateGoesToTheManagementTeam() {
        Dossier dossier = raised(10);

        assertThat(dossier.timer("BoundaryEvent_DatePassed").getDuedate()).isEqualTo(Calendar.morningAfterMonday(10));
        dossier.timePassesUntil("BoundaryEvent_DatePassed");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(dossier.task("UserTask_DecideOnOpenPoint")).hasCandidateGroup("management-team");
    }

    @Test
    void pointNeverStaysLongerThanTheLongestPeriodWithItsOwner() {
        assertThatThrownBy(() -> raised(92)).hasMessageContaining("Kies uiterlijk");
        assertThatThrownBy(() -> raised(0)).hasMessageContaining("Kies");
    }

    @Test
    void managementTeamTakesItAway() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnOpenPoint", "pointDecision", "done", "pointDecisionReason", "Er is een ander gebouw.");

        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPointAnswer").getId())).containsEntry("pointDecisionReason", "Er is een ander gebouw.");
        assertThat(dossier.variable("open-point", "pointState")).isEqualTo("done");
    }

    @Test
    void managementTeamAcceptsItAndWhoRaisedItHearsWhy() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnOpenPoint", "pointDecision", "accepted", "pointDecisionReason", "Een ander gebouw is te duur.");

        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPointAnswer").getId())).containsEntry("pointState", "accepted")
                .containsEntry("pointDecisionReason", "Een ander gebouw is te duur.");
        assertThat(dossier.shownAt("UserTask_MeasureUse", "openPoints")).contains("Aanvaard door het managementteam");
    }

    @Keeps("point-gets-another-owner")
    @Test
    void managementTeamGivesItAnotherOwnerAndDateAsOftenAsNeeded() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnOpenPoint", "pointDecision", "newDate", "pointNextOwner", "hr",
                        "pointNextDate", Calendar.dayAfterMonday(20));

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("hr")
                .hasDueDate(Calendar.morningAfterMonday(20));
        assertThat(dossier.timer("BoundaryEvent_DatePassed").getDuedate()).isEqualTo(Calendar.morningAfterMonday(20));

        dossier.timePassesUntil("BoundaryEvent_DatePassed")
                .complete("UserTask_DecideOnOpenPoint", "pointDecision", "newDate", "pointNextOwner", "procurement",
                        "pointNextDate", Calendar.dayAfterMonday(30));
        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("procurement");
        dossier.complete("UserTask_HandleOpenPoint", "pointOutcome", "done");
        assertThat(dossier.variable("open-point", "pointState")).isEqualTo("done");
    }

    @Test
    void newDateNeedsAnOwnerAndADate() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed");

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideOnOpenPoint", "pointDecision", "newDate",
                "pointDecisionReason", "Er is meer tijd nodig.")).hasMessageContaining("Vul nog in")
                .hasMessageContaining("Nieuwe datum");
    }

    @Test
    void nobodyAcceptsAPointOfTheirOwn() {
        User manager = engine.getIdentityService().newUser("manager-who-leads");
        engine.getIdentityService().saveUser(manager);
        engine.getIdentityService().createMembership("manager-who-leads", "management-team");
        engine.getIdentityService().createMembership("manager-who-leads", "project-lead");
        try {
            Dossier dossier = raisedTo("project-lead/manager-who-leads", 10).timePassesUntil("BoundaryEvent_DatePassed");

            assertThat(dossier.task("UserTask_DecideOnOpenPoint")).hasCandidateGroup("board");
            assertThatThrownBy(() -> dossier.completeAs("manager-who-leads", "UserTask_DecideOnOpenPoint", "pointDecision", "accepted"))
                    .hasMessageContaining("beslist er niet zelf over");
            dossier.completeAs("management-team", "UserTask_DecideOnOpenPoint", "pointDecision", "accepted");
        } finally {
            engine.getIdentityService().deleteUser("manager-who-leads");
        }
    }

    @Keeps("points-end-with-a-stopped-dossier")
    @Test
    @OnPostgresToo
    void whatIsOpenWhenADossierStopsIsAcceptedWithIt() {
        Dossier dossier = raised(80).complete("UserTask_MeasureUse", "usersCount", "9").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop", "stopReason", "De leverancier stopt ermee.");

        dossier.isWaitingAt("UserTask_ReadPointAnswer");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(dossier.task("UserTask_ReadPointAnswer")).isAssignedTo("care-professional");
        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPointAnswer").getId())).containsEntry("pointState", "stopped")
                .containsEntry("pointDecisionReason", "De leverancier stopt ermee.");
    }

    /** What the signal says stays, though it interrupts a decision: a point that called itself open would have ended unheard. */
    @Test
    void whatTheManagementTeamHadNotDecidedOnIsAcceptedWithItToo() {
        Dossier dossier = raised(10).timePassesUntil("BoundaryEvent_DatePassed").complete("UserTask_MeasureUse", "usersCount", "9")
                .evaluate("evaluationOutcome", "stop").complete("UserTask_DecideStop", "evaluationOutcome", "stop", "stopReason", "De leverancier stopt ermee.");

        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPointAnswer").getId())).containsEntry("pointState", "stopped")
                .containsEntry("pointDecisionReason", "De leverancier stopt ermee.");
        assertThat(dossier.shownAt("UserTask_RecordLessons", "openPoints")).contains("Geëindigd met het dossier");
    }

    /** An administrator who ends its process leaves no point that reads as if someone will still do it. */
    @Test
    @OnPostgresToo
    void pointWhoseProcessWasEndedIsNoLongerOpen() {
        Dossier dossier = raised(10);
        engine.getRuntimeService().deleteProcessInstance(dossier.running("open-point").get(0).getId(), "not needed");

        assertThat(openPoints.of(dossier.number())).singleElement().satisfies(point -> {
            assertThat(point.isOpen()).isFalse();
            assertThat(point.state()).isEqualTo("Afgebroken door de beheerder");
        });
    }

    @Test
    void aStoppedDossierEndsNoPointOfAnother() {
        Dossier other = raised(80);
        raised(80).complete("UserTask_MeasureUse", "usersCount", "9").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop");

        other.isWaitingAt("UserTask_HandleOpenPoint");
    }

    private Dossier raised(int days) {
        return raisedTo("it", days);
    }

    private Dossier raisedTo(String owner, int days) {
        return walk.rollingOutIn("team-zonnehof").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "barrier",
                        "barrierDescription", "Het bereik is slecht.", "barrierOwner", owner,
                        "barrierDate", Calendar.dayAfterMonday(days));
    }
}
