package nl.tweespoor.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.LedgerVerifier;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** What the engine does stands in the ledger: all of it, once, and only when it really happened. */
@EngineTest
@OnPostgresToo
class RecordingTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    LedgerReader ledger;
    @Autowired
    LedgerVerifier verifier;
    @Autowired
    TransactionOperations transaction;

    @AfterEach
    void chainsAreWhole() {
        assertThat(verifier.verify().findings()).isEmpty();
    }

    @Test
    void reportAndEveryTaskOfBothTracksAreEntries() {
        Dossier dossier = walk.accepted();

        List<Recorded> entries = ledger.entries(dossier.number());
        assertThat(entries).first().satisfies(report -> {
            assertThat(report.kind()).isEqualTo("start");
            assertThat(report.step().process()).isEqualTo("innovation");
            assertThat(report.actor()).isEqualTo("employee");
            assertThat(report.values()).containsKeys("title", "problem").containsEntry("done-by", "Medewerker");
        });
        assertThat(entries).filteredOn(entry -> entry.kind().equals("task")).extracting(entry -> entry.facts().get("task-id"))
                .containsExactlyInAnyOrderElementsOf(engine.getHistoryService().createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(dossier.number()).taskDeleteReason("completed").list().stream()
                        .map(HistoricTaskInstance::getId).toList());
        assertThat(entries).filteredOn(entry -> entry.kind().equals("message")).extracting(entry -> entry.facts().get("message"))
                .contains("HandOver", "HandOverAccepted");
        assertThat(entries).extracting(Recorded::sequence)
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, entries.size()).boxed().toList());
    }

    @Test
    void decisionHasItsGroundsItsAdviceAndItsReason() {
        Dossier dossier = walk.assessed();
        Recorded advice = last(dossier, "advice");
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "selectionReason", "Eerst de verbouwing");

        assertThat(advice.facts()).containsEntry("advice", "select");
        assertThat(advice.basis()).singleElement().satisfies(table -> {
            assertThat(table.kind()).isEqualTo("dmn");
            assertThat(table.sha256()).hasSize(64);
        });
        Recorded decision = last(dossier, "task");
        assertThat(decision.outcome()).isEqualTo("notNow");
        assertThat(decision.advice()).isEqualTo("select");
        assertThat(decision.againstAdvice()).isTrue();
        assertThat(decision.groups()).containsExactly("head-of-innovation");
        assertThat(decision.values()).containsEntry("selectionReason", "Eerst de verbouwing");
        assertThat(decision.facts()).containsEntry("reason-in", "selectionReason");
        assertThat(decision.basis()).extracting(Entry.Basis::kind).containsExactly("bpmn", "form");
        assertThat(decision.step().version()).isPositive();
    }

    @Test
    void adviceThatIsFollowedIsNoDeviation() {
        assertThat(last(walk.selected(), "task").againstAdvice()).isFalse();
    }

    @Test
    void whatIsUndoneIsNotInTheLedger() {
        Dossier dossier = walk.reported();
        int before = ledger.entries(dossier.number()).size();
        transaction.executeWithoutResult(status -> {
            dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
            status.setRollbackOnly();
        });

        dossier.isWaitingAt("UserTask_IdentifyOpportunity");
        assertThat(ledger.entries(dossier.number())).hasSize(before);
    }

    @Test
    void refusalIsInTheLedgerThoughAllElseIsUndone() {
        Dossier dossier = walk.reported();
        Task task = dossier.task("UserTask_IdentifyOpportunity");
        engine.getIdentityService().setAuthentication("head-of-innovation", List.of("head-of-innovation"));
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task.getId(), "finance"))
                .hasRootCauseInstanceOf(Refusal.class);
        engine.getIdentityService().clearAuthentication();

        Recorded refusal = last(dossier, "refusal");
        assertThat(refusal.actor()).isEqualTo("head-of-innovation");
        assertThat(refusal.step().element()).isEqualTo("UserTask_IdentifyOpportunity");
        assertThat(refusal.values().get("sentence")).contains("finance hoort daar niet bij");
        assertThat(dossier.task("UserTask_IdentifyOpportunity").getAssignee()).isNull();
    }

    @Test
    void whateverAnAdministratorDoesToARunningDossierIsInTheLedger() {
        Dossier dossier = walk.reported();
        Task task = dossier.task("UserTask_IdentifyOpportunity");
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "title", "Anders");
        engine.getTaskService().setDueDate(task.getId(), new java.util.Date());
        engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());
        engine.getRuntimeService().activateProcessInstanceById(task.getProcessInstanceId());
        engine.getRuntimeService().createProcessInstanceModification(task.getProcessInstanceId())
                .cancelAllForActivity("UserTask_IdentifyOpportunity").startBeforeActivity("UserTask_IdentifyOpportunity").execute();
        engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "opgeruimd");
        engine.getIdentityService().clearAuthentication();

        assertThat(ledger.entries(dossier.number())).filteredOn(entry -> entry.kind().equals("operation"))
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("admin")).extracting(Recorded::outcome)
                .contains("SetVariable", "SetDueDate", "Suspend", "Activate", "ModifyProcessInstance", "Delete");
    }

    /** A fact stays for ever; the actor says who it was. */
    @Test
    void whomTheModelNamedIsNoFact() {
        Dossier dossier = walk.reportedBy("finance").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        engine.getIdentityService().setAuthentication("finance", List.of("finance"));
        engine.getFormService().submitTaskForm(dossier.task("UserTask_ReadAnswer").getId(), Map.of());
        engine.getIdentityService().clearAuthentication();

        Recorded read = last(dossier, "task");
        assertThat(read.actor()).isEqualTo("finance");
        assertThat(read.facts()).doesNotContainKey("task-groups").doesNotContainValue("finance");
    }

    @Test
    void timerThatGoesOffIsInTheLedger() {
        Dossier dossier = walk.assessed()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "selectionReason", "Later dit jaar",
                        "notNowUntil", "strategyChange");
        dossier.timePassesUntil("IntermediateEvent_ParkingEnded");

        Recorded timer = last(dossier, "timer");
        assertThat(timer.actor()).isNull();
        assertThat(timer.step().element()).isEqualTo("IntermediateEvent_ParkingEnded");
    }

    @Test
    void deploymentByAPersonIsInTheLedgerWithTheHashOfEachFile() {
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        String id = engine.getRepositoryService().createDeployment().name("nieuwe tekst").addInputStream("tekst.txt",
                new java.io.ByteArrayInputStream("goed".getBytes(StandardCharsets.UTF_8))).deploy().getId();
        engine.getRepositoryService().deleteDeployment(id);
        engine.getIdentityService().clearAuthentication();

        assertThat(ledger.entries(Entry.NO_DOSSIER)).filteredOn(entry -> entry.kind().equals("deployment")).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("admin");
                    assertThat(entry.facts()).containsExactly(Map.entry("deployment", id));
                    assertThat(entry.values()).as("what someone typed can go").containsEntry("name", "nieuwe tekst");
                    // By another program: printf goed | sha256sum
                    assertThat(entry.basis()).extracting(Entry.Basis::sha256).containsExactly("a887c9e57126943c3c630cf119961a9e63db998d66a18b8acc84efd71233ede6");
                });
        assertThat(ledger.entries(Entry.NO_DOSSIER)).filteredOn(entry -> entry.kind().equals("operation"))
                .extracting(Recorded::outcome).contains("Delete");
    }

    @Test
    void whatIsGivenInAdminIsInTheLedger() {
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        engine.getIdentityService().createMembership("employee", "finance");
        engine.getIdentityService().deleteMembership("employee", "finance");
        engine.getIdentityService().clearAuthentication();

        assertThat(ledger.entries(Entry.NO_DOSSIER)).filteredOn(entry -> entry.kind().equals("operation"))
                .extracting(entry -> entry.actor() + " " + entry.outcome() + " " + entry.facts().get("object"))
                .contains("admin Create Group membership", "admin Delete Group membership");
    }

    private Recorded last(Dossier dossier, String kind) {
        List<Recorded> entries = ledger.entries(dossier.number()).stream().filter(entry -> entry.kind().equals(kind)).toList();
        assertThat(entries).as(kind).isNotEmpty();
        return entries.get(entries.size() - 1);
    }
}
