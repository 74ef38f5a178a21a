package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Evaluating while teams roll out, and once when they all work with it. */
@EngineTest
class InterimEvaluationTest {

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
    void evaluationComesBackAtItsRhythmWhileTeamsRollOut() {
        // Not over the night when the clocks change: the engine counts a rhythm in the time zone of the server.
        Calendar.itIs(Calendar.MONDAY.plusDays(42));
        Dossier dossier = walk.rollingOutIn("team-zonnehof");

        for (int time = 1; time <= 2; time++) {
            assertThat(dossier.timer("StartEvent_EvaluationDue").getDuedate())
                    .isCloseTo(Calendar.mondayPlus("P" + 42 * (1 + time) + "D"), MINUTE);
            dossier.timePassesUntil("StartEvent_EvaluationDue");
            assertThat(tasks.getVariable(dossier.task("UserTask_EvaluateInterim").getId(), "evaluationOutcome"))
                    .isNull();
            dossier.complete("UserTask_EvaluateInterim", "evaluationOutcome", "goOn");
            assertThat(dossier.timesPassed("EndEvent_GoOn")).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"goOn", "goOnWithActions"})
    void goingOnLeavesTheTeamsAtWork(String outcome) {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg")
                .timePassesUntil("StartEvent_EvaluationDue")
                .complete("UserTask_EvaluateInterim", "evaluationOutcome", outcome);

        assertThat(dossier.tasks("UserTask_PrepareTeam")).hasSize(2);
        assertThat(dossier.timesPassed("EndEvent_GoOn")).isEqualTo(1);
    }

    @Test
    void goingOnWithActionsNamesThem() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof");

        assertThatThrownBy(() -> dossier.submit("UserTask_EvaluateInterim", "goalsReached", "a", "clientExperience", "b",
                "staffExperience", "c", "qualityInformation", "d", "bottlenecks", "e", "planDeviation", "f",
                "evaluationOutcome", "goOnWithActions", "evaluationReason", "Het gaat bijna goed."))
                .hasMessageContaining("Vul nog in: Welke verbeteracties spreekt u af.");
    }

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation"})
    void changingCourseInterruptsTheTeamsAndGoesBackToTheStepThatNeedsIt(String step, String task) {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg");
        dossier.complete(dossier.tasks("UserTask_PrepareTeam").get(0), "project-lead", "teamReadiness", "notYet")
                .timePassesUntil("StartEvent_EvaluationDue")
                .complete("UserTask_EvaluateInterim", "evaluationOutcome", "adjust", "adjustStep", step);

        dossier.endedAt("EndEvent_CourseChanged");
        dossier.isWaitingOnlyAt(task);
        assertThat(dossier.running("roll-out-team")).isEmpty();
        assertThat(dossier.jobs("StartEvent_StandUpDue")).isEmpty();
    }

    @Test
    void changingCourseInterruptsBarriersAndStandUpsToo() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", "Het bereik is slecht.",
                        "standUpBarrier1Owner", "it", "standUpBarrier1Date", Calendar.dayAfterMonday(80))
                .timePassesUntil("StartEvent_StandUpDue").timePassesUntil("StartEvent_EvaluationDue")
                .complete("UserTask_EvaluateInterim", "evaluationOutcome", "adjust", "adjustStep", "plan");

        dossier.isWaitingOnlyAt("UserTask_PlanImplementation");
        assertThat(dossier.running("barrier")).isEmpty();
    }

    @Test
    void standUpDuringAnEvaluationIsNotLost() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "progress", "De training begint.")
                .timePassesUntil("StartEvent_EvaluationDue").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "progress", "De helft is getraind.")
                .complete("UserTask_EvaluateInterim", "evaluationOutcome", "goOn");

        assertThat(dossier.variable("roll-out", "progress")).isEqualTo("De helft is getraind.");
    }

    @Test
    void decisionOfOneEvaluationIsNotLostInTheNext() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue")
                .timePassesUntil("StartEvent_EvaluationDue")
                .completeEach("UserTask_EvaluateInterim", "evaluationOutcome", "goOn");

        assertThat(dossier.decisions()).filteredOn("step", "Tussentijds evalueren").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"goOn, , UserTask_SecureInnovation", "goOnWithActions, , UserTask_SecureInnovation",
        "adjust, analysis, UserTask_AnalysePractice", "adjust, targetGroups, UserTask_AnalyseTargetGroups",
        "adjust, strategies, UserTask_ChooseStrategies", "adjust, plan, UserTask_PlanImplementation",
        "stop, , UserTask_DecideStop"})
    void rollOutIsEvaluatedWhenAllTeamsWorkWithIt(String outcome, String step, String next) {
        Dossier dossier = walk.rolledOutIn("team-zonnehof");
        if (step == null) {
            dossier.complete("UserTask_EvaluateInterim", "evaluationOutcome", outcome);
        } else {
            dossier.complete("UserTask_EvaluateInterim", "evaluationOutcome", outcome, "adjustStep", step);
        }

        dossier.isWaitingOnlyAt(next);
        assertThat(dossier.hasPassed("EndEvent_RolledOut")).isEqualTo(!"stop".equals(outcome));
    }

    @Test
    void adjustingNamesTheStep() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof");

        assertThatThrownBy(() -> dossier.submit("UserTask_EvaluateInterim", "goalsReached", "a", "clientExperience", "b",
                "staffExperience", "c", "qualityInformation", "d", "bottlenecks", "e", "planDeviation", "f",
                "evaluationOutcome", "adjust", "evaluationReason", "Het plan past niet."))
                .hasMessageContaining("Vul nog in: Naar welke stap gaat u terug.");
    }
}
