package nl.tweespoor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.walk.TestDatabase;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The demo as it stands after its first start: in a context of its own, with the dossiers that other tests leave out. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false",
        "tweespoor.test.database.name=demo-dossiers"})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
class DemoDossiersTest {

    @Autowired
    RuntimeService runtimeService;
    @Autowired
    TaskService taskService;
    @Autowired
    HistoryService historyService;
    @Autowired
    ManagementService managementService;
    @Autowired
    DemoDossiers demoDossiers;

    @Test
    void everyDossierStandsInAPhaseOfItsOwn() {
        assertThat(phases()).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("Poetsen lukt niet bij cliënten met dementie", Set.of("UserTask_IdentifyOpportunity")),
                Map.entry("Te weinig drinken op warme dagen", Set.of("UserTask_AssessOpportunity")),
                Map.entry("Rugklachten door bukken bij het wassen", Set.of("Gateway_Parked")),
                Map.entry("Lange wachttijd in het restaurant", Set.of("EndEvent_Rejected")),
                Map.entry("Naasten kunnen het zorgplan niet inzien", Set.of("UserTask_TestFinance",
                        "UserTask_TestTechnology", "UserTask_ScanPrivacy", "UserTask_GaugeSupport")),
                Map.entry("Onrust in de huiskamer aan het eind van de middag", Set.of("UserTask_RunPilot")),
                Map.entry("Een uur per dienst kwijt aan rapporteren", Set.of("UserTask_DecideByBoard")),
                Map.entry("Verdwaald tijdens een wandeling", Set.of("Gateway_HandOverAnswer", "UserTask_ReviewHandOver",
                        "UserTask_ReadCouncilMessage")),
                Map.entry("Te vaak wekken om materiaal te verschonen", Set.of("UserTask_AnswerQuestions")),
                Map.entry("Onnodig naar het ziekenhuis met een wond", Set.of("UserTask_AnalyseTargetGroups")),
                Map.entry("Papieren lijsten voor medicatie kloppen niet", Set.of("UserTask_ArrangeTraining",
                        "UserTask_ArrangeProcurement", "UserTask_ArrangeCommunication")),
                Map.entry("Medicijnen thuis op het verkeerde moment", Set.of("UserTask_PrepareTeam", "UserTask_GoLive",
                        "UserTask_MeasureUse", "UserTask_HoldStandUp", "UserTask_HandleOpenPoint", "IntermediateEvent_HelpOver",
                        "UserTask_TellUpdate", "UserTask_PlanPoll", "UserTask_GiveTraining")),
                Map.entry("Cliënten worden wakker van de nachtronde", Set.of("IntermediateEvent_MomentReached")),
                Map.entry("Veel reistijd voor korte bezoeken", Set.of("UserTask_ReviewBelowNorm")),
                Map.entry("Zoeken naar sleutels van cliënten", Set.of("IntermediateEvent_YearPassed")),
                Map.entry("Wachten op een arts die moet meekijken", Set.of("UserTask_DecideLesson"))));
    }

    @Test
    void everyGroupThatNormallyHasWorkFindsWork() {
        assertThat(Set.of("board", "management-team", "head-of-innovation", "head-of-implementation", "project-lead",
                "line-manager", "care-professional", "employee", "it", "finance", "privacy-quality", "hr",
                "procurement", "communications")).allSatisfy(group -> assertThat(taskService.createTaskQuery()
                .taskCandidateGroup(group).includeAssignedTasks().active().count()
                + taskService.createTaskQuery().taskAssignee(group).active().count()).isPositive());
    }

    @Test
    void someWorkIsOverdue() {
        assertThat(taskService.createTaskQuery().dueBefore(ClockUtil.getCurrentTime()).count()).isBetween(3L, 12L);
    }

    @Test
    void nothingIsBrokenOrLate() {
        assertThat(runtimeService.createIncidentQuery().count()).isZero();
        // At night the engine's own clean-up is due too.
        assertThat(managementService.createJobQuery().executable().duedateLowerThan(ClockUtil.getCurrentTime()).list())
                .extracting(Job::getProcessInstanceId).allSatisfy(process -> assertThat(process).isNull());
        assertThat(managementService.createJobQuery().messages().count()).isZero();
    }

    @Test
    void everyDossierHasANumberOfItsOwn() {
        assertThat(historyService.createHistoricProcessInstanceQuery().processDefinitionKey("innovation").list())
                .extracting(HistoricProcessInstance::getBusinessKey).doesNotHaveDuplicates();
    }

    @Test
    void historyLiesBehindUsAndTheClockRuns() {
        assertThat(Duration.between(ClockUtil.getCurrentTime().toInstant(), Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(5));
        assertThat(historyService.createHistoricActivityInstanceQuery()
                .startedAfter(ClockUtil.getCurrentTime()).count()).isZero();
    }

    @Test
    void aSecondStartAddsNothing() {
        long before = historyService.createHistoricProcessInstanceQuery().count();
        demoDossiers.run(null);
        assertThat(historyService.createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void aStartGoesOnWhereTheOneBeforeWasInterrupted() {
        Map<String, Set<String>> before = phases();
        HistoricProcessInstance newest = historyService.createHistoricProcessInstanceQuery()
                .processDefinitionKey("innovation").orderByProcessInstanceBusinessKey().desc().listPage(0, 1).get(0);
        runtimeService.deleteProcessInstance(newest.getId(), "not yet made");
        historyService.deleteHistoricProcessInstance(newest.getId());
        managementService.setProperty(DemoDossiers.DONE, String.valueOf(before.size() - 1));

        demoDossiers.run(null);

        assertThat(phases()).isEqualTo(before);
        assertThat(managementService.getProperties()).containsEntry(DemoDossiers.DONE, String.valueOf(before.size()));
    }

    private Map<String, Set<String>> phases() {
        return historyService.createHistoricProcessInstanceQuery().processDefinitionKey("innovation").list().stream()
                .collect(Collectors.toMap(this::titleOf, dossier -> phase(dossier.getBusinessKey())));
    }

    private String titleOf(HistoricProcessInstance dossier) {
        return (String) historyService.createHistoricVariableInstanceQuery().processInstanceId(dossier.getId())
                .variableName("title").list().stream().map(HistoricVariableInstance::getValue).findFirst().orElseThrow();
    }

    /** Where a dossier waits; the end event of its last process when it waits nowhere. */
    private Set<String> phase(String number) {
        Set<String> waiting = activities(number).stream()
                .filter(activity -> activity.getEndTime() == null)
                .filter(activity -> !Set.of("callActivity", "subProcess", "multiInstanceBody",
                        "parallelGateway").contains(activity.getActivityType()))
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        return !waiting.isEmpty() ? waiting : activities(number).stream()
                .filter(activity -> activity.getActivityId().startsWith("EndEvent_"))
                .filter(activity -> Set.of("innovation", "implementation").contains(activity.getProcessDefinitionKey()))
                .max(Comparator.comparing(HistoricActivityInstance::getEndTime)).stream()
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
    }

    private List<HistoricActivityInstance> activities(String number) {
        return historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .filter(instance -> !"answer-reporter".equals(instance.getProcessDefinitionKey()))
                .flatMap(instance -> historyService.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
