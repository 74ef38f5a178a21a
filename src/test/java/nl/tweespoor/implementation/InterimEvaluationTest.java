package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;
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
    @Autowired
    ProcessEngine engine;

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
            dossier.findAllWell();
            assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCourse").getId(), "evaluationOutcome")).isNull();
            dossier.complete("UserTask_ChooseCourse", "evaluationOutcome", "goOn");
            assertThat(dossier.timesPassed("EndEvent_GoOn")).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"goOn", "goOnWithActions"})
    void goingOnLeavesTheTeamsAtWork(String outcome) {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg")
                .timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", outcome);

        assertThat(dossier.tasks("UserTask_PrepareTeam")).hasSize(2);
        assertThat(dossier.timesPassed("EndEvent_GoOn")).isEqualTo(1);
    }

    @Test
    void goingOnWithActionsNamesThem() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").findAllWell("goalsProgress", "partly");

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseCourse", "evaluationOutcome", "goOnWithActions",
                "evaluationReason", "Het gaat bijna goed.")).hasMessageContaining("Verbeteractie 1");
    }

    @Keeps("actions-come-back")
    @Test
    void whatWasAgreedComesBackUntilItIsDone() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue").findAllWell("goalsProgress", "partly");
        String day = walk.today().plusDays(20).toString();
        dossier.complete("UserTask_ChooseCourse", "evaluationOutcome", "goOnWithActions",
                        "improvement1", "De telefoon kan niet op stil.", "improvement1Owner", "it", "improvement1Date", day,
                        "improvement2", "De flexpool krijgt uitleg.", "improvement2Owner", "hr", "improvement2Date", day);

        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).hasSize(2);
        Task phone = dossier.tasks("UserTask_HandleOpenPoint").stream()
                .filter(task -> "it".equals(tasks.getVariable(task.getId(), "pointOwner"))).findFirst().orElseThrow();
        dossier.complete(phone, "it", "pointOutcome", "done").timePassesUntil("StartEvent_EvaluationDue");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "openPoints")).contains("Verbeteractie", "De telefoon kan niet op stil.", "Gedaan",
                "De flexpool krijgt uitleg.", "Open, te laat");
        dossier.findAllWell();
        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCourse").getId(), "courseAdvice")).isEqualTo("goOnWithActions");
    }

    // A course rests on what the evaluation found

    @Test
    void goingOnAgainstTheAdviceNeedsAReasonOfItsOwn() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").findAllWell("goalsProgress", "no");

        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCourse").getId(), "courseAdvice")).isEqualTo("adjust");
        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseCourse", "evaluationOutcome", "goOn", "evaluationReason", "Ja, de winst is groter."))
                .hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.complete("UserTask_ChooseCourse", "evaluationOutcome", "goOn").isWaitingOnlyAt("UserTask_SecureInnovation");
    }

    @ParameterizedTest
    @CsvSource({"yes, positive, positive, serious", "no, negative, positive, none", "no, positive, negative, none"})
    void overWhatBlocksTheManagementTeamDecides(String goals, String clients, String staff, String incidents) {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").findAllWell("goalsProgress", goals, "clientJudgement", clients,
                "staffJudgement", staff, "incidents", incidents).complete("UserTask_ChooseCourse", "evaluationOutcome", "goOn");

        dossier.isWaitingOnlyAt("UserTask_DecideStop");
        assertThat(tasks.getVariables(dossier.task("UserTask_DecideStop").getId()))
                .containsEntry("proposedCourse", "goOn").containsEntry("courseAdvice", "stop");
        dossier.complete("UserTask_DecideStop", "evaluationOutcome", "goOn").isWaitingOnlyAt("UserTask_SecureInnovation");
        assertThat(dossier.decisions()).filteredOn("step", "Beslissen over stoppen of doorgaan").hasSize(1);
    }

    @Test
    void fewWhoWorkWithItIsFoundWithoutAnyoneTypingIt() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "4").timePassesUntil("StartEvent_EvaluationDue").findAllWell();

        assertThat(tasks.getVariable(dossier.task("UserTask_ChooseCourse").getId(), "courseAdviceReason").toString())
                .contains("minder dan de helft");
    }

    // Adjusting is not destroying

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation"})
    void changingCoursePlansAnewWhatDidNotStartAndTellsTheManagementTeam(String step, String task) {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg");
        dossier.complete(dossier.tasks("UserTask_PrepareTeam").get(0), "project-lead", "teamReadiness", "notYet")
                .timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "adjust", "adjustStep", step);

        dossier.endedAt("EndEvent_PlannedAnew").isWaitingOnlyAt(task, "UserTask_ReadAdjustment");
        assertThat(dossier.task("UserTask_ReadAdjustment")).hasCandidateGroup("management-team");
        assertThat(dossier.running("roll-out-team")).isEmpty();
        assertThat(dossier.jobs("StartEvent_StandUpDue")).hasSize(1);
    }

    @Keeps("teams-read-what-changes")
    @Test
    @OnPostgresToo
    void teamThatWorksWithItStaysLiveAndReadsWhatChanges() {
        Dossier dossier = adjustingWhileOneTeamIsLive();

        assertThat(dossier.tasks("UserTask_MeasureUse")).hasSize(1);
        assertThat(dossier.timesPassed("EndEvent_PlannedAnew")).isEqualTo(1);
        dossier.complete("UserTask_ReadAdjustment");
        planned(dossier, "team-wijk-zuid");
        assertThat(dossier.task("UserTask_ReadChange")).isAssignedTo("line-manager");
        assertThat(tasks.getVariables(dossier.task("UserTask_ReadChange").getId())).containsEntry("teamId", "team-zonnehof")
                .containsEntry("whatChanges", "De stille ronde is om twee uur.");
        assertThat(tasks.getVariable(dossier.task("UserTask_PrepareTeam").getId(), "teamName")).isEqualTo("Wijkteam Zuid");

        dossier.complete("UserTask_ReadChange").endedAt("EndEvent_ChangeRead")
                .makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .completeEach("UserTask_MeasureUse", "usersCount", "9").isWaitingOnlyAt("UserTask_EvaluateInterim");
        assertThat(dossier.timesPassed("EndEvent_CourseChanged")).isEqualTo(1);
    }

    @Keeps("remarks-reach-the-project-lead")
    @Test
    void newTeamsWaitUntilTheManagementTeamHasReadIt() {
        Dossier dossier = adjustingWhileOneTeamIsLive();
        planned(dossier, "team-wijk-zuid");

        assertThat(dossier.tasks("UserTask_PrepareTeam")).isEmpty();
        dossier.complete("UserTask_ReadAdjustment", "adjustmentRemarks", "De wifi is geregeld.").isWaitingAt("UserTask_PrepareTeam")
                .timePassesUntil("StartEvent_StandUpDue");
        assertThat(tasks.getVariable(dossier.task("UserTask_HoldStandUp").getId(), "adjustmentRemarks"))
                .isEqualTo("De wifi is geregeld.");
    }

    @Test
    void teamOfTheOldPlanThatWorksWithItIsNotStartedAgain() {
        Dossier dossier = adjustingWhileOneTeamIsLive().complete("UserTask_ReadAdjustment");
        planned(dossier, "team-zonnehof");

        assertThat(dossier.tasks("UserTask_PrepareTeam")).isEmpty();
        assertThat(dossier.tasks("UserTask_ReadChange")).hasSize(1);
    }

    @Test
    void openPointsStayOpenAndStandUpsGoOn() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "standUpBarrier1", "Het bereik is slecht.",
                        "standUpBarrier1Owner", "it", "standUpBarrier1Date", Calendar.dayAfterMonday(80))
                .timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "adjust", "adjustStep", "plan");

        dossier.isWaitingOnlyAt("UserTask_PlanImplementation", "UserTask_ReadAdjustment", "UserTask_HandleOpenPoint");
        dossier.timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp", "progress", "Het plan is bijna klaar.")
                .complete("UserTask_ReadAdjustment");
        planned(dossier, "team-zonnehof");
        assertThat(dossier.variable("roll-out", "progress")).as("what was said meanwhile").isEqualTo("Het plan is bijna klaar.");
    }

    @Test
    @OnPostgresToo
    void adjustingAgainReplacesAPlanThatIsNotReadyYet() {
        Dossier dossier = adjustingWhileOneTeamIsLive().timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "strategies");

        dossier.isWaitingOnlyAt("UserTask_ChooseStrategies", "UserTask_ReadAdjustment", "UserTask_MeasureUse");
        assertThat(dossier.timesPassed("EndEvent_AdjustedAnew")).isEqualTo(1);
    }

    @Test
    void nextPlanShowsEveryEarlierAnalysisAndPlan() {
        Dossier dossier = adjustingWhileOneTeamIsLive();
        Task plan = dossier.task("UserTask_PlanImplementation");

        assertThat(shown(plan, "earlierVersions")).contains("Huidige praktijk en doelen analyseren", "Implementatieplan maken", "Streefwaarde");
        assertThat(shown(plan, "teamStandings")).contains("Zonnehof (revalidatie)", "9 van 10", "Nachtzorg", "Nog niet");
    }

    private String shown(Task task, String variable) {
        engine.getIdentityService().setAuthentication("project-lead", List.of("project-lead"));
        try {
            SerializableValue value = engine.getFormService().getTaskFormVariables(task.getId()).getValueTyped(variable);
            return value.getValueSerialized();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Zonnehof works with it, Nachtzorg did not start. */
    private Dossier adjustingWhileOneTeamIsLive() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg");
        Task zonnehof = dossier.tasks("UserTask_PrepareTeam").stream()
                .filter(task -> "team-zonnehof".equals(tasks.getVariable(task.getId(), "teamId"))).findFirst().orElseThrow();
        return dossier.makeTeamReady(zonnehof, "project-lead")
                .complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "adjust", "adjustStep", "plan");
    }

    private static Dossier planned(Dossier dossier, String team) {
        return dossier.plan("planTeams", Walk.list(team), "trainingChoice", "notNeeded",
                        "procurementChoice", "notNeeded", "itChoice", "notNeeded", "whatChanges", "De stille ronde is om twee uur.")
                .complete("UserTask_ArrangeCommunication");
    }

    @Test
    void standUpThatWaitsWhenANewPlanIsReadyStaysTheOnlyOne() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp")
                .timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "adjust", "adjustStep", "plan")
                .timePassesUntil("StartEvent_StandUpDue").complete("UserTask_ReadAdjustment");
        planned(dossier, "team-zonnehof").timePassesUntil("StartEvent_StandUpDue");

        assertThat(tasks.getVariables(dossier.task("UserTask_HoldStandUp").getId())).containsEntry("missedStandUps", 1L);
    }

    @Test
    void standUpDuringAnEvaluationIsNotLost() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "progress", "De training begint.")
                .timePassesUntil("StartEvent_EvaluationDue").timePassesUntil("StartEvent_StandUpDue")
                .complete("UserTask_HoldStandUp", "progress", "De helft is getraind.")
                .evaluate("evaluationOutcome", "goOn");

        assertThat(dossier.variable("roll-out", "progress")).isEqualTo("De helft is getraind.");
    }

    @Test
    void decisionOfOneEvaluationIsNotLostInTheNext() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue")
                .timePassesUntil("StartEvent_EvaluationDue")
                .findAllWell().completeEach("UserTask_ChooseCourse", "evaluationOutcome", "goOn");

        assertThat(dossier.decisions()).filteredOn("step", "Koers kiezen").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"goOn, UserTask_SecureInnovation", "goOnWithActions, UserTask_SecureInnovation", "stop, UserTask_DecideStop"})
    void rollOutIsEvaluatedWhenAllTeamsWorkWithIt(String outcome, String next) {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", outcome);

        assertThat(dossier.waitsAt()).contains(next).isSubsetOf(next, "UserTask_HandleOpenPoint", "UserTask_ReadAnswer", "SendTask_MailAnswer",
                "Gateway_UpdateOrReady", "UserTask_PlanPoll");
        assertThat(dossier.hasPassed("EndEvent_RolledOut")).isEqualTo(!"stop".equals(outcome));
    }

    @ParameterizedTest
    @CsvSource({"analysis, UserTask_AnalysePractice", "targetGroups, UserTask_AnalyseTargetGroups",
        "strategies, UserTask_ChooseStrategies", "plan, UserTask_PlanImplementation"})
    void adjustingInTheEndKeepsTheTeamsLiveToo(String step, String task) {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "adjust", "adjustStep", step)
                .isWaitingOnlyAt(task, "UserTask_ReadAdjustment").complete("UserTask_ReadAdjustment");
        if (step.equals("plan")) {
            planned(dossier, "team-zonnehof").isWaitingOnlyAt("UserTask_ReadChange");
            dossier.complete("UserTask_ReadChange").isWaitingOnlyAt("UserTask_EvaluateInterim");
        }
    }

    @Test
    void adjustingNamesTheStep() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").findAllWell();

        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseCourse", "evaluationOutcome", "adjust",
                "evaluationReason", "Het plan past niet.")).hasMessageContaining("Naar welke stap gaat het terug");
    }
}
