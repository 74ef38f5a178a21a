package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** While teams roll out, someone tells at a fixed rhythm how it goes; what is not told is an open point. */
@EngineTest
class UpdatesTest {

    private static final long MINUTE = 60_000;

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Keeps("updates-are-a-task")
    @ParameterizedTest
    @CsvSource({"weekly, P7D", "twoWeekly, P14D", "monthly, P1M"})
    void updateIsATaskAtTheRhythmOfThePlan(String rhythm, String period) {
        Dossier dossier = rollingOut(rhythm);

        assertThat(dossier.timer("IntermediateEvent_UpdateDue").getDuedate()).isCloseTo(Calendar.mondayPlus(period), MINUTE);
        dossier.timePassesUntil("IntermediateEvent_UpdateDue");
        assertThat(dossier.task("UserTask_TellUpdate")).hasCandidateGroupAssociated("communications");
        assertThat(dossier.shownAt("UserTask_TellUpdate", "messages")).contains("De nachtdienst", "Zo lopen we minder");
        assertThat(dossier.shownAt("UserTask_TellUpdate", "teamStandings")).contains("Zonnehof (revalidatie)", "Nog niet");
        dossier.complete("UserTask_TellUpdate", "updateOutcome", "told");
        assertThat(dossier.jobs("IntermediateEvent_UpdateDue")).hasSize(1);
        assertThat(dossier.history("open-point")).isEmpty();
    }

    @Test
    @OnPostgresToo
    void missedUpdatesDoNotPileUpAndTheOneThatWaitsSaysSo() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("IntermediateEvent_UpdateDue");
        dossier.timePassesUntil("BoundaryEvent_NextUpdateDue").timePassesUntil("BoundaryEvent_NextUpdateDue");

        assertThat(tasks.getVariables(dossier.task("UserTask_TellUpdate").getId())).containsEntry("missedUpdates", 2L)
                .containsEntry("updateSince", Calendar.dayAfterMonday(7));
        dossier.complete("UserTask_TellUpdate", "updateOutcome", "told").timePassesUntil("IntermediateEvent_UpdateDue");
        assertThat(tasks.getVariables(dossier.task("UserTask_TellUpdate").getId())).containsEntry("missedUpdates", 0L)
                .containsEntry("updateOutcome", null).containsEntry("updateText", null);
    }

    @Keeps("untold-becomes-a-point")
    @Test
    void updateThatIsNotToldBecomesAPoint() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("IntermediateEvent_UpdateDue")
                .complete("UserTask_TellUpdate", "updateOutcome", "notTold", "updateNotReason", "De levering is nog niet zeker.");

        Task point = dossier.task("UserTask_HandleOpenPoint");
        assertThat(point).hasCandidateGroupAssociated("communications");
        assertThat(tasks.getVariables(point.getId())).containsAllEntriesOf(Map.of("pointKind", "improvement",
                "pointText", "Update niet verteld. De levering is nog niet zeker.", "pointRaisedBy", "communications",
                "pointDate", Calendar.dayAfterMonday(14), "pointBefore", "secured"));
        assertThat(dossier.jobs("IntermediateEvent_UpdateDue")).as("and the rhythm goes on").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n.v.t.", "zie boven", "geen bijzonderheden"})
    void whoDoesNotTellSaysWhy(String reason) {
        Dossier dossier = rollingOut("weekly").timePassesUntil("IntermediateEvent_UpdateDue");

        assertThatThrownBy(() -> dossier.submit("UserTask_TellUpdate", "updateOutcome", "notTold", "updateNotReason", reason))
                .hasMessageContaining("Waarom niet");
    }

    @Test
    void whoTellsSaysWhatAndToWhom() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("IntermediateEvent_UpdateDue");

        assertThatThrownBy(() -> dossier.submit("UserTask_TellUpdate", "updateOutcome", "told"))
                .hasMessageContaining("Wat is er verteld").hasMessageContaining("Aan wie, en hoe");
    }

    @Test
    @OnPostgresToo
    void updatesStopWhenTheRollOutEndsAlsoOneThatWaits() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("IntermediateEvent_UpdateDue").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "9").isWaitingAt("UserTask_TellUpdate")
                .evaluate("evaluationOutcome", "goOn");

        dossier.isWaitingOnlyAt("UserTask_SecureInnovation").endedAt("EndEvent_UpdatesEnded");
        assertThat(dossier.waitsAt()).doesNotContain("UserTask_TellUpdate", "Gateway_UpdateOrReady");
    }

    @Test
    void updatesStopWhenTheRollOutIsStopped() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "stop").complete("UserTask_DecideStop", "evaluationOutcome", "stop");

        dossier.endedAt("EndEvent_UpdatesEnded");
        assertThat(dossier.waitsAt()).doesNotContain("Gateway_UpdateOrReady");
    }

    @Test
    void rhythmThatChangedHoldsFromTheNextUpdate() {
        Dossier dossier = rollingOut("weekly").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "plan");
        dossier.plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded",
                "itChoice", "notNeeded", "updateRhythm", "monthly").complete("UserTask_ArrangeCommunication").complete("UserTask_ReadAdjustment");

        dossier.timePassesUntil("IntermediateEvent_UpdateDue").complete("UserTask_TellUpdate", "updateOutcome", "told");
        assertThat(dossier.timer("IntermediateEvent_UpdateDue").getDuedate()).isCloseTo(walk.afterPeriodOf("update-monthly"), MINUTE);
    }

    private Dossier rollingOut(String rhythm) {
        return walk.analysed().plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded",
                "itChoice", "notNeeded", "updateRhythm", rhythm, "message1For", "De nachtdienst", "message1What", "Wat er komt",
                "message1Why", "Zo lopen we minder", "message1When", "Elke week", "message1How", "In het overleg")
                .complete("UserTask_ArrangeCommunication");
    }
}
