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
import org.springframework.beans.factory.annotation.Autowired;

/** A team that was promised help gets it, or the project lead hears that it did not. */
@EngineTest
class FloorHelpTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    @Keeps("helper-is-told")
    @Test
    void whoHelpsIsToldWhenTheTeamStarts() {
        Dossier dossier = started("care-professional/care-professional");

        assertThat(dossier.task("UserTask_ReadPromise")).isAssignedTo("care-professional");
        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPromise").getId())).containsEntry("teamName", "Zonnehof (revalidatie)")
                .containsEntry("helpFrom", Calendar.dayAfterMonday(10)).containsEntry("helpUntil", Calendar.dayAfterMonday(50));
        dossier.complete("UserTask_ReadPromise", "promiseOutcome", "comes").isWaitingOnlyAt("UserTask_GiveFeedback", "IntermediateEvent_HelpOver");
        assertThat(dossier.timer("IntermediateEvent_HelpOver").getDuedate()).isEqualTo(Calendar.morningAfterMonday(50));
    }

    @Keeps("leader-says-whether-help-was-there")
    @Test
    @OnPostgresToo
    void whoLeadsTheTeamSaysAfterTheLastDayWhetherTheHelpWasThere() {
        Dossier dossier = started("it").complete("UserTask_ReadPromise", "promiseOutcome", "comes").timePassesUntil("IntermediateEvent_HelpOver");

        assertThat(dossier.task("UserTask_SayWhetherHelped")).isAssignedTo("line-manager");
        dossier.complete("UserTask_SayWhetherHelped", "helpOutcome", "there").endedAt("EndEvent_Helped");
        assertThat(dossier.history("open-point")).isEmpty();
    }

    @Keeps("missing-help-is-a-point")
    @ParameterizedTest
    @CsvSource({"partly, was er maar deels", "notThere, was er niet"})
    @OnPostgresToo
    void helpThatDidNotComeIsAPointOfTheProjectLead(String outcome, String words) {
        Dossier dossier = started("care-professional/care-professional").complete("UserTask_ReadPromise", "promiseOutcome", "comes")
                .timePassesUntil("IntermediateEvent_HelpOver")
                .complete("UserTask_SayWhetherHelped", "helpOutcome", outcome, "helpStory", "In de nacht kwam niemand.").endedAt("EndEvent_NotHelped");

        Task point = dossier.task("UserTask_HandleOpenPoint");
        assertThat(point).isAssignedTo("project-lead");
        assertThat(tasks.getVariables(point.getId())).containsAllEntriesOf(Map.of("pointKind", "improvement", "pointBefore", "secured",
                "pointRaisedBy", "line-manager", "teamId", "team-zonnehof")).extractingByKey("pointText").asString()
                .startsWith("Hulp op de vloer in Zonnehof (revalidatie): ").endsWith(words + ". In de nacht kwam niemand.");
    }

    @Keeps("help-that-cannot-come-is-a-point")
    @Test
    void whoCannotHelpSaysSoAndTheLeaderIsStillAsked() {
        Dossier dossier = started("care-professional/care-professional");

        assertThatThrownBy(() -> dossier.submit("UserTask_ReadPromise", "promiseOutcome", "cannot", "promiseNotReason", "zie boven n.v.t."))
                .hasMessageContaining("Waarom niet");
        dossier.complete("UserTask_ReadPromise", "promiseOutcome", "cannot", "promiseNotReason", "Ik sta dan op vakantie.")
                .isWaitingOnlyAt("UserTask_GiveFeedback", "IntermediateEvent_HelpOver", "UserTask_HandleOpenPoint");
        assertThat(tasks.getVariable(dossier.task("UserTask_HandleOpenPoint").getId(), "pointText").toString())
                .contains("kan niet komen. Ik sta dan op vakantie.");
    }

    @Test
    @OnPostgresToo
    void whoNeverAnswersIsNotWaitedFor() {
        Dossier dossier = started("care-professional/care-professional").timePassesUntil("BoundaryEvent_HelpOver");

        assertThat(dossier.waitsAt()).contains("UserTask_SayWhetherHelped").doesNotContain("UserTask_ReadPromise");
    }

    @Test
    void someoneFromOutsideHelpsUntilTheDayThatWasAgreedAndTheProjectLeadSeesToIt() {
        Dossier dossier = walk.accepted().chooseWeight("extended").formTeam("helper1Name", "Sam de Wit", "helper1Organisation", "Leverancier", "helper1Task", "Uitleg",
                        "helper1Until", Calendar.dayAfterMonday(80)).grantRoom()
                .analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies");
        plan(dossier, "outside/helper1");

        assertThat(dossier.task("UserTask_ReadPromise")).isAssignedTo("project-lead");
        assertThat(tasks.getVariables(dossier.task("UserTask_ReadPromise").getId())).containsEntry("helpUntil", Calendar.dayAfterMonday(80))
                .extractingByKey("helpName").asString().startsWith("Sam de Wit (Leverancier), van buiten");
    }

    @Test
    void someoneFromOutsideDoesNotBeginAfterTheirLastDay() {
        Dossier dossier = planning(walk.accepted().chooseWeight("extended").formTeam("helper1Name", "Sam de Wit", "helper1Organisation", "Leverancier",
                        "helper1Task", "Uitleg", "helper1Until", Calendar.dayAfterMonday(20)).grantRoom()
                .analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies"));

        assertThatThrownBy(() -> dossier.complete("UserTask_PlanTeam", "teamSize", "10", "helpChoice", "needed", "helpBy", "outside/helper1",
                "helpFrom", Calendar.dayAfterMonday(21))).hasMessageContaining("Kies uiterlijk").hasMessageContaining("Vanaf wanneer");
        dossier.complete("UserTask_PlanTeam", "teamSize", "10", "helpChoice", "needed", "helpBy", "outside/helper1",
                "helpFrom", Calendar.dayAfterMonday(20)).isWaitingAt("UserTask_ApprovePlan");
    }

    @Test
    void someoneFromOutsideWhoIsNotThereCanNotBeChosen() {
        assertThatThrownBy(() -> started("outside/helper1")).hasMessageContaining("Kies uit de lijst bij: Wie helpt het team");
    }

    @Test
    void helpDoesNotEndBeforeItBegins() {
        Dossier dossier = planning(walk.analysed());

        assertThatThrownBy(() -> dossier.complete("UserTask_PlanTeam", "teamSize", "10", "helpChoice", "needed", "helpBy", "it",
                "helpFrom", Calendar.dayAfterMonday(10), "helpUntil", Calendar.dayAfterMonday(9))).hasMessageContaining("Vanaf wanneer");
    }

    @Test
    @OnPostgresToo
    void helpEndsWhenTheDossierStops() {
        Dossier dossier = started("it").timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop").endedAt("EndEvent_HelpStopped");

        assertThat(dossier.waitsAt()).doesNotContain("UserTask_ReadPromise");
    }

    /** Help from ten until fifty days from now. */
    private Dossier started(String helper) {
        return plan(walk.analysed(), helper);
    }

    private Dossier plan(Dossier dossier, String helper) {
        return planning(dossier).complete("UserTask_PlanTeam", helper.startsWith("outside/")
                        ? new Object[] {"teamSize", "10", "helpChoice", "needed", "helpBy", helper, "helpFrom", Calendar.dayAfterMonday(10)}
                        : new Object[] {"teamSize", "10", "helpChoice", "needed", "helpBy", helper, "helpFrom", Calendar.dayAfterMonday(10),
                            "helpUntil", Calendar.dayAfterMonday(50)})
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm")
                .complete("UserTask_ArrangeCommunication").makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live");
    }

    private Dossier planning(Dossier dossier) {
        return dossier.complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded");
    }
}
