package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class LastingEvaluationTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identity;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Test
    void resultIsMeasuredThreeSixAndTwelveMonthsAfterTheAcceptance() {
        Dossier dossier = walk.owned();

        for (String months : new String[] {"P3M", "P6M", "P12M"}) {
            assertThat(dossier.timer("IntermediateEvent_MomentReached").getDuedate())
                    .isEqualTo(Calendar.mondayPlus(months));
            dossier.timePassesUntil("IntermediateEvent_MomentReached");
            assertThat(dossier.task("UserTask_MeasureResult")).isAssignedTo("line-manager");
            dossier.complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes");
        }
        dossier.endedAt("EndEvent_NormHeld").isWaitingAt("UserTask_RecordLessons");
        assertThat(dossier.timesPassed("EndEvent_MomentHeld")).isEqualTo(3);
    }

    /** A colleague who finds the task of an owner who left can't say that the owner is there. */
    @Test
    void ownerWhoLeftIsNotThereWhateverIsSaid() {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached");
        identity.deleteMembership("line-manager", "line-manager");
        try {
            dossier.completeAs("board", "UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes", "ownerThere", "yes");
        } finally {
            identity.createMembership("line-manager", "line-manager");
        }

        dossier.isWaitingAt("UserTask_ReviewBelowNorm");
        assertThat(dossier.variable("lasting-evaluation", "lastingResultReason").toString()).contains("geen eigenaar in de lijn");
    }

    @Test
    void lateMeasurementDoesNotMoveTheNextMoment() {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached");
        ClockUtil.setCurrentTime(Calendar.mondayPlus("P5M"));
        dossier.complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes");

        assertThat(dossier.timer("IntermediateEvent_MomentReached").getDuedate()).isEqualTo(Calendar.mondayPlus("P6M"));
    }

    @Test
    void eachMeasurementStartsEmpty() {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes")
                .timePassesUntil("IntermediateEvent_MomentReached");

        assertThat(tasks.getVariables(dossier.task("UserTask_MeasureResult").getId()))
                .containsEntry("measuredValue", null).containsEntry("measurementStory", null);
    }

    @ParameterizedTest
    @CsvSource({"higher, 10, true", "higher, '10,01', true", "higher, '9,99', false",
        "lower, 10, true", "lower, '9,99', true", "lower, '10,01', false", "lower, -3, true"})
    void measurementIsComparedWithTheNormInItsDirection(String direction, String measured, boolean held) {
        Dossier dossier = owned(direction).timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", measured, "stillStandard", "yes",
                        "ownerThere", "yes");

        dossier.isWaitingOnlyAt(held ? "IntermediateEvent_MomentReached" : "UserTask_ReviewBelowNorm");
        assertThat(dossier.hasPassed("EndEvent_BelowNorm")).isEqualTo(!held);
    }

    @Test
    void resultBelowTheNormIsForTheManagementTeamAndThenForTheHead() {
        Dossier dossier = belowNorm(walk.owned());

        assertThat(dossier.task("UserTask_ReviewBelowNorm")).hasCandidateGroup("management-team");
        assertThat(tasks.getVariables(dossier.task("UserTask_ReviewBelowNorm").getId()))
                .containsEntry("measuredValue", "1").containsEntry("lastingResult", "below")
                .containsEntry("lastingResultReason", "De gemeten waarde is lager dan de norm.");
        dossier.complete("UserTask_ReviewBelowNorm", "extraSupport", "Een extra dag begeleiding.");
        assertThat(dossier.task("UserTask_DecideAdjustment")).hasCandidateGroup("head-of-implementation");
        assertThat(tasks.getVariable(dossier.task("UserTask_DecideAdjustment").getId(), "extraSupport"))
                .isEqualTo("Een extra dag begeleiding.");
        assertThat(dossier.jobs("IntermediateEvent_MomentReached")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation",
        "secure, UserTask_SecureInnovation"})
    void adjustingGoesBackToTheStepThatNeedsIt(String step, String task) {
        belowNorm(walk.owned()).complete("UserTask_ReviewBelowNorm")
                .complete("UserTask_DecideAdjustment", "adjustStep", step)
                .endedAt("EndEvent_AdjustmentNeeded").isWaitingOnlyAt(task);
    }

    @Test
    void adjustmentNeedsAReason() {
        Dossier dossier = belowNorm(walk.owned()).complete("UserTask_ReviewBelowNorm");

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideAdjustment", "adjustStep", "plan"))
                .hasMessageContaining("Vul nog in");
    }

    @Test
    void lastMeasurementBelowTheNormDoesNotSecureTheDossier() {
        Dossier dossier = walk.owned();
        for (String measured : new String[] {"12", "11", "9"}) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", measured, "stillStandard", "yes",
                        "ownerThere", "yes");
        }

        dossier.isWaitingOnlyAt("UserTask_ReviewBelowNorm");
        assertThat(dossier.hasPassed("EndEvent_NormHeld")).isFalse();
    }

    /** A fine figure with nobody working that way any more, or with nobody who owns it, is not secured. */
    @ParameterizedTest
    @CsvSource({"no, yes, werken weer zoals vroeger", "yes, no, geen eigenaar in de lijn"})
    void figureAloneDoesNotHoldTheNorm(String standard, String owner, String why) {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult",
                "measuredValue", "12", "stillStandard", standard, "ownerThere", owner);

        dossier.isWaitingOnlyAt("UserTask_ReviewBelowNorm");
        assertThat(tasks.getVariable(dossier.task("UserTask_ReviewBelowNorm").getId(), "lastingResultReason").toString()).contains(why);
    }

    @Test
    void whatIsPartlyDoneTheNewWayMayGrowButNotBeTheEnd() {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult",
                    "measuredValue", "12", "stillStandard", "partly", "ownerThere", "yes");
        }
        dossier.isWaitingOnlyAt("UserTask_ReviewBelowNorm");
        assertThat(dossier.timesPassed("EndEvent_MomentHeld")).isEqualTo(2);
    }

    @Test
    void whatTheLastEvaluationAgreedStaysWithItsOwner() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").findAllWell("goalsProgress", "partly")
                .complete("UserTask_ChooseCourse", "evaluationOutcome", "goOnWithActions", "improvement1", "Een kaart bij de telefoon.",
                        "improvement1Owner", "it", "improvement1Date", walk.today().plusDays(80).toString())
                .secure().complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");

        dossier.isWaitingAt("UserTask_HandleOpenPoint", "IntermediateEvent_MomentReached");
        dossier.timePassesUntil("IntermediateEvent_MomentReached");
        assertThat(dossier.shownAt("UserTask_MeasureResult", "openPoints")).contains("Een kaart bij de telefoon.");
    }

    @Test
    void teamsStayLiveWhenThePlanIsAdjustedBelowTheNorm() {
        Dossier dossier = belowNorm(walk.owned()).complete("UserTask_ReviewBelowNorm")
                .complete("UserTask_DecideAdjustment", "adjustStep", "plan")
                .plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded").complete("UserTask_ArrangeCommunication");

        dossier.isWaitingOnlyAt("UserTask_ReadChange");
    }

    @Test
    void newAcceptanceStartsTheMomentsAnew() {
        Dossier dossier = belowNorm(walk.owned()).complete("UserTask_ReviewBelowNorm")
                .complete("UserTask_DecideAdjustment", "adjustStep", "secure");
        Date again = Calendar.mondayPlus("P4M");
        ClockUtil.setCurrentTime(again);
        dossier.secure()
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");

        assertThat(dossier.timer("IntermediateEvent_MomentReached").getDuedate())
                .isEqualTo(Calendar.mondayPlus("P7M"));
    }

    static Dossier belowNorm(Dossier owned) {
        return owned.timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "1", "stillStandard", "yes",
                        "ownerThere", "yes");
    }

    /** The norm is 10. */
    private Dossier owned(String direction) {
        return walk.prepared()
                .complete("UserTask_AnalysePractice", "normDirection", direction,
                        "baselineValue", direction.equals("lower") ? "12" : "8",
                        "targetValue", direction.equals("lower") ? "8" : "12", "normValue", "10")
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof"),
                        "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded")
                .complete("UserTask_ArrangeCommunication")
                .makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9")
                .evaluate("evaluationOutcome", "goOn")
                .secure()
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
    }
}
