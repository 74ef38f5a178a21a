package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class StandUpTest {

    private static final long MINUTE = 60_000;

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Test
    void standUpIsHeldEveryWeekWhileTeamsRollOut() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");

        for (int week = 1; week <= 3; week++) {
            assertThat(dossier.timer("StartEvent_StandUpDue").getDuedate())
                    .isCloseTo(Calendar.mondayPlus("P" + 7 * week + "D"), MINUTE);
            dossier.timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp");
            assertThat(dossier.timesPassed("EndEvent_StandUpHeld")).isEqualTo(week);
        }
        dossier.isWaitingAt("UserTask_PrepareTeam");
    }

    @Test
    @OnPostgresToo
    void missedStandUpsDoNotPileUpAndTheOneThatWaitsSaysSo() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue");
        String since = Calendar.dayAfterMonday(7);
        dossier.timePassesUntil("StartEvent_StandUpDue").timePassesUntil("StartEvent_StandUpDue");

        assertThat(dossier.task("UserTask_HoldStandUp")).isNotNull();
        assertThat(tasks.getVariables(dossier.task("UserTask_HoldStandUp").getId())).containsEntry("missedStandUps", 2L)
                .containsEntry("standUpSince", since);
        dossier.complete("UserTask_HoldStandUp").timePassesUntil("StartEvent_StandUpDue");
        assertThat(tasks.getVariables(dossier.task("UserTask_HoldStandUp").getId())).containsEntry("missedStandUps", 0L)
                .containsEntry("standUpSince", Calendar.dayAfterMonday(28));
    }

    @Test
    void standUpsStopWhenAllTeamsWorkWithIt() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof")
                .timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp")
                .makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9");

        dossier.isWaitingAt("UserTask_EvaluateInterim");
        assertThat(dossier.jobs("StartEvent_StandUpDue")).isEmpty();
    }

    @Keeps("point-has-an-owner")
    @Test
    @OnPostgresToo
    void barriersOfAStandUpGoToTheirOwnersWithTheirDates() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp",
                        "standUpBarrier1", "Het bereik is slecht.", "standUpBarrier1Owner", "it",
                        "standUpBarrier1Date", Calendar.dayAfterMonday(17),
                        "standUpBarrier2", "Er is geen tijd om te oefenen.", "standUpBarrier2Owner", "line-manager",
                        "standUpBarrier2Date", Calendar.dayAfterMonday(24),
                        "standUpBarrier3", "De handleiding is te lang.", "standUpBarrier3Owner", "communications",
                        "standUpBarrier3Date", Calendar.dayAfterMonday(30));

        List<Task> points = dossier.tasks("UserTask_HandleOpenPoint");
        assertThat(points).extracting(task -> tasks.getVariable(task.getId(), "pointText"),
                        task -> tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId(), Task::getDueDate)
                .containsExactlyInAnyOrder(
                        tuple("Het bereik is slecht.", "it",
                                Calendar.morningAfterMonday(17)),
                        tuple("Er is geen tijd om te oefenen.", "line-manager",
                                Calendar.morningAfterMonday(24)),
                        tuple("De handleiding is te lang.", "communications",
                                Calendar.morningAfterMonday(30)));
        assertThat(dossier.timesPassed("EndEvent_StandUpHeld")).as("whatever becomes of the points").isEqualTo(1);
    }

    @Test
    void nextStandUpStartsWithEmptyRows() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", "Het bereik is slecht.",
                        "standUpBarrier1Owner", "it", "standUpBarrier1Date", Calendar.dayAfterMonday(17))
                .complete("UserTask_HandleOpenPoint", "pointOutcome", "done")
                .timePassesUntil("StartEvent_StandUpDue");

        assertThat(tasks.getVariable(dossier.task("UserTask_HoldStandUp").getId(), "standUpBarrier1")).isNull();
        dossier.complete("UserTask_HoldStandUp");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
    }

    @Test
    void barrierOfAStandUpDoesNotKeepTheRollOutOpen() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", "Het bereik is slecht.",
                        "standUpBarrier1Owner", "it", "standUpBarrier1Date", Calendar.dayAfterMonday(17))
                .makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9");

        dossier.isWaitingAt("UserTask_EvaluateInterim", "UserTask_HandleOpenPoint");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "openPoints")).contains("Het bereik is slecht.");
    }
}
