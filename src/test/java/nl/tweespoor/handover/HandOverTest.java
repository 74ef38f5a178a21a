package nl.tweespoor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one bridge between the two processes: no implementation without a hand-over, and one for each (invariant 1). */
@EngineTest
@OnPostgresToo
class HandOverTest {

    private static final String NO_HAND_OVER = "begint alleen met een overdracht uit Innovatie";
    private static final String HALFWAY = "Een proces begint bij het begin";

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Test
    void handOverStartsOneImplementationInTheSameTransaction() {
        Dossier dossier = walk.handedOver();
        assertThat(dossier.history("implementation")).hasSize(1);
        dossier.isWaitingOnlyAt("Gateway_HandOverAnswer", "UserTask_ReviewHandOver");
    }

    @Keeps("conditions-go-along")
    @Test
    void handOverBringsGoalsResultAndConditions() {
        Dossier dossier = walk.decided().complete("UserTask_PrepareHandOver", "wantedResult", "Rustige nachten",
                "resultIndicator", "Rondes per nacht", "urgency", null);
        for (String crossing : List.of("title", "mainGoal", "goalsSummary", "priority", "strategyVersion",
                "wantedResult", "resultIndicator", "handOverBudget", "dossierNumber")) {
            assertThat(dossier.variable("implementation", crossing)).as(crossing).isNotNull()
                    .hasToString(dossier.variable("hand-over", crossing).toString());
        }
    }

    @Test
    void handOverThatImplementationCannotReceiveDoesNotHappen() {
        Dossier dossier = walk.decided();
        engine.getRepositoryService().suspendProcessDefinitionByKey("implementation");
        try {
            assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver"))
                    .hasStackTraceContaining("Cannot correlate message 'HandOver'");
        } finally {
            engine.getRepositoryService().activateProcessDefinitionByKey("implementation");
        }
        dossier.isWaitingOnlyAt("UserTask_PrepareHandOver");
        assertThat(handOversOf(dossier)).isZero();
        dossier.complete("UserTask_PrepareHandOver").isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    void twoWhoHandOverAtTheSameTimeStartOneImplementation() throws Exception {
        Dossier dossier = walk.decided();
        Task task = dossier.task("UserTask_PrepareHandOver");
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<Boolean> handOver = () -> {
            both.await();
            try {
                dossier.complete(task, "head-of-innovation");
                return true;
            } catch (RuntimeException tooLate) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = threads.submit(handOver);
            Future<Boolean> other = threads.submit(handOver);
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
        assertThat(dossier.history("implementation")).hasSize(1);
        assertThat(handOversOf(dossier)).isEqualTo(1);
    }

    private int handOversOf(Dossier dossier) {
        return jdbc.sql("select count(*) from hand_over where dossier_number = :number")
                .param("number", dossier.number()).query(Integer.class).single();
    }

    // However an implementation without a hand-over is tried

    private void isRefused(String because, ThrowingCallable start) {
        long before = engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey("implementation").count();
        walk.loginAsAdministrator();
        assertThatThrownBy(start).hasStackTraceContaining(because);
        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery()
                .processDefinitionKey("implementation").count()).isEqualTo(before);
    }

    @Test
    void implementationIsNotStartedByKey() {
        String number = walk.decided().number();
        isRefused(NO_HAND_OVER,
                () -> engine.getRuntimeService().startProcessInstanceByKey("implementation"));
        isRefused(NO_HAND_OVER,
                () -> engine.getRuntimeService().startProcessInstanceByKey("implementation", number));
    }

    @Test
    void implementationIsNotStartedByTheMessageWithoutAHandOver() {
        String number = walk.decided().number();
        isRefused(NO_HAND_OVER, () -> engine.getRuntimeService()
                .startProcessInstanceByMessage("HandOver", number));
        isRefused(NO_HAND_OVER, () -> engine.getRuntimeService().createMessageCorrelation("HandOver")
                .processInstanceBusinessKey(number).correlate());
        isRefused(NO_HAND_OVER, () -> engine.getRuntimeService()
                .startProcessInstanceByMessage("HandOver"));
    }

    @Test
    void implementationIsNotStartedWithAHandOverOfOnesOwn() {
        String number = walk.decided().number();
        isRefused("niet: handOverBasis", () -> engine.getRuntimeService()
                .startProcessInstanceByMessage("HandOver", number, Map.of("handOverBasis", "proposal")));
        isRefused("niet: handOverBasis", () -> engine.getRuntimeService().createMessageCorrelation("HandOver")
                .processInstanceBusinessKey(number).setVariableLocal("handOverBasis", "proposal").correlate());
        isRefused("niet: handOverBasis", () -> engine.getRuntimeService().createMessageCorrelation("HandOver")
                .processInstanceBusinessKey(number).setVariables(Map.of("handOverBasis", "proposal")).correlateAll());
    }

    @Test
    void oneHandOverIsNotTakenTwice() {
        String number = walk.handedOver().number();
        isRefused(NO_HAND_OVER, () -> engine.getRuntimeService()
                .startProcessInstanceByMessage("HandOver", number));
    }

    @Test
    void implementationIsNotStartedInTheMiddle() {
        String number = walk.decided().number();
        for (boolean skip : List.of(false, true)) {
            isRefused(HALFWAY, () -> engine.getRuntimeService().createProcessInstanceByKey("implementation")
                    .businessKey(number).setVariable("dossierNumber", number)
                    .startBeforeActivity("UserTask_AnalysePractice").execute(skip, skip));
        }
    }

    /** Whoever may report could otherwise begin at the hand-over, past all decisions. */
    @ParameterizedTest
    @CsvSource({"innovation, StartEvent_OpportunityReported, CallActivity_HandOver",
        "hand-over, StartEvent_ContinuationDecided, IntermediateEvent_HandedOver",
        "hand-over, StartEvent_ContinuationDecided, UserTask_PrepareHandOver"})
    void innovationIsNotStartedInTheMiddle(String process, String start, String activity) {
        for (boolean skip : List.of(false, true)) {
            isRefused(HALFWAY, () -> engine.getRuntimeService().createProcessInstanceByKey(process)
                    .setVariable("handOverBasis", "proposal").setVariable("dossierNumber", "I-2026-9999")
                    .startBeforeActivity(start).startBeforeActivity(activity)
                    .execute(skip, skip));
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void returnedImplementationIsNotRestarted() {
        Dossier dossier = walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        var returned = dossier.history("implementation").get(0);
        isRefused(HALFWAY, () -> engine.getRuntimeService()
                .restartProcessInstances(returned.getProcessDefinitionId()).processInstanceIds(returned.getId())
                .startBeforeActivity("UserTask_AnalysePractice").skipCustomListeners().execute());
    }

    // Accepted, or returned with questions

    @Test
    void acceptedHandOverGoesOnInImplementation() {
        Dossier dossier = walk.accepted();
        assertThat(dossier.innovation()).isEnded().hasPassed("EndEvent_HandedOver");
        assertThat(dossier.hasPassed("IntermediateEvent_HandOverAccepted")).isTrue();
        dossier.isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void innovationKeepsWhatWasAgreedInTheHandOver() {
        Dossier dossier = returned().complete("UserTask_AnswerQuestions", "handOverMandate", "Vrij tot de zomer")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept");
        assertThat(dossier.variable("innovation", "handOverMandate")).isEqualTo("Vrij tot de zomer");
        assertThat(dossier.variable("innovation", "returnQuestions")).isEqualTo("Wie betaalt het beheer?");
    }

    @Test
    void cancelledInnovationHandsNothingOver() {
        Dossier dossier = walk.decided();
        engine.getRuntimeService().deleteProcessInstance(dossier.innovation().getId(), "not needed any more");
        dossier.isWaitingOnlyAt();
        assertThat(dossier.running("hand-over")).isEmpty();
    }

    @Test
    void cancelledHandOverLeavesNoInnovationThatWaitsForEver() {
        Dossier dossier = walk.decided();
        engine.getRuntimeService().deleteProcessInstance(dossier.running("hand-over").get(0).getId(), "not needed");
        assertThat(dossier.running("innovation")).isEmpty();
    }

    private Dossier returned() {
        return walk.handedOver().complete("UserTask_ReviewHandOver",
                "handOverOutcome", "return", "returnQuestions", "Wie betaalt het beheer?");
    }

    private Dossier returnedTwice() {
        return returned().complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return", "returnQuestions", "Nog niet helder");
    }

    @Test
    void returnedHandOverComesBackAsATaskWithTheQuestions() {
        Dossier dossier = returned().endedAt("EndEvent_HandOverReturned");
        dossier.isWaitingOnlyAt("UserTask_AnswerQuestions");
        assertThat(dossier.task("UserTask_AnswerQuestions")).hasCandidateGroup("head-of-innovation");
        assertThat(dossier.variable("hand-over", "returnQuestions")).isEqualTo("Wie betaalt het beheer?");
    }

    @Test
    void answeredQuestionsAreHandedOverAgain() {
        Dossier dossier = returned().complete("UserTask_AnswerQuestions",
                "handOverAnswers", "De teams", "handOverMandate", "Vrij tot de zomer");
        dossier.isWaitingOnlyAt("Gateway_HandOverAnswer", "UserTask_ReviewHandOver");
        assertThat(dossier.history("implementation")).hasSize(2);
        assertThat(dossier.variable("implementation", "handOverAnswers")).isEqualTo("De teams");
        assertThat(dossier.variable("implementation", "handOverMandate")).isEqualTo("Vrij tot de zomer");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").endedAt("EndEvent_HandedOver");
    }

    @Keeps("second-return-is-for-the-board")
    @Test
    void secondDisagreementGoesToTheBoard() {
        Dossier dossier = returnedTwice();
        dossier.isWaitingOnlyAt("UserTask_SettleDisagreement");
        assertThat(dossier.task("UserTask_SettleDisagreement")).hasCandidateGroup("board");
        assertThat(dossier.variable("hand-over", "returnQuestions")).isEqualTo("Nog niet helder");
    }

    @Test
    void boardDecidesToProceedAndImplementationTakesItOn() {
        Dossier dossier = returnedTwice().complete("UserTask_SettleDisagreement", "settleOutcome", "proceed");
        dossier.isWaitingOnlyAt("Gateway_HandOverAnswer", "UserTask_TakeOnHandOver");
        dossier.complete("UserTask_TakeOnHandOver").endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void boardAsksToReviseAndTheHandOverIsReviewedAgain() {
        Dossier dossier = returnedTwice().complete("UserTask_SettleDisagreement", "settleOutcome", "revise");
        dossier.isWaitingOnlyAt("UserTask_AnswerQuestions");
        dossier.complete("UserTask_AnswerQuestions").isWaitingAt("UserTask_ReviewHandOver");
        assertThat(dossier.waitsAt()).doesNotContain("UserTask_TakeOnHandOver");
    }

    @Test
    void thirdDisagreementGoesToTheBoardAgain() {
        returnedTwice().complete("UserTask_SettleDisagreement", "settleOutcome", "revise")
                .complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .isWaitingAt("UserTask_SettleDisagreement");
    }

    @Test
    void boardDecidesToStopAndTheReporterHearsWhy() {
        Dossier dossier = returnedTwice().complete("UserTask_SettleDisagreement",
                "settleOutcome", "stop", "settleReason", "Andere kansen gaan voor");
        dossier.endedAt("EndEvent_NotContinued").isWaitingAt("UserTask_ReadAnswer");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("Andere kansen gaan voor");
    }

    // Conditions and budget are those that were decided

    @Test
    void conditionsGoAlongOneByOneWithWhoSeesToThem() {
        Dossier dossier = underConditions("Eerst het rooster\n- Elke ronde blijft stil");
        List<LocalDate> days = Stream.of(20, 40, 60).map(walk.today()::plusDays).toList();
        dossier.complete("UserTask_PrepareHandOver", "condition1Owner", "hr", "condition1Date", days.get(0).toString(),
                "condition2Owner", "it", "condition2Date", days.get(1).toString(), "condition3Owner", "line-manager",
                "condition3Date", days.get(2).toString(), "handOverConditions", null);

        SpinJsonNode conditions = (SpinJsonNode) dossier.variable("implementation", "conditions");
        assertThat(conditions.elements()).extracting(each -> each.prop("source").stringValue())
                .containsExactly("Organisatie", "Conclusie", "Conclusie");
        assertThat(conditions.elements()).extracting(each -> each.prop("condition").stringValue())
                .containsExactly((String) dossier.variable("hand-over", "organisationConditions"), "Eerst het rooster",
                        "Elke ronde blijft stil");
        assertThat(conditions.elements()).extracting(each -> each.prop("owner").stringValue())
                .containsExactly("HR", "ICT", "Teammanager");
        assertThat(conditions.elements()).extracting(each -> each.prop("by").stringValue())
                .containsExactlyElementsOf(days.stream().map(DutchTime::written).toList());
    }

    @Keeps("condition-becomes-a-point")
    @Test
    void eachConditionIsAPointOfWhoSeesToItOnceSomeoneLeadsTheProject() {
        String soon = walk.today().plusDays(30).toString();
        String later = walk.today().plusDays(60).toString();
        Dossier dossier = underConditions("Eerst het rooster");
        dossier.complete("UserTask_PrepareHandOver", "condition1Owner", "hr", "condition1Date", soon, "condition2Owner", "project-lead",
                        "condition2Date", later, "handOverConditions", "De wifi wordt vernieuwd")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended")
                .formTeam().grantRoom();

        assertThat(dossier.tasks("UserTask_HandleOpenPoint").stream().map(task -> engine.getTaskService().getVariables(task.getId())))
                .extracting(point -> point.get("pointText"), point -> point.get("pointOwner"), point -> point.get("pointKind"),
                        point -> point.get("pointBefore"), point -> point.get("pointRaisedBy"))
                .containsExactlyInAnyOrder(
                        tuple(dossier.variable("hand-over", "organisationConditions"), "hr", "condition", "goLive", "head-of-innovation"),
                        tuple("Eerst het rooster", "project-lead/project-lead", "condition", "goLive", "head-of-innovation"),
                        tuple("De wifi wordt vernieuwd", "project-lead/project-lead", "condition", "goLive", "head-of-innovation"));
        assertThat(dossier.tasks("UserTask_HandleOpenPoint").stream().map(task -> engine.getTaskService().getVariable(task.getId(), "pointDate")))
                .contains(soon, later);
    }

    /** The day on the form is the day of the point: nobody reads of another one later. */
    @Test
    void conditionLaterThanAPointCanWaitIsRefused() {
        Dossier dossier = underConditions("Eerst het rooster");

        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "condition1Date", walk.today().plusYears(4).toString()))
                .hasMessageContaining("Voorwaarde 1: kies uiterlijk " + DutchTime.written(walk.today().plusDays(91)));
    }

    @Test
    void noTeamStartsWhileAConditionIsOpenUnlessTheManagementTeamAcceptsIt() {
        String soon = walk.today().plusDays(30).toString();
        Dossier dossier = underConditions("Eerst het rooster").complete("UserTask_PrepareHandOver", "condition1Owner", "hr", "condition1Date", soon,
                        "condition2Owner", "it", "condition2Date", soon)
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended")
                .formTeam().grantRoom()
                .analysePractice().complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded")
                .complete("UserTask_ArrangeCommunication").makeTeamsReady();

        assertThat(dossier.tasks("UserTask_GoLive")).isEmpty();
        dossier.complete("UserTask_SeeToPoints").complete("UserTask_LetPointsPass", "letPassOutcome", "accept").isWaitingAt("UserTask_GoLive");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
    }

    @Test
    void noConditionIsLeftOutOrTypedAgain() {
        Dossier dossier = underConditions("Eerst het rooster");
        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "condition2Owner", ""))
                .hasMessageContaining("Voorwaarde 2: vul nog in: Wie zorgt ervoor");
        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "condition2Date", "2020-01-01"))
                .hasMessageContaining("Voorwaarde 2");
        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "conditions", "[]"))
                .hasMessageContaining("niet: conditions");
        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "condition3Owner", "it"))
                .hasMessageContaining("Voorwaarde 3");
    }

    @Test
    void whoSeesToTheTenthSeesToAllThatFollow() {
        Dossier dossier = underConditions("1. een\n2. twee\n3. drie\n4. vier\n5. vijf\n6. zes\n7. zeven\n8. acht\n9. negen\n10. tien\n\n11. elf")
                .complete("UserTask_PrepareHandOver", "condition10Owner", "finance");
        List<SpinJsonNode> conditions = ((SpinJsonNode) dossier.variable("implementation", "conditions")).elements();
        assertThat(conditions).hasSize(12);
        assertThat(conditions.subList(9, 12)).extracting(each -> each.prop("condition").stringValue() + " " + each.prop("owner").stringValue())
                .containsExactly("negen Financiën", "tien Financiën", "elf Financiën");
    }

    @Test
    void openConcernsOfCriticsGoAlong() {
        Dossier dossier = walk.beingTested().completeTests("supportFinding", "conditions")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasibleWithConditions")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed").complete("UserTask_PrepareHandOver");
        assertThat(((SpinJsonNode) dossier.variable("implementation", "conditions")).elements())
                .anySatisfy(each -> assertThat(each.prop("source").stringValue()).isEqualTo("Draagvlak"));
    }

    @Keeps("open-concern-becomes-a-point")
    @Test
    void concernThatStandsOpenBesideGoodSupportBecomesAPoint() {
        Dossier dossier = walk.beingTested().completeTests("concernsLeft", "some").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed");
        Object concern = dossier.variable("feasibility", "openConcerns");
        dossier.complete("UserTask_PrepareHandOver", "condition1Owner", "hr", "condition1Date", walk.today().plusDays(10).toString())
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended").formTeam().grantRoom();

        Task point = dossier.task("UserTask_HandleOpenPoint");
        assertThat(point).hasCandidateGroup("hr");
        assertThat(engine.getTaskService().getVariables(point.getId())).containsEntry("pointKind", "concern").containsEntry("pointText", concern)
                .containsEntry("pointBefore", "goLive").containsEntry("pointRaisedBy", "head-of-innovation");
    }

    @Test
    void concernThatWasAnsweredIsNoCondition() {
        assertThat(((SpinJsonNode) walk.handedOver().variable("implementation", "conditions")).elements()).isEmpty();
    }

    @Keeps("hand-over-point-has-an-owner")
    @Test
    void riskAndPreconditionAreThePointOfWhoeverWasChosenAtOnce() {
        Dossier dossier = walk.decided().complete("UserTask_PrepareHandOver", "handOverPoint1", "Er is één beheerder.", "handOverPoint1Kind", "risk",
                "handOverPoint1Owner", "it", "handOverPoint1Date", walk.today().plusDays(20).toString(),
                "handOverPoint2", "Het rooster is rond.", "handOverPoint2Kind", "precondition", "handOverPoint2Owner", "head-of-innovation",
                "handOverPoint2Date", walk.today().plusDays(30).toString(), "handOverPoint2Before", "goLive");

        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).extracting(task -> engine.getTaskService().getVariable(task.getId(), "pointText"),
                task -> engine.getTaskService().getVariable(task.getId(), "pointKind"), task -> engine.getTaskService().getVariable(task.getId(), "pointOwner"),
                task -> engine.getTaskService().getVariable(task.getId(), "pointBefore")).containsExactlyInAnyOrder(
                        tuple("Er is één beheerder.", "risk", "it", "none"), tuple("Het rooster is rond.", "precondition", "head-of-innovation", "goLive"));
        assertThat(dossier.shownAt("UserTask_ReviewHandOver", "openPoints")).contains("Risico", "Randvoorwaarde");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "return").complete("UserTask_AnswerQuestions");
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).as("not once more").hasSize(2);
    }

    @Keeps("points-move-with-the-hand-over")
    @Test
    void pointOfTheHeadOfInnovationIsOfTheHeadOfImplementationOnceItIsAccepted() {
        Dossier dossier = walk.decided().complete("UserTask_PrepareHandOver", "handOverPoint1", "Er is één beheerder.", "handOverPoint1Kind", "risk",
                "handOverPoint1Owner", "it", "handOverPoint1Date", walk.today().plusDays(20).toString(),
                "handOverPoint2", "Het rooster is rond.", "handOverPoint2Kind", "precondition", "handOverPoint2Owner", "head-of-innovation/head-of-innovation",
                "handOverPoint2Date", walk.today().plusDays(30).toString());
        Map<Object, Task> before = points(dossier);
        assertThat(before.get("Het rooster is rond.")).isAssignedTo("head-of-innovation");

        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept");
        Map<Object, Task> after = points(dossier);
        assertThat(after.get("Het rooster is rond.")).hasCandidateGroup("head-of-implementation").isNotAssigned()
                .hasDueDate(before.get("Het rooster is rond.").getDueDate());
        assertThat(engine.getTaskService().getVariable(after.get("Het rooster is rond.").getId(), "pointMoves")).as("nobody put it off").isEqualTo(0L);
        assertThat(after.get("Er is één beheerder.").getId()).as("of another").isEqualTo(before.get("Er is één beheerder.").getId());
    }

    private Map<Object, Task> points(Dossier dossier) {
        return dossier.tasks("UserTask_HandleOpenPoint").stream().collect(Collectors.toMap(task -> engine.getTaskService()
                .getVariable(task.getId(), "pointText"), task -> task));
    }

    @Test
    void budgetIsWhatWasDecidedAndNotTyped() {
        Dossier dossier = walk.decided();
        assertThatThrownBy(() -> dossier.complete("UserTask_PrepareHandOver", "handOverBudget", "900.000"))
                .hasMessageContaining("niet: handOverBudget");
        dossier.complete("UserTask_PrepareHandOver");
        assertThat(dossier.variable("implementation", "handOverBudget")).isEqualTo("12.500");
        assertThat(dossier.variable("implementation", "handOverAmount")).isEqualTo(12_500.0);
    }

    private Dossier underConditions(String ofTheConclusion) {
        return walk.beingTested().completeTests("organisationFinding", "conditions")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasibleWithConditions",
                        "feasibilityConditions", ofTheConclusion)
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed");
    }

    // A hand-over that doesn't come

    @Test
    void handOverThatIsLateAsksTheBoard() {
        walk.clockStandsStill();
        Dossier dossier = underConditions("Eerst het rooster");
        assertThat(dossier.timer("BoundaryEvent_HandOverLate").getDuedate()).isEqualTo(walk.afterPeriodOf("hand-over-longest"));
        dossier.timePassesUntil("BoundaryEvent_HandOverLate").isWaitingOnlyAt("UserTask_DecideLateHandOver");
        assertThat(dossier.task("UserTask_DecideLateHandOver")).hasCandidateGroup("board");
    }

    @Test
    @Keeps("late-hand-over-comes-back")
    void boardGivesALateHandOverANewDay() {
        Dossier dossier = late();
        LocalDate day = walk.today().plusDays(10);
        for (String wrong : List.of(walk.today().toString(), walk.today().plusDays(43).toString())) {
            assertThatThrownBy(() -> dossier.complete("UserTask_DecideLateHandOver", "lateOutcome", "handOver", "handOverBy", wrong))
                    .hasMessageContaining("Wanneer moet het zijn overgedragen");
        }
        dossier.complete("UserTask_DecideLateHandOver", "lateOutcome", "handOver", "handOverBy", day.toString())
                .isWaitingOnlyAt("UserTask_PrepareHandOver");
        assertThat(dossier.timer("BoundaryEvent_HandOverLate").getDuedate()).isEqualTo(walk.startOfWorkOn(day));
        dossier.timePassesUntil("BoundaryEvent_HandOverLate").isWaitingAt("UserTask_DecideLateHandOver")
                .complete("UserTask_DecideLateHandOver", "lateOutcome", "handOver", "handOverBy", day.plusDays(9).toString())
                .complete("UserTask_PrepareHandOver").isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    @Keeps("late-decision-is-read")
    void whoPreparesReadsWhyTheBoardWaitsOn() {
        Dossier dossier = late().complete("UserTask_DecideLateHandOver", "lateOutcome", "handOver",
                "handOverBy", walk.today().plusDays(3).toString(), "lateReason", "De leverancier had vertraging.");
        assertThat(dossier.decisionLogReadAt("UserTask_PrepareHandOver")).contains("De leverancier had vertraging.");
    }

    @Test
    void boardStopsALateHandOverAndTheReporterHearsWhy() {
        Dossier dossier = late().complete("UserTask_DecideLateHandOver", "lateOutcome", "stop",
                "lateReason", "Er is niemand die dit wil oppakken.");
        dossier.endedAt("EndEvent_LateHandOverStopped").endedAt("EndEvent_NotContinued");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("Er is niemand die dit wil oppakken.");
    }

    @Test
    void questionsThatAreNotAnsweredAskTheBoardToo() {
        walk.clockStandsStill();
        Dossier dossier = returned().timePassesUntil("BoundaryEvent_AnswerLate").isWaitingOnlyAt("UserTask_DecideLateHandOver")
                .complete("UserTask_DecideLateHandOver", "lateOutcome", "handOver",
                        "handOverBy", walk.today().plusDays(3).toString())
                .isWaitingOnlyAt("UserTask_AnswerQuestions").complete("UserTask_AnswerQuestions");
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "return").complete("UserTask_SettleDisagreement",
                "settleOutcome", "revise");
        assertThat(dossier.timer("BoundaryEvent_AnswerLate").getDuedate()).as("the day was for that one time")
                .isEqualTo(walk.afterPeriodOf("hand-over-longest"));
    }

    private Dossier late() {
        walk.clockStandsStill();
        return walk.decided().timePassesUntil("BoundaryEvent_HandOverLate");
    }
}
