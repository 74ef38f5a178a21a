package nl.tweespoor.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether we can and whether people want it, and who decides on going on. */
@EngineTest
class FeasibilityTest {

    private static final List<String> TESTS = List.of("UserTask_TestOrganisation", "UserTask_TestFinance",
            "UserTask_TestTechnology", "UserTask_TestPrivacy", "UserTask_GaugeSupport");

    @Autowired
    Walk walk;

    @ParameterizedTest
    @ValueSource(strings = {"UserTask_TestOrganisation", "UserTask_TestFinance", "UserTask_TestTechnology",
            "UserTask_TestPrivacy", "UserTask_GaugeSupport"})
    void nothingIsWeighedBeforeTheLastTestIsDone(String last) {
        Dossier dossier = walk.beingTested();
        TESTS.stream().filter(test -> !test.equals(last)).forEach(dossier::complete);
        assertThat(dossier.waitsAt()).contains(last).doesNotContain("UserTask_WeighFindings");
        dossier.complete(last).isWaitingAt("UserTask_WeighFindings");
    }

    @Test
    void legalChecksAreAdvisedOnTheAnswers() {
        Dossier dossier = walk.selected().complete("UserTask_PrepareTest", "personalData", "yes", "healthData", "no",
                "observesPeople", "no", "usesAi", "unknown", "medicalDevice", "no", "limitsFreedom", "no",
                "supplierProcessesData", "no", "exchangesData", "no");
        assertThat(dossier.variable("feasibility", "privacyChecksText").toString())
                .contains("AVG", "AI-verordening").doesNotContain("MDR", "Wegiz");
    }

    /** The costs and the risk are those of the tests: nobody types them again who would gain by it. */
    @Keeps("costs-and-risk-decide-who-decides")
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "3.500;    3.000;    low;    UserTask_DecideByHead",
            "5.000;    5.000;    medium; UserTask_DecideByHead",
            "20.000;   10.000;   low;    UserTask_DecideByHead",
            "5.000,01; 5.000;    medium; UserTask_DecideByBoard",
            "20.000;   10.000,01;low;    UserTask_DecideByBoard",
            "500.000;  0;        low;    UserTask_DecideByBoard",
            "1.000;    0;        high;   UserTask_DecideByBoard"})
    void aboveTheMandateTheBoardDecides(String oneOff, String yearly, String risk, String step) {
        Dossier dossier = walk.beingTested().completeTests("oneOffCost", oneOff, "yearlyCost", yearly, "privacyRisk", risk)
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
        assertThat(dossier.waitsAt()).containsExactly(step);
    }

    @Test
    void costsOfThreeYearsAreAddedUpAndShown() {
        Dossier dossier = walk.beingTested().completeTests("oneOffCost", "12.500", "yearlyCost", "4.800,35")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "totalCost")).isEqualTo("26.901,05");
    }

    @Test
    void whatTheTestsFoundIsNoQuestionOfTheConclusion() {
        Dossier dossier = walk.beingTested().completeTests("oneOffCost", "500.000", "privacyRisk", "high")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        for (String found : List.of("totalCost", "oneOffCost", "privacyRisk", "financeFinding", "feasibilityAdvice",
                "continuationAdvice")) {
            assertThatThrownBy(() -> dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                    found, "1")).hasMessageContaining("niet: " + found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisationFinding", "financeFinding", "technologyFinding", "privacyFinding", "supportFinding"})
    void whatOneTestFindsBlockingTheHeadDoesNotPass(String finding) {
        Dossier dossier = walk.beingTested().completeTests(finding, "blocking")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThatThrownBy(() -> dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                "feasibilityDeviationReason", "")).hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                "feasibilityDeviationReason", "Het komt wel goed.").isWaitingOnlyAt("UserTask_DecideByBoard");
        assertThatThrownBy(() -> dossier.complete("UserTask_DecideByBoard", "continuationOutcome", "proceed",
                "continuationDeviationReason", "")).hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.complete("UserTask_DecideByBoard", "continuationOutcome", "proceed",
                "continuationDeviationReason", "De Raad draagt dit zelf.")
                .complete("UserTask_PrepareHandOver").isWaitingAt("UserTask_ReviewHandOver");
        assertThat(dossier.variable("implementation", "continuationAdvice")).as("the other head sees it").isEqualTo("stop");
        assertThat(dossier.variable("implementation", finding)).isEqualTo("blocking");
    }

    @Test
    void pilotThatFailedIsNotPassedByTheHead() {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot",
                "pilotEndDate", walk.today().plusDays(30).toString()).complete("UserTask_RunPilot")
                .complete("UserTask_EvaluatePilot", "pilotResult", "doesNotWork");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("notFeasible");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .isWaitingOnlyAt("UserTask_DecideByBoard");
    }

    /** Asking for more research and skipping the pilot then doesn't make a failed one undone. */
    @Test
    void pilotThatFailedStaysSoUntilAnotherOneSucceeds() {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot",
                "pilotEndDate", walk.today().plusDays(30).toString()).complete("UserTask_RunPilot")
                .complete("UserTask_EvaluatePilot", "pilotResult", "doesNotWork")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "moreResearch")
                .complete("UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("notFeasible");
    }

    @Test
    void conditionsOfATestAreNotLeftOutOfTheConclusionWithoutAWord() {
        Dossier dossier = walk.beingTested().completeTests("technologyFinding", "conditions")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("feasibleWithConditions");
        assertThatThrownBy(() -> dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                "feasibilityDeviationReason", "")).hasMessageContaining("Waarom wijkt u af van het advies");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasibleWithConditions")
                .isWaitingOnlyAt("UserTask_DecideByHead");
    }

    @Test
    void headDecidesToProceed() {
        walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .endedAt("EndEvent_Proceed").isWaitingAt("UserTask_PrepareHandOver");
    }

    @Test
    void headDecidesToStop() {
        walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "stop")
                .endedAt("EndEvent_Stopped").endedAt("EndEvent_NotContinued");
    }

    @Test
    void headAsksForMoreResearch() {
        Dossier dossier = walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "moreResearch");
        assertThat(dossier.waitsAt()).containsExactlyInAnyOrder("UserTask_PrepareTest");
        dossier.complete("UserTask_PrepareTest").completeTests().isWaitingAt("UserTask_WeighFindings");
    }

    private Dossier atTheBoard() {
        return walk.beingTested().completeTests("oneOffCost", "75.000").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
    }

    @Test
    void boardDecidesToProceed() {
        atTheBoard().complete("UserTask_DecideByBoard", "continuationOutcome", "proceed")
                .endedAt("EndEvent_Proceed").isWaitingAt("UserTask_PrepareHandOver");
    }

    @Test
    void boardDecidesToStop() {
        atTheBoard().complete("UserTask_DecideByBoard", "continuationOutcome", "stop")
                .endedAt("EndEvent_Stopped").endedAt("EndEvent_NotContinued");
    }

    @Test
    void boardAsksForMoreResearch() {
        atTheBoard().complete("UserTask_DecideByBoard", "continuationOutcome", "moreResearch")
                .isWaitingAt("UserTask_PrepareTest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notFeasible", "noSupport"})
    void withoutFeasibilityOrSupportNobodyCanHandOver(String conclusion) {
        Dossier dossier = walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", conclusion);
        assertThat(dossier.waitsAt()).containsExactlyInAnyOrder("UserTask_DecideOnInfeasible");
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideOnInfeasible",
                "continuationOutcome", "proceed", "continuationReason", "Toch doen"));
        assertThat(dossier.waitsAt()).containsExactlyInAnyOrder("UserTask_DecideOnInfeasible");
    }

    private Dossier infeasible() {
        return walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible");
    }

    @Test
    void infeasibleOpportunityStops() {
        infeasible().complete("UserTask_DecideOnInfeasible", "continuationOutcome", "stop")
                .endedAt("EndEvent_Stopped").endedAt("EndEvent_NotContinued");
    }

    @Test
    void infeasibleOpportunityIsResearchedAgain() {
        infeasible().complete("UserTask_DecideOnInfeasible", "continuationOutcome", "moreResearch")
                .isWaitingAt("UserTask_PrepareTest");
    }
}
