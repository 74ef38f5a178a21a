package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class StoppingTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @Test
    @OnPostgresToo
    void managementTeamConfirmsAndTheLessonsAreRecorded() {
        Dossier dossier = stopProposedInTheEnd().complete("UserTask_DecideStop", "evaluationOutcome", "stop",
                "stopReason", "De leverancier stopt ermee.");

        dossier.endedAt("EndEvent_RolledOut").isWaitingOnlyAt("UserTask_RecordLessons")
                .complete("UserTask_RecordLessons", "lessonOutcome", "none").endedAt("EndEvent_Stopped");
        assertThat(dossier.hasPassed("EndEvent_Secured")).isFalse();
        assertThat(dossier.decisions()).last().satisfies(decision -> assertThat(decision)
                .containsEntry("by", "Managementteam").containsEntry("reason", "De leverancier stopt ermee."));
    }

    @Test
    @OnPostgresToo
    void teamsGoOnUntilTheManagementTeamDecides() {
        Dossier dossier = stopProposedMeanwhile();

        dossier.isWaitingAt("UserTask_PrepareTeam");
        assertThat(dossier.task("UserTask_DecideStop")).hasCandidateGroup("management-team");
        dossier.complete("UserTask_DecideStop", "evaluationOutcome", "stop").endedAt("EndEvent_RollOutStopped")
                .isWaitingOnlyAt("UserTask_RecordLessons");
    }

    @Test
    void whoStopsSeesWhichPointsEndWithIt() {
        Calendar.itIsMonday();
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", "Het bereik is slecht.", "standUpBarrier1Owner", "it",
                        "standUpBarrier1Date", Calendar.dayAfterMonday(80), "standUpBarrier2", "Er zijn te weinig houders.",
                        "standUpBarrier2Owner", "procurement", "standUpBarrier2Date", Calendar.dayAfterMonday(80));
        dossier.complete(dossier.tasks("UserTask_HandleOpenPoint").stream().filter(task -> "procurement".equals(
                tasks.getVariable(task.getId(), "pointOwner"))).findFirst().orElseThrow(), "procurement", "pointOutcome", "done");
        dossier.timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "stop");

        assertThat(dossier.shownAt("UserTask_DecideStop", "openPoints")).containsSubsequence("Het bereik is slecht.", "te weinig houders")
                .contains("\"Open\"", "\"Gedaan\"");
    }

    @Test
    void managementTeamLetsTheRollOutGoOn() {
        Dossier dossier = stopProposedMeanwhile().complete("UserTask_DecideStop", "evaluationOutcome", "goOn");

        dossier.isWaitingAt("UserTask_PrepareTeam");
        assertThat(dossier.timesPassed("EndEvent_GoOn")).isEqualTo(1);
    }

    @Test
    void managementTeamLetsTheInnovationBeSecuredAfterAll() {
        stopProposedInTheEnd().complete("UserTask_DecideStop", "evaluationOutcome", "goOn")
                .isWaitingOnlyAt("UserTask_SecureInnovation");
    }

    @Test
    void managementTeamAdjustsWhileTeamsRollOut() {
        stopProposedMeanwhile().complete("UserTask_DecideStop", "evaluationOutcome", "adjust", "adjustStep", "strategies")
                .endedAt("EndEvent_PlannedAnew").isWaitingOnlyAt("UserTask_ChooseStrategies", "UserTask_ReadAdjustment");
    }

    @Test
    void stoppingNeedsAReason() {
        Dossier dossier = stopProposedInTheEnd();

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideStop", "evaluationOutcome", "stop"))
                .hasMessageContaining("Vul nog in");
    }

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation"})
    void managementTeamAdjustsInstead(String step, String task) {
        Dossier dossier = stopProposedInTheEnd().complete("UserTask_DecideStop", "evaluationOutcome", "adjust", "adjustStep", step);

        dossier.isWaitingOnlyAt(task, "UserTask_ReadAdjustment");
    }

    @Test
    void adjustingInsteadNamesTheStep() {
        Dossier dossier = stopProposedInTheEnd();

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideStop", "evaluationOutcome", "adjust", "stopReason", "Nee, het kan wel door."))
                .hasMessageContaining("Vul nog in: Naar welke stap gaat het terug.");
    }

    @Test
    void secondProposalToStopIsDecidedAnew() {
        Dossier dossier = stopProposedInTheEnd()
                .complete("UserTask_DecideStop", "evaluationOutcome", "adjust", "adjustStep", "plan").complete("UserTask_ReadAdjustment")
                .plan("trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded", "planTeams",
                        Walk.list("team-zonnehof"))
                .complete("UserTask_ArrangeCommunication")
                .timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "stop");

        assertThat(tasks.getVariables(dossier.task("UserTask_DecideStop").getId()))
                .containsEntry("evaluationOutcome", null).containsEntry("stopReason", null).containsEntry("adjustStep", null);
        dossier.complete("UserTask_DecideStop", "evaluationOutcome", "stop").isWaitingAt("UserTask_RecordLessons");
    }

    private Dossier stopProposedInTheEnd() {
        return walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "stop");
    }

    private Dossier stopProposedMeanwhile() {
        return walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "stop");
    }
}
