package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What must hold over a whole dossier. */
@EngineTest
@OnPostgresToo
class TraceabilityTest {

    @Autowired
    Walk walk;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    HistoryService history;

    @Test
    void whatWasHandedOverIsStillTheSameWhenTheDossierIsSecured() {
        Dossier dossier = walk.handedOver();
        Map<String, Object> handedOver = new TreeMap<>(runtime.getVariables(
                dossier.running("implementation").get(0).getId()));
        handedOver.keySet().retainAll(handedOverNames());
        assertThat(handedOver).containsKeys("title", "goalsSummary", "wantedResult", "resultIndicator",
                "handOverBudget", "strategyVersion");

        secure(dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept"));

        assertThat(handedOver.keySet()).allSatisfy(name ->
                assertThat(String.valueOf(dossier.variable("implementation", name))).as(name)
                        .isEqualTo(String.valueOf(handedOver.get(name))));
    }

    @Test
    void everyTaskHasADueDateAfterItWasCreated() {
        Dossier dossier = secure(walk.accepted());

        List<HistoricTaskInstance> tasks = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(dossier.number()).list();
        assertThat(tasks).hasSizeGreaterThan(25).allSatisfy(task ->
                assertThat(task.getDueDate()).as(task.getName()).isAfter(task.getStartTime()));
    }

    /** Only in an absence, which is no dossier, and where someone hears of their own point, a task is of one person instead of a group. */
    @Test
    void noModelHasATaskWithoutAGroupAFormAndADueDate() {
        List<UserTask> tasks = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition -> repository.getBpmnModelInstance(definition.getId())
                        .getModelElementsByType(UserTask.class).stream()).toList();

        assertThat(tasks).hasSizeGreaterThan(40).allSatisfy(task -> assertThat(List.of(task.getId(),
                String.valueOf(task.getCamundaDueDate()), String.valueOf(task.getCamundaCandidateGroups() != null
                        ? task.getCamundaCandidateGroups() : task.getCamundaAssignee()),
                String.valueOf(task.getCamundaFormRef()))).doesNotContain("null"));
        assertThat(tasks).filteredOn(task -> task.getCamundaCandidateGroups() == null)
                .extracting(UserTask::getId).containsExactlyInAnyOrder("UserTask_ReadAnswer", "UserTask_ChooseStandIn",
                        "UserTask_AnswerStandIn", "UserTask_StopStandIn", "UserTask_ReadPointAnswer", "UserTask_ChoosePointDossier", "UserTask_AnswerPoll");
    }

    @Test
    void decisionsOfBothTracksStandInOneListInOrder() {
        Dossier dossier = secure(walk.accepted());

        assertThat(dossier.decisions()).extracting(decision -> decision.get("step"),
                        decision -> decision.get("by"))
                .containsExactly(
                        tuple("Kans verkennen", "Hoofd Innovatie"),
                        tuple("Kans selecteren", "Hoofd Innovatie"),
                        tuple("Bevindingen wegen", "Hoofd Innovatie"),
                        tuple("Conclusie opstellen", "Hoofd Innovatie"),
                        tuple("Beslissen over vervolg", "Hoofd Innovatie"),
                        tuple("Overdracht beoordelen", "Hoofd Implementatie"),
                        tuple("Zwaarte en stappen kiezen", "Hoofd Implementatie"),
                        tuple("Agendaruimte toezeggen", "Teammanager"),
                        tuple("Implementatieplan goedkeuren", "Hoofd Implementatie"),
                        tuple("Implementatieplan bevestigen", "Teammanager"),
                        tuple("Koers kiezen", "Projectleider"),
                        tuple("Team klaarmaken: Zonnehof (revalidatie)", "Projectleider"),
                        tuple("Koers kiezen", "Projectleider"),
                        tuple("Eigenaarschap accepteren", "Teammanager"));
    }

    @Test
    void whatTheManagementTeamDecidesOnAPointStandsInTheList() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live").complete("UserTask_GiveFeedback", "feedbackOutcome", "barrier")
                .complete("UserTask_HandleOpenPoint", "pointOutcome", "cannot")
                .complete("UserTask_DecideOnOpenPoint", "pointDecision", "accepted");

        assertThat(dossier.decisions()).extracting(decision -> decision.get("step"))
                .contains("Beslissen over open punt: Zonnehof (revalidatie)");
    }

    @Test
    void whatWasHandedOverIsNotOverwrittenByAnAnswerThatWasNotAsked() {
        Dossier dossier = walk.accepted().chooseWeight("extended");
        Object wanted = dossier.variable("implementation", "wantedResult");

        assertThatThrownBy(() -> dossier.complete("UserTask_FormTeam", "wantedResult", "Iets anders."))
                .hasMessageContaining("niet: wantedResult");
        dossier.formTeam().grantRoom();
        assertThat(dossier.variable("implementation", "wantedResult")).isEqualTo(wanted);
    }

    @Test
    void dossierThatWaitsForItsPlanCanBeCancelled() {
        Dossier dossier = walk.analysed();

        runtime.deleteProcessInstance(dossier.running("implementation").get(0).getId(), "not needed any more");
        assertThat(dossier.running("implementation")).isEmpty();
        assertThat(dossier.running("planning")).isEmpty();
    }

    private static Dossier secure(Dossier accepted) {
        accepted.chooseWeight("extended").formTeam()
                .grantRoom()
                .analysePractice()
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof"),
                        "trainingChoice", "needed", "procurementChoice", "needed", "itChoice", "needed")
                .complete("UserTask_ArrangeTraining").arrangeProcurement()
                .complete("UserTask_ArrangeIt").complete("UserTask_ArrangeCommunication")
                .timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp")
                .timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "goOn")
                .makeTeamsReady().complete("UserTask_GoLive", "goLiveOutcome", "live")
                .complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9")
                .evaluate("evaluationOutcome", "goOn")
                .secure("lineOwner", "line-manager/line-manager")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
        for (int moment = 1; moment <= 3; moment++) {
            accepted.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes");
        }
        return accepted.complete("UserTask_RecordLessons", "lessonOutcome", "none").endedAt("EndEvent_Secured");
    }

    /** What crosses is only read. */
    private List<String> handedOverNames() {
        String handOver = repository.createProcessDefinitionQuery().processDefinitionKey("hand-over")
                .latestVersion().singleResult().getId();
        IntermediateThrowEvent handedOver = repository.getBpmnModelInstance(handOver)
                .getModelElementById("IntermediateEvent_HandedOver");
        return handedOver.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class)
                .singleResult().getCamundaInputParameters().stream().map(CamundaInputParameter::getCamundaName)
                .toList();
    }
}
