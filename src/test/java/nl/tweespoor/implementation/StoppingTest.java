package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
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
    void managementTeamConfirmsAndTheLessonsAreRecorded() {
        Dossier dossier = stopProposed().complete("UserTask_DecideStop", "stopOutcome", "stop",
                "stopReason", "De leverancier stopt ermee.");

        dossier.isWaitingOnlyAt("UserTask_RecordLessons");
        dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none").endedAt("EndEvent_Stopped");
        assertThat(dossier.hasPassed("EndEvent_Secured")).isFalse();
        assertThat(dossier.decisions("implementation")).last().satisfies(decision -> assertThat(decision)
                .containsEntry("by", "Managementteam").containsEntry("reason", "De leverancier stopt ermee."));
    }

    @Test
    void stoppingNeedsAReason() {
        Dossier dossier = stopProposed();

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideStop", "stopOutcome", "stop"))
                .hasMessageContaining("Vul nog in");
    }

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation"})
    void managementTeamAdjustsInstead(String step, String task) {
        Dossier dossier = stopProposed().complete("UserTask_DecideStop", "stopOutcome", "adjust", "adjustStep", step);

        dossier.isWaitingOnlyAt(task);
    }

    @Test
    void adjustingInsteadNamesTheStep() {
        Dossier dossier = stopProposed();

        assertThatThrownBy(() -> dossier.submit("UserTask_DecideStop", "stopOutcome", "adjust", "stopReason", "Nee."))
                .hasMessageContaining("Vul nog in: Naar welke stap gaat het terug?");
    }

    @Test
    void secondProposalToStopIsDecidedAnew() {
        Dossier dossier = stopProposed()
                .complete("UserTask_DecideStop", "stopOutcome", "adjust", "adjustStep", "plan")
                .complete("UserTask_PlanImplementation", "trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded", "planTeams",
                        Walk.list("team-zonnehof"))
                .complete("UserTask_ArrangeCommunication")
                .timePassesUntil("StartEvent_EvaluationDue")
                .complete("UserTask_EvaluateInterim", "evaluationOutcome", "stop");

        assertThat(tasks.getVariables(dossier.task("UserTask_DecideStop").getId()))
                .containsEntry("stopOutcome", null).containsEntry("stopReason", null).containsEntry("adjustStep", null);
        dossier.complete("UserTask_DecideStop", "stopOutcome", "stop").isWaitingAt("UserTask_RecordLessons");
    }

    private Dossier stopProposed() {
        return walk.rolledOutIn("team-zonnehof").complete("UserTask_EvaluateRollOut", "evaluationOutcome", "stop");
    }
}
