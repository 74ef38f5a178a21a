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

/** Who of a team is trained, by whom and when, stands in the plan; what of that did not happen when the team starts is an open point. */
@EngineTest
class TrainingTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;

    @BeforeEach
    void itIsMonday() {
        Calendar.itIsMonday();
    }

    // The plan

    @Test
    @OnPostgresToo
    void eachTeamOfThePlanIsPlannedBeforeAnyoneApproves() {
        Dossier dossier = planning("team-zonnehof", "team-nachtzorg");

        assertThat(dossier.tasks("UserTask_PlanTeam")).extracting(task -> tasks.getVariable(task.getId(), "teamName"))
                .containsExactlyInAnyOrder("Zonnehof (revalidatie)", "Nachtzorg");
        dossier.complete(dossier.tasks("UserTask_PlanTeam").get(0), "project-lead", "teamSize", "14", "trainingWho", "De nachtdienst.",
                "trainingCount", "12", "trainingBy", "line-manager/line-manager", "trainingDate", Calendar.dayAfterMonday(30));
        dossier.isWaitingOnlyAt("UserTask_PlanTeam");
        dossier.complete("UserTask_PlanTeam", "teamSize", "20", "trainingCount", "20", "trainingBy", "hr").isWaitingOnlyAt("UserTask_ApprovePlan");
        assertThat(dossier.shownAt("UserTask_ApprovePlan", "teamPlans")).contains("12 mensen: De nachtdienst.", "Teammanager", "01-04-2026", "HR");
    }

    @ParameterizedTest
    @CsvSource({"14, 15, Vul niet meer in dan bij \u2018Hoeveel mensen gaan ermee werken?\u2019", "14, 0, Hoeveel mensen zijn dat",
            "0, 0, Hoeveel mensen gaan ermee werken"})
    void notMoreAreTrainedThanWorkWithItAndNotNobody(String size, String count, String because) {
        Dossier dossier = planning("team-zonnehof");

        assertThatThrownBy(() -> dossier.complete("UserTask_PlanTeam", "teamSize", size, "trainingCount", count)).hasMessageContaining(because);
    }

    @Test
    void trainingIsNotPlannedInThePast() {
        Dossier dossier = planning("team-zonnehof");

        assertThatThrownBy(() -> dossier.complete("UserTask_PlanTeam", "teamSize", "10", "trainingCount", "9",
                "trainingDate", Calendar.dayAfterMonday(-1))).hasMessageContaining("Kies vandaag of een latere dag bij: Wanneer is dit team getraind");
    }

    @Test
    void withoutTrainingOnlyTheTeamIsAsked() {
        Dossier dossier = walk.analysed();
        dossier.complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded");

        assertThatThrownBy(() -> dossier.submit("UserTask_PlanTeam", "teamSize", "10", "trainingCount", "9")).hasMessageContaining("Laat leeg");
        dossier.complete("UserTask_PlanTeam", "teamSize", "10", "helpChoice", "notNeeded").isWaitingOnlyAt("UserTask_ApprovePlan");
        assertThat(dossier.shownAt("UserTask_ApprovePlan", "teamPlans")).contains("Niet nodig");
    }

    @Test
    void planThatComesBackKnowsWhatWasPlannedForEachTeam() {
        Dossier dossier = planning("team-zonnehof").complete("UserTask_PlanTeam", "teamSize", "14", "trainingCount", "12", "trainingBy", "hr")
                .complete("UserTask_ApprovePlan", "approveOutcome", "sendBack", "adjustStep", "plan")
                .complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000",
                        "planTeams", Walk.list("team-zonnehof"));

        assertThat(tasks.getVariables(dossier.task("UserTask_PlanTeam").getId())).containsEntry("teamSize", "14")
                .containsEntry("trainingCount", "12").containsEntry("trainingBy", "hr");
    }

    private Dossier planning(String... teams) {
        return walk.analysed().complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                Walk.list(teams), "trainingChoice", "needed", "procurementChoice", "needed", "itChoice", "needed");
    }

    // Before the start

    @Keeps("trainer-gets-a-task")
    @Test
    @OnPostgresToo
    void whoTrainsGetsATaskForItBeforeTheDayOfThePlan() {
        Dossier dossier = rollingOut("line-manager/line-manager");

        Task give = dossier.task("UserTask_GiveTraining");
        assertThat(give).isAssignedTo("line-manager").hasDueDate(Calendar.morningAfterMonday(30));
        assertThat(tasks.getVariables(give.getId())).containsEntry("trainingCount", "9").containsEntry("trainingWho", "De nachtdienst.")
                .containsEntry("teamName", "Zonnehof (revalidatie)").containsEntry("trainingContent", "Een uur oefenen.");
        dossier.complete("UserTask_GiveTraining", "trainingOutcome", "given").endedAt("EndEvent_TrainingAnswered");
        assertThat(dossier.history("open-point")).isEmpty();
        dossier.isWaitingAt("UserTask_PrepareTeam");
    }

    @Keeps("training-that-fails-is-a-point")
    @Test
    @OnPostgresToo
    void trainingThatCanNotBeGivenIsAPointOfTheProjectLead() {
        Dossier dossier = rollingOut("hr");

        assertThat(dossier.task("UserTask_GiveTraining")).hasCandidateGroup("hr");
        assertThatThrownBy(() -> dossier.submit("UserTask_GiveTraining", "trainingOutcome", "cannot", "trainingNotReason", "zie boven n.v.t."))
                .hasMessageContaining("Waarom lukt het niet");
        dossier.complete("UserTask_GiveTraining", "trainingOutcome", "cannot", "trainingNotReason", "De trainer is ziek tot mei.")
                .endedAt("EndEvent_TrainingAnswered");
        Task point = dossier.task("UserTask_HandleOpenPoint");
        assertThat(point).isAssignedTo("project-lead");
        assertThat(tasks.getVariables(point.getId())).containsAllEntriesOf(Map.of("pointKind", "precondition", "pointText",
                "Training van Zonnehof (revalidatie) lukt niet voor de start. De trainer is ziek tot mei.", "pointRaisedBy", "hr",
                "teamId", "team-zonnehof"));
    }

    @Keeps("training-task-ends-at-the-start")
    @Test
    @OnPostgresToo
    void trainingIsNoTaskAnyMoreWhenTheTeamStarts() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof", "team-nachtzorg");
        Task first = dossier.tasks("UserTask_PrepareTeam").get(0);
        Object team = tasks.getVariable(first.getId(), "teamId");
        dossier.makeTeamReady(first, "project-lead").complete("UserTask_GoLive", "goLiveOutcome", "live").endedAt("EndEvent_TrainingOver");

        assertThat(tasks.getVariable(dossier.task("UserTask_GiveTraining").getId(), "teamId")).as("of the other team").isNotEqualTo(team);
    }

    @Test
    @OnPostgresToo
    void whereNobodyIsTrainedNobodyIsAsked() {
        assertThat(walk.analysed().plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded",
                "itChoice", "notNeeded").complete("UserTask_ArrangeCommunication").endedAt("EndEvent_NoTraining").tasks("UserTask_GiveTraining")).isEmpty();
    }

    @Test
    void trainingEndsWithADossierThatStops() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop").endedAt("EndEvent_TrainingOver");

        assertThat(dossier.tasks("UserTask_GiveTraining")).isEmpty();
    }

    private Dossier rollingOut(String trainer) {
        return planning("team-zonnehof").complete("UserTask_PlanTeam", "teamSize", "10", "trainingWho", "De nachtdienst.", "trainingCount", "9",
                        "trainingBy", trainer, "trainingDate", Calendar.dayAfterMonday(30), "helpChoice", "notNeeded")
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm")
                .complete("UserTask_ArrangeTraining", "trainingContent", "Een uur oefenen.").arrangeProcurement().complete("UserTask_ArrangeIt")
                .complete("UserTask_ArrangeCommunication");
    }

    // The start

    @Keeps("trained-are-counted-at-the-start")
    @Test
    void whoLeadsTheTeamCountsWhoIsTrainedAndReadsWhatWasPlanned() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").complete("UserTask_PrepareTeam", "teamReadiness", "ready", "floorWorks", "yes",
                "conditionsMet", "yes", "supportArranged", "yes").isWaitingOnlyAt("UserTask_CountTrained");

        Task count = dossier.task("UserTask_CountTrained");
        assertThat(count).isAssignedTo("line-manager");
        assertThat(tasks.getVariables(count.getId())).containsEntry("teamSize", "10").containsEntry("trainingCount", "9")
                .doesNotContainKey("trainedCount");
        assertThatThrownBy(() -> dossier.complete("UserTask_CountTrained", "workersCount", "10", "trainedCount", "11"))
                .hasMessageContaining("Vul niet meer in dan bij ‘Hoeveel mensen in uw team gaan hiermee werken?’");
        assertThatThrownBy(() -> dossier.complete("UserTask_CountTrained", "teamSize", "100")).hasMessageContaining("niet: teamSize");
    }

    @Test
    void whoLeadsTheTeamSaysHowManyWillWorkWithItAndWhyThatIsNotWhatWasPlanned() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").complete("UserTask_PrepareTeam", "teamReadiness", "ready", "floorWorks", "yes",
                "conditionsMet", "yes", "supportArranged", "yes");
        assertThatThrownBy(() -> dossier.submit("UserTask_CountTrained", "workersCount", "20", "trainedCount", "9", "trained", "Bijna iedereen."))
                .hasMessageContaining("Waarom zijn het er niet zoveel als eerder is gezegd");

        dossier.complete("UserTask_CountTrained", "workersCount", "20", "workersReason", "De nachtdienst telde niet mee.", "trainedCount", "9")
                .isWaitingAt("UserTask_AllowStart").complete("UserTask_AllowStart", "startOutcome", "start")
                .complete("UserTask_GoLive", "goLiveOutcome", "live");
        assertThat(dossier.variable("roll-out-team", "teamSize")).isEqualTo("20");
    }

    @Keeps("untrained-becomes-a-point")
    @Test
    @OnPostgresToo
    void fewerTrainedThanPlannedBecomesAPointOfWhoSeesToTheTraining() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");
        Task team = dossier.task("UserTask_PrepareTeam");
        dossier.complete(team, "project-lead", "teamReadiness", "ready", "floorWorks", "yes", "conditionsMet", "yes", "supportArranged", "yes")
                .complete("UserTask_CountTrained", "workersCount", "10", "trainedCount", "8", "trained", "De nachtdienst nog niet.");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).as("not before the team starts").isEmpty();
        dossier.complete("UserTask_GoLive", "goLiveOutcome", "live");

        Task point = dossier.task("UserTask_HandleOpenPoint");
        assertThat(point).hasCandidateGroup("hr");
        assertThat(tasks.getVariables(point.getId())).containsAllEntriesOf(Map.of("pointKind", "precondition",
                "pointText", "Training van Zonnehof (revalidatie): 8 van de 9 mensen zijn getraind. De nachtdienst nog niet.",
                "pointRaisedBy", "line-manager", "pointBefore", "secured", "pointDate", Calendar.dayAfterMonday(28),
                "teamId", "team-zonnehof"));
        dossier.complete("UserTask_HandleOpenPoint", "pointOutcome", "done").isWaitingAt("UserTask_ReadPointAnswer");
    }

    @ParameterizedTest
    @CsvSource({"9", "10"})
    void asManyAsPlannedIsNoPoint(String trained) {
        assertThat(walk.rollingOutIn("team-zonnehof").makeTeamsReady("trainedCount", trained).complete("UserTask_GoLive", "goLiveOutcome", "live")
                .history("open-point")).isEmpty();
    }

    @Test
    void planOfATeamCanChangeUntilItStarts() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "plan");
        dossier.complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                        Walk.list("team-zonnehof"), "trainingChoice", "needed", "procurementChoice", "needed", "itChoice", "needed")
                .complete("UserTask_PlanTeam", "teamSize", "16", "trainingCount", "16", "helpChoice", "notNeeded");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm");
        dossier.complete("UserTask_ArrangeTraining").arrangeProcurement("purchaseKind", "same").complete("UserTask_ArrangeIt").complete("UserTask_ArrangeCommunication")
                .complete("UserTask_ReadAdjustment");

        assertThat(tasks.getVariables(dossier.task("UserTask_PrepareTeam").getId())).containsEntry("teamSize", "16")
                .containsEntry("trainingCount", "16");
        assertThat(tasks.getVariables(dossier.task("UserTask_GiveTraining").getId())).as("the only one").containsEntry("trainingCount", "16");
    }
}
