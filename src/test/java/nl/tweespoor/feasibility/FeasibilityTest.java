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
        Dossier dossier = walk.beingTested().complete("UserTask_ScanPrivacy");
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
        dossier.isWaitingOnlyAt(step);
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
        for (String found : List.of("totalCost", "oneOffCost", "privacyRisk", "privacyFinding", "clientsHeard", "financeFinding", "feasibilityAdvice",
                "continuationAdvice")) {
            assertThatThrownBy(() -> dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible",
                    found, "1")).hasMessageContaining("niet: " + found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisationFinding", "financeFinding", "technologyFinding", "riskFinding", "supportFinding"})
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
        assertThat(dossier.variable("implementation", "riskFinding".equals(finding) ? "privacyFinding" : finding)).isEqualTo("blocking");
    }

    @Test
    void pilotThatFailedIsNotPassedByTheHead() {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot",
                "pilotEndDate", walk.today().plusDays(30).toString()).complete("UserTask_RunPilot", "pilotVerdict", "partly")
                .complete("UserTask_EvaluatePilot", "pilotResult", "doesNotWork");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("notFeasible");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .isWaitingOnlyAt("UserTask_DecideByBoard");
    }

    /** Asking for more research and skipping the pilot then doesn't make a failed one undone. */
    @Test
    void pilotThatFailedStaysSoUntilAnotherOneSucceeds() {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot",
                "pilotEndDate", walk.today().plusDays(30).toString()).complete("UserTask_RunPilot", "pilotVerdict", "partly")
                .complete("UserTask_EvaluatePilot", "pilotResult", "doesNotWork")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "moreResearch")
                .complete("UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("notFeasible");
    }

    /** The head draws the conclusion; what the team saw that did the pilot counts as much. */
    @Test
    void pilotThatFailedForTheTeamIsNoSuccessOfTheHead() {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot",
                "pilotEndDate", walk.today().plusDays(30).toString()).complete("UserTask_RunPilot", "pilotVerdict", "doesNotWork");
        assertThatThrownBy(() -> dossier.complete("UserTask_EvaluatePilot", "pilotResult", "works", "pilotDeviationReason", ""))
                .hasMessageContaining("Waarom oordeelt u anders dan het team");
        assertThatThrownBy(() -> dossier.complete("UserTask_EvaluatePilot", "pilotResult", "works", "pilotVerdict", "works"))
                .hasMessageContaining("niet: pilotVerdict");
        dossier.complete("UserTask_EvaluatePilot", "pilotResult", "works");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("notFeasible");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible").isWaitingOnlyAt("UserTask_DecideByBoard");
    }

    /** What people said is asked with whom and when; who was not asked has a reason and counts against. */
    @Test
    void whoWasHeardIsSaidWithWhoAndWhen() {
        Dossier dossier = walk.beingTested();
        assertThatThrownBy(() -> dossier.submit("UserTask_GaugeSupport", "professionalsHeard", "heard", "clientsHeard", "notAsked",
                "criticsHeard", "none", "supportFinding", "good")).hasMessageContaining("Welke zorgmedewerkers hebt u gevraagd")
                .hasMessageContaining("Wanneer hebt u zorgmedewerkers gevraagd").hasMessageContaining("Wat zeiden zorgmedewerkers")
                .hasMessageContaining("Waarom is dat zo bij cliënten en naasten").hasMessageContaining("Waarom is dat zo bij critici")
                .hasMessageContaining("Welke zorgen hebt u gehoord");
        assertThatThrownBy(() -> dossier.complete("UserTask_GaugeSupport", "professionalsHeard", "heard",
                "professionalsDate", walk.today().plusDays(1).toString())).hasMessageContaining("Kies vandaag of een eerdere dag");
        assertThatThrownBy(() -> dossier.complete("UserTask_GaugeSupport", "professionalsHeard", "heard",
                "professionalsDate", walk.today().minusYears(2).toString())).hasMessageContaining("of een latere dag");
    }

    @Test
    void clientsWhoWereNotAskedAreNoSupport() {
        Dossier dossier = walk.beingTested().completeTests("clientsHeard", "notAsked")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("noSupport");
        assertThat(dossier.variable("feasibility", "feasibilityAdviceReason").toString()).contains("Cliënten en naasten zijn niet gevraagd");
        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible").isWaitingOnlyAt("UserTask_DecideByBoard");
    }

    /** Who asked around says that it touches no clients, and privacy and quality that it does. */
    @Test
    void clientsWhoseLifeItTouchesWereNotHeardByCallingThemNone() {
        Dossier dossier = walk.beingTested().completeTests("clientsHeard", "none", "clientLife", "yes");
        dossier.complete("UserTask_AskAdvice").complete("UserTask_GiveAdvice", "adviceOutcome", "positive").complete("UserTask_ReadAdvice")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("noSupport");
        assertThat(dossier.variable("feasibility", "feasibilityAdviceReason").toString()).contains("De toets zegt dat dit het leven of de zorg van cliënten raakt");
    }

    @ParameterizedTest
    @CsvSource({"clientsHeard, none", "criticsHeard, none", "criticsHeard, notAsked"})
    void whoWasNotHeardIsACondition(String who, String heard) {
        Dossier dossier = walk.beingTested().completeTests(who, heard).complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("feasibleWithConditions");
    }

    @Test
    @Keeps("who-pays-and-gains-is-told")
    void whoDecidesReadsWhoPaysAndWhoGains() {
        Dossier dossier = walk.beingTested();
        assertThatThrownBy(() -> dossier.submit("UserTask_TestFinance", "oneOffCost", "1", "yearlyCost", "1", "financeFinding", "good",
                "financeExplanation", "Past.", "benefit1What", "Rust", "benefit2What", "Minder was"))
                .hasMessageContaining("Opbrengst 1: vul nog in: Wie betaalt daarvoor; Wie heeft er baat bij")
                .hasMessageContaining("Opbrengst 2: vul nog in: Wie betaalt daarvoor; Wie heeft er baat bij");
        dossier.completeTests("benefit1What", "Rust", "benefit1Payer", "team", "benefit1Gainer", "clients")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible").isWaitingOnlyAt("UserTask_DecideByHead");
        assertThat(dossier.variable("feasibility", "benefit1Payer")).isEqualTo("team");
        assertThat(dossier.variable("feasibility", "benefit1Gainer")).isEqualTo("clients");
        assertThat(dossier.variable("feasibility", "feasibilityAdviceReason").toString()).contains("Niet elke opbrengst komt bij wie ervoor betaalt");
        dossier.complete("UserTask_DecideByHead", "continuationOutcome", "proceed").complete("UserTask_PrepareHandOver");
        assertThat(dossier.variable("implementation", "feasibilityAdviceReason").toString()).contains("Niet elke opbrengst komt bij wie ervoor betaalt");
    }

    @Test
    @Keeps("concerns-go-along")
    void concernsReachTheReceivingHead() {
        Dossier dossier = walk.beingTested().complete("UserTask_GaugeSupport", "professionalsHeard", "heard", "clientsHeard", "heard",
                "criticsHeard", "heard", "supportConcerns", "Wie ziet de beelden?", "concernAnswers", "Niemand.", "supportFinding", "good");
        for (String test : List.of("UserTask_TestOrganisation", "UserTask_TestFinance", "UserTask_TestTechnology", "UserTask_ScanPrivacy",
                "UserTask_TestPrivacy")) {
            dossier.complete(test);
        }
        dossier.complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete(dossier.waitsAt().contains("UserTask_DecideByHead") ? "UserTask_DecideByHead" : "UserTask_DecideByBoard",
                        "continuationOutcome", "proceed").complete("UserTask_PrepareHandOver");
        assertThat(dossier.variable("implementation", "supportConcerns")).isEqualTo("Wie ziet de beelden?");
        assertThat(dossier.variable("implementation", "concernAnswers")).isEqualTo("Niemand.");
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
        dossier.isWaitingOnlyAt("UserTask_PrepareTest");
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
        dossier.isWaitingOnlyAt("UserTask_DecideOnInfeasible");
        assertThatThrownBy(() -> dossier.submit("UserTask_DecideOnInfeasible",
                "continuationOutcome", "proceed", "continuationReason", "Toch gaan we het doen"));
        dossier.isWaitingOnlyAt("UserTask_DecideOnInfeasible");
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
