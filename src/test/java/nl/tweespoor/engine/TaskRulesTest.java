package nl.tweespoor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every task, however it is completed: reasons, the login, the due date. */
@EngineTest
@OnPostgresToo
class TaskRulesTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    // No rejection and no deviation without a reason (invariants 3 and 5)

    @Test
    void opportunityIsNotRejectedWithoutAReason() {
        Dossier dossier = walk.identified().assess("selectionGround", "none");
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity", "selectionOutcome", "reject"))
                .hasStackTraceContaining("Vul nog in: Waarom besluit u dit; ");
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity",
                "selectionOutcome", "reject", "selectionReason", "  ", "lessonText", "Kies eerst een doel.",
                "lessonFollowUp", "none", "lessonNoChangeReason", "De toets vraagt dit al.")).hasStackTraceContaining("Vul nog in");
        dossier.isWaitingAt("UserTask_SelectOpportunity");
        dossier.submit("UserTask_SelectOpportunity", "selectionOutcome", "reject", "selectionReason", "Te duur.", "lessonText", "Kies eerst een doel.",
                "lessonFollowUp", "none", "lessonNoChangeReason", "De toets vraagt dit al.")
                .endedAt("EndEvent_Rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-", "\u2026", "?!", "\ud83d\udc4d", "n.v.t.", "nvt", "geen", "x", "ja", "Ok.", "zie boven",
            "Niet van toepassing.", "(n.v.t., zie hierboven)", "nvt nvt nvt nvt", "Geen."})
    void reasonSaysWhy(String reason) {
        Dossier dossier = walk.identified().assess("selectionGround", "none");
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity", "selectionOutcome", "reject",
                "selectionReason", reason)).hasStackTraceContaining("Geef een echte reden"
                + " (dus niet 'n.v.t.' of 'zie boven') bij: Waarom besluit u dit.");
        dossier.isWaitingAt("UserTask_SelectOpportunity");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "\u2026", "?!", "\ud83d\udc4d"})
    void answerHasWords(String answer) {
        Dossier dossier = walk.handedOver();
        assertThatThrownBy(() -> dossier.submit("UserTask_ReviewHandOver", "handOverOutcome", "return", "returnQuestions", answer))
                .hasStackTraceContaining("Antwoord met woorden bij: ");
        dossier.isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    void opportunityIsNotRejectedAtOnceWithoutAReason() {
        Dossier dossier = walk.reported();
        assertThatThrownBy(() -> dossier.complete("UserTask_IdentifyOpportunity",
                "identifyOutcome", "reject", "identifyReason", "")).hasStackTraceContaining("Vul nog in");
        dossier.isWaitingAt("UserTask_IdentifyOpportunity");
    }

    @Test
    void nothingIsStoppedWithoutAReason() {
        Dossier dossier = walk.feasible();
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideByHead", "continuationOutcome", "stop"))
                .hasStackTraceContaining("Vul nog in");
        dossier.isWaitingAt("UserTask_DecideByHead");
    }

    @Test
    void handOverIsNotReturnedWithoutQuestions() {
        Dossier dossier = walk.handedOver();
        assertThatThrownBy(() -> dossier.submit("UserTask_ReviewHandOver", "handOverOutcome", "return"))
                .hasStackTraceContaining("Vul nog in");
        dossier.isWaitingAt("UserTask_ReviewHandOver");
    }

    /** A default flow never approves (invariant 6). */
    @Test
    void emptySubmitDecidesNothing() {
        Dossier dossier = walk.assessed();
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity")).hasStackTraceContaining("Vul nog in");
        String task = dossier.task("UserTask_SelectOpportunity").getId();
        walk.login("head-of-innovation");
        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasStackTraceContaining("Vul nog in");
        engine.getIdentityService().clearAuthentication();
        dossier.isWaitingAt("UserTask_SelectOpportunity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "approve", "select "})
    void outcomeThatTheFormDoesNotOfferIsRefused(String outcome) {
        Dossier dossier = walk.assessed();
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity", "selectionOutcome", outcome,
                "selectionReason", "Reden genoeg", "selectionDeviationReason", "Reden genoeg", "priority", "high"));
        dossier.isWaitingAt("UserTask_SelectOpportunity");
    }

    @Test
    void deviatingFromTheAdviceNeedsAReason() {
        Dossier dossier = walk.assessed();
        assertThat(dossier.variable("selection", "selectionAdvice")).isEqualTo("select");
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity",
                "selectionOutcome", "reject", "selectionReason", "Past niet bij ons"))
                .hasStackTraceContaining("Vul nog in").hasStackTraceContaining("advies");
        dossier.isWaitingAt("UserTask_SelectOpportunity");
        dossier.submit("UserTask_SelectOpportunity", "selectionOutcome", "reject", "selectionReason", "Past niet bij ons",
                "selectionDeviationReason", "Het doel vervalt binnenkort", "lessonText", "Kies eerst een doel.",
                "lessonFollowUp", "none", "lessonNoChangeReason", "De toets vraagt dit al.").endedAt("EndEvent_Rejected");
    }

    @Test
    void submittedAdviceDoesNotReplaceTheAdviceOfTheTable() {
        Dossier dossier = walk.assessed();
        assertThatThrownBy(() -> dossier.submit("UserTask_SelectOpportunity", "selectionAdvice", "reject",
                "selectionOutcome", "reject", "selectionReason", "Past niet bij ons"));
        dossier.isWaitingAt("UserTask_SelectOpportunity");
    }

    // Who decided comes from the login (invariant 10)

    @Test
    void decisionIsRecordedOnTheNameOfWhoIsLoggedIn() {
        Dossier dossier = walk.identified().assess("selectionGround", "none").completeAs("auditor",
                "UserTask_SelectOpportunity", "selectionOutcome", "reject", "selectionReason", "Past niet bij ons");
        Map<String, String> decision = dossier.decisions().get(1);
        assertThat(decision).containsEntry("step", "Kans selecteren").containsEntry("by", "Auditor")
                .hasEntrySatisfying("outcome", outcome -> assertThat(outcome).startsWith("Afwijzen"))
                .containsEntry("reason", "Past niet bij ons");
    }

    @Test
    void submittedListOfDecisionsDoesNotReplaceTheRecordedOne() {
        Dossier dossier = walk.assessed();
        List<Map<String, String>> before = dossier.decisions();
        var fake = Spin.JSON("[{\"date\":\"01-01-2026\",\"step\":\"Kans selecteren\",\"outcome\":\"Selecteren\","
                + "\"by\":\"Raad van Bestuur\",\"reason\":\"\"}]");
        assertThatThrownBy(() -> dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select",
                "decisionLog", fake)).hasMessageContaining("niet: decisionLog");
        assertThat(dossier.isWaitingAt("UserTask_SelectOpportunity").decisions()).isEqualTo(before);
    }

    @Test
    void nobodyDecidesWithoutLogin() {
        Dossier dossier = walk.assessed();
        String task = dossier.task("UserTask_SelectOpportunity").getId();
        Map<String, Object> answers = Map.of("selectionOutcome", "select", "selectionReason", "Past goed bij ons",
                "priority", "high");
        assertThatThrownBy(() -> engine.getTaskService().complete(task, answers))
                .hasStackTraceContaining("Log in om deze taak af te ronden");
        assertThatThrownBy(() -> engine.getFormService().submitTaskForm(task, answers))
                .hasStackTraceContaining("Log in om deze taak af te ronden");
        dossier.isWaitingAt("UserTask_SelectOpportunity");
    }

    @Test
    void nothingButAnswersIsTakenFromWhoCompletesATask() {
        Dossier dossier = walk.assessed();
        Map<String, Object> submitted = Map.of("selectionOutcome", "select", "selectionReason", "Past goed bij ons",
                "priority", "high", "reporter", "board", "mandate", "head", "unknownToEveryForm", "x");
        String task = dossier.task("UserTask_SelectOpportunity").getId();
        walk.login("head-of-innovation");
        assertThatThrownBy(() -> engine.getTaskService().complete(task, submitted))
                .hasMessageContaining("reporter").hasMessageContaining("mandate")
                .hasMessageContaining("unknownToEveryForm");
        engine.getIdentityService().clearAuthentication();
        dossier.isWaitingAt("UserTask_SelectOpportunity");
        assertThat(dossier.variable("innovation", "priority")).isNull();
        assertThat(dossier.variable("innovation", "reporter")).isNull();
        assertThat(dossier.variable("innovation", "mandate")).isNull();
        assertThat(dossier.variable("innovation", "unknownToEveryForm")).isNull();
    }

    // Old answers

    @Test
    void answerThatIsNoLongerAskedDoesNotSurvive() {
        walk.clockStandsStill();
        Dossier dossier = walk.identified().assess("selectionGround", "legalDuty", "legalBasis", "Wet zorg en dwang")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "strategyChange")
                .timePassesUntil("IntermediateEvent_ParkingEnded")
                .assess();
        assertThat(dossier.variable("selection", "legalBasis")).isNull();
        assertThat(dossier.variable("selection", "goalsSummary"))
                .isEqualTo("Rustiger nachten voor cliënten en nachtdienst");
    }

    @Test
    void answerToAHiddenQuestionIsNotKept() {
        Dossier dossier = walk.identified().assess("selectionGround", "none");
        assertThatThrownBy(() -> dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "reject",
                "priority", "high", "parkUntil", "2027-01-01"))
                .hasMessageContaining("Laat leeg").hasMessageContaining("Op welke datum komt de kans terug");
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "reject", "priority", null);
        assertThat(dossier.variable("innovation", "priority")).isNull();
        assertThat(dossier.variable("innovation", "parkUntil")).isNull();
    }

    @Test
    void decisionIsTakenAnewEachTime() {
        Dossier dossier = walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "moreResearch")
                .complete("UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
        assertThat(dossier.variable("feasibility", "continuationOutcome")).isNull();
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideByHead")).hasStackTraceContaining("Vul nog in");
        assertThat(dossier.decisions()).filteredOn("step", "Beslissen over vervolg").hasSize(1);
    }

    // Nothing waits for ever (invariant 4)

    @Test
    void dueDateOfEveryTaskComesFromThePeriods() {
        walk.clockStandsStill();
        walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        walk.reportedBy("head-of-innovation").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn")
                .assess().complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible");
        walk.identified().assess("selectionGround", "none").complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        walk.beingTested().completeTests("privacyRisk", "high").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
        walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot").complete("UserTask_RunPilot");
        Dossier late = walk.decided();
        late.fire(late.timer("BoundaryEvent_HandOverLate"));
        Dossier returnedTwice = walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        returnedTwice.complete("UserTask_SettleDisagreement", "settleOutcome", "proceed");

        Map<String, Object> seen = new TreeMap<>();
        engine.getHistoryService().createHistoricTaskInstanceQuery().list().forEach(task -> {
            UserTask model = engine.getRepositoryService().getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            seen.put(task.getTaskDefinitionKey(), task);
            if (!"UserTask_RunPilot".equals(task.getTaskDefinitionKey())) {
                assertThat(task.getDueDate()).as(task.getName())
                        .isEqualTo(walk.afterPeriodOf(model.getCamundaFormRef()));
            }
        });
        for (String process : List.of("innovation", "selection", "feasibility", "privacy", "pilot", "hand-over",
                "answer-reporter")) {
            String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                    .processDefinitionKey(process).latestVersion().singleResult().getId();
            // CouncilInInnovationTest waits the month after which a pilot is planned anew.
            assertThat(seen.keySet()).containsAll(engine.getRepositoryService().getBpmnModelInstance(definition)
                    .getModelElementsByType(UserTask.class).stream().map(UserTask::getId).filter(id -> !id.equals("UserTask_PlanPilotAnew")).toList());
        }
    }

    // A subprocess belongs to a dossier

    @ParameterizedTest
    @ValueSource(strings = {"feasibility", "privacy", "pilot", "hand-over", "preparation", "weight-choice", "planning", "arrangements", "roll-out",
            "roll-out-team", "raise-points", "point-gate", "selection", "lasting-evaluation", "lessons", "evaluation", "hand-over-change",
            "plan-approval", "procurement", "hand-over-review", "team-plan", "updates", "stand-up"})
    void calledProcessIsNotStartedOnItsOwn(String process) {
        var runtime = engine.getRuntimeService();
        walk.loginAsAdministrator();
        Map<String, Object> variables = Variables.putValue("dossierNumber", "I-2026-0001");
        String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult().getId();
        String end = engine.getRepositoryService().getBpmnModelInstance(definition)
                .getModelElementsByType(EndEvent.class).iterator().next().getId();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(process, "I-2026-0001", variables))
                .hasStackTraceContaining("niet: dossierNumber");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(process, "I-2026-0001"))
                .hasStackTraceContaining("begint alleen vanuit een dossier");
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey(process).setVariables(variables)
                .startBeforeActivity(end).execute(true, true))
                .hasStackTraceContaining("Een proces begint bij het begin");
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().count()).isZero();
    }
}
