package nl.tweespoor.feasibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Law and safety are answered point by point; the strictest of them is the finding, and nobody types that. */
@EngineTest
class PrivacyTest {

    private static final Object[] NOTHING_ELSE = {"coercionFinding", "notApplicable", "deviceFinding", "notApplicable",
            "aiFinding", "notApplicable", "riskAssessment", "done", "riskFinding", "good", "privacyRisk", "low"};

    @Autowired
    Walk walk;

    /** Waits at the scan; the head said no to every question on privacy and law. */
    private Dossier beingScanned() {
        return walk.selected().complete("UserTask_PrepareTest", "personalData", "no", "healthData", "no", "observesPeople", "no",
                "usesAi", "no", "medicalDevice", "no", "limitsFreedom", "no", "supplierProcessesData", "no", "exchangesData", "no");
    }

    private static Object[] and(Object[] some, Object... more) {
        Object[] all = new Object[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static Dossier due(Dossier dossier) {
        return dossier.complete("UserTask_ScanPrivacy", "dataApplies", "yes", "dpiaCriteria", Walk.list("sensitive", "vulnerable"),
                "onDpiaList", "no");
    }

    @Test
    @OnPostgresToo
    void withoutDataAndWithARiskAssessmentThisFits() {
        Dossier dossier = beingScanned().complete("UserTask_ScanPrivacy", "dataApplies", "no")
                .complete("UserTask_TestPrivacy", NOTHING_ELSE).endedAt("EndEvent_PrivacyTested");
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("good");
        assertThat(dossier.variable("feasibility", "privacyConditions")).asString().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sensitive, no, notDue", "none, no, notDue", "none, yes, due"})
    void scanSaysWhetherADpiaIsDue(String criterion, String onList, String dpia) {
        Dossier dossier = beingScanned().complete("UserTask_ScanPrivacy", "dataApplies", "yes", "dpiaCriteria",
                criterion.equals("none") ? Walk.list() : Walk.list(criterion), "onDpiaList", onList);
        assertThat(dossier.variable("privacy", "dpia")).isEqualTo(dpia);
    }

    @Test
    void dpiaIsNotTickedAwayWhereHealthDataWereNamed() {
        Dossier dossier = walk.selected().complete("UserTask_PrepareTest", "personalData", "yes", "healthData", "yes");
        assertThatThrownBy(() -> dossier.complete("UserTask_ScanPrivacy", "dataApplies", "no", "dataNotReason", ""))
                .hasMessageContaining("Waarom niet, anders dan de voorbereiding zegt");
        dossier.complete("UserTask_ScanPrivacy", "dataApplies", "yes", "onDpiaList", "no");
        assertThat(dossier.variable("privacy", "dpia")).isEqualTo("due");
    }

    @Test
    void dpiaThatIsDueAndNotDoneIsACondition() {
        Dossier dossier = due(beingScanned());
        assertThatThrownBy(() -> dossier.submit("UserTask_TestPrivacy", NOTHING_ELSE)).hasMessageContaining("Is de DPIA gedaan")
                .hasMessageContaining("Wie zegt dit over de gegevens").hasMessageContaining("Waar rust dat op bij de gegevens");
        dossier.complete("UserTask_TestPrivacy", and(NOTHING_ELSE, "dpiaState", "notYet", "dataFinding", "good"));
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("conditions");
        assertThat(dossier.variable("feasibility", "privacyConditions")).asString().contains("DPIA: doe die vóór de start.");
    }

    @Test
    void dpiaHasADayBehindUsAndADayToLookAgain() {
        Dossier dossier = due(beingScanned());
        assertThatThrownBy(() -> dossier.complete("UserTask_TestPrivacy", and(NOTHING_ELSE, "dpiaState", "done", "dataFinding", "good",
                "dpiaResidualRisk", "low", "dpiaDate", walk.today().plusDays(1).toString(), "dpiaReviewDate", walk.today().toString())))
                .hasMessageContaining("Wanneer was de DPIA af").hasMessageContaining("Wanneer kijken we opnieuw naar de DPIA");
        dossier.complete("UserTask_TestPrivacy", and(NOTHING_ELSE, "dpiaState", "done", "dataFinding", "good", "dpiaResidualRisk", "low"));
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("good");
        assertThat(dossier.variable("feasibility", "dpiaReviewDate")).isNotNull();
    }

    @Test
    void highRiskThatTheDpiaLeavesBlocksWhateverElseIsSaid() {
        Dossier dossier = due(beingScanned()).complete("UserTask_TestPrivacy",
                and(NOTHING_ELSE, "dpiaState", "done", "dataFinding", "good", "dpiaResidualRisk", "high"));
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("blocking");
        assertThat(dossier.variable("feasibility", "privacyFindingReason")).asString().contains("AVG art. 36");
    }

    @ParameterizedTest
    @CsvSource({"high, high", "medium, medium", "low, low"})
    void riskIsNeverLowerThanWhatTheDpiaLeft(String residual, String risk) {
        Dossier dossier = due(beingScanned()).complete("UserTask_TestPrivacy",
                and(NOTHING_ELSE, "dpiaState", "done", "dataFinding", "good", "dpiaResidualRisk", residual));
        assertThat(dossier.variable("feasibility", "privacyRisk")).isEqualTo(risk);
        assertThat(dossier.variable("feasibility", "privacyRiskReason")).asString().contains("DPIA");
    }

    @Test
    void riskIsNotLowAsLongAsTheDpiaIsToBeDone() {
        Dossier dossier = due(beingScanned()).complete("UserTask_TestPrivacy",
                and(NOTHING_ELSE, "dpiaState", "notYet", "dataFinding", "good"));
        assertThat(dossier.variable("feasibility", "privacyRisk")).isEqualTo("medium");
    }

    @Test
    void whatTheHeadDidNotRuleOutNeedsAReasonToLeaveOut() {
        Dossier dossier = walk.selected().complete("UserTask_PrepareTest", "limitsFreedom", "unknown", "medicalDevice", "yes",
                "usesAi", "no").complete("UserTask_ScanPrivacy", "dataApplies", "no");
        assertThatThrownBy(() -> dossier.submit("UserTask_TestPrivacy", NOTHING_ELSE))
                .hasMessageContaining("Waarom geldt de Wet zorg en dwang hier niet").hasMessageContaining("Waarom geldt de MDR hier niet")
                .message().doesNotContain("AI-verordening");
    }

    /** With a reason or without, it is a condition that goes along until someone found out who is right. */
    @ParameterizedTest
    @CsvSource({"personalData, gegevens van mensen", "healthData, gegevens van mensen", "observesPeople, gegevens van mensen",
        "supplierProcessesData, gegevens van mensen", "exchangesData, gegevens van mensen", "limitsFreedom, Wet zorg en dwang",
        "medicalDevice, medisch hulpmiddel", "usesAi, AI-verordening"})
    @OnPostgresToo
    void testThatDeniesWhatWasPreparedIsACondition(String said, String about) {
        Dossier dossier = walk.selected().complete("UserTask_PrepareTest", said, "yes").complete("UserTask_ScanPrivacy", "dataApplies", "no")
                .complete("UserTask_TestPrivacy", NOTHING_ELSE);
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("conditions");
        assertThat(dossier.variable("feasibility", "privacyFindingReason")).asString().contains("iets anders dan de voorbereiding");
        assertThat(dossier.variable("feasibility", "privacyConditions")).asString().contains(about, "Ga vóór de start na wat klopt.");
    }

    @Test
    void strictestPointIsTheFindingAndEachConditionGoesAlong() {
        Dossier dossier = beingScanned().complete("UserTask_ScanPrivacy", "dataApplies", "no");
        assertThatThrownBy(() -> dossier.complete("UserTask_TestPrivacy", and(NOTHING_ELSE, "privacyFinding", "good")))
                .hasMessageContaining("niet: privacyFinding");
        assertThatThrownBy(() -> dossier.submit("UserTask_TestPrivacy", "coercionFinding", "conditions", "deviceFinding", "good",
                "aiFinding", "good", "riskAssessment", "planned", "privacyRisk", "low"))
                .hasMessageContaining("Welke voorwaarden gelden er voor onvrijwillige zorg").hasMessageContaining("In welke klasse valt het hulpmiddel")
                .hasMessageContaining("Waarvoor is het bedoeld").hasMessageContaining("Wie meldt incidenten met het hulpmiddel")
                .hasMessageContaining("Welke plichten gelden er").hasMessageContaining("Wie vertelt het de medewerkers")
                .hasMessageContaining("Uiterlijk wanneer is de risicobeoordeling gedaan");
        dossier.complete("UserTask_TestPrivacy", "coercionFinding", "conditions", "coercionConditions", "Stappenplan per cliënt",
                "deviceFinding", "good", "deviceClass", "classI", "aiFinding", "conditions", "aiConditions", "Een mens leest na",
                "riskAssessment", "planned", "privacyRisk", "low");
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("conditions");
        assertThat(dossier.variable("feasibility", "privacyConditions")).asString().isEqualTo(
                "Onvrijwillige zorg: Stappenplan per cliënt\nAI: Een mens leest na\nRisicobeoordeling: doe die vóór de start.");
    }

    /** Whoever says that a device may be used, knows its class; else that is a condition which goes along. */
    @Test
    void deviceWhoseClassIsNotKnownIsACondition() {
        Dossier dossier = beingScanned().complete("UserTask_ScanPrivacy", "dataApplies", "no")
                .complete("UserTask_TestPrivacy", instead("deviceFinding", "good", "deviceClass", "notKnown"));
        assertThat(dossier.variable("feasibility", "privacyFinding")).isEqualTo("conditions");
        assertThat(dossier.variable("feasibility", "privacyFindingReason")).asString().contains("De klasse van het hulpmiddel is nog niet bekend");
        assertThat(dossier.variable("feasibility", "privacyConditions")).asString().contains("Medisch hulpmiddel: zoek de klasse uit vóór de start.");
    }

    /** What the law calls heavy is no low risk because someone says so. */
    @ParameterizedTest
    @CsvSource({"classI, transparency, low", "classIII, transparency, medium", "notKnown, transparency, medium", "classI, highRisk, medium"})
    @OnPostgresToo
    void riskIsNotLowerThanTheLawCallsIt(String deviceClass, String duty, String risk) {
        Dossier dossier = beingScanned().complete("UserTask_ScanPrivacy", "dataApplies", "no").complete("UserTask_TestPrivacy",
                instead("deviceFinding", "good", "deviceClass", deviceClass, "aiFinding", "good", "aiDuties", Walk.list("literacy", duty)));
        assertThat(dossier.variable("feasibility", "privacyRisk")).isEqualTo(risk);
    }

    private static Object[] instead(Object... others) {
        Map<Object, Object> all = new LinkedHashMap<>();
        Stream.of(NOTHING_ELSE, others).forEach(answers -> IntStream.iterate(0, i -> i < answers.length, i -> i + 2)
                .forEach(i -> all.put(answers[i], answers[i + 1])));
        return all.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray();
    }

    /** The tests run at the same time, and the one on privacy takes nothing of the others back. */
    @Test
    void whatOtherTestsFindMeanwhileStays() {
        Dossier dossier = beingScanned().complete("UserTask_TestFinance", "financeFinding", "good").complete("UserTask_ScanPrivacy",
                "dataApplies", "no").complete("UserTask_TestPrivacy", NOTHING_ELSE).complete("UserTask_TestOrganisation")
                .complete("UserTask_TestTechnology").complete("UserTask_GaugeSupport", "supportFinding", "good")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "moreResearch").complete("UserTask_PrepareTest");
        dossier.complete("UserTask_TestFinance", "financeFinding", "blocking").complete("UserTask_ScanPrivacy", "dataApplies", "no")
                .complete("UserTask_TestPrivacy", NOTHING_ELSE);
        assertThat(dossier.variable("feasibility", "financeFinding")).isEqualTo("blocking");
    }
}
