package nl.tweespoor.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
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

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "12.500;   low;    UserTask_DecideByHead",
            "20.000;   medium; UserTask_DecideByHead",
            "50.000;   low;    UserTask_DecideByHead",
            "20.000,01;medium; UserTask_DecideByBoard",
            "50.000,01;low;    UserTask_DecideByBoard",
            "1.000;    high;   UserTask_DecideByBoard"})
    void aboveTheMandateTheBoardDecides(String cost, String risk, String step) {
        Dossier dossier = walk.weighed().complete("UserTask_ConcludeFeasibility",
                "feasibilityConclusion", "feasibleWithConditions", "totalCost", cost, "riskLevel", risk);
        assertThat(dossier.waitsAt()).contains(step)
                .doesNotContain(step.endsWith("Head") ? "UserTask_DecideByBoard" : "UserTask_DecideByHead");
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
        return walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                "totalCost", "75.000", "riskLevel", "low");
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
        Dossier dossier = walk.weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", conclusion,
                "totalCost", "100", "riskLevel", "low");
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
