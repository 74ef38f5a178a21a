package nl.tweespoor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds every deployed decision table against its test table next to this class. */
@EngineTest
class DecisionTablesTest {

    /** What lets a dossier through, or lets someone skip a step. Nobody gets that by leaving something open. */
    private static final Map<String, Map<String, String>> APPROVING = Map.ofEntries(
            Map.entry("reassessment-mandate", Map.of("by", "head")), Map.entry("council-due", Map.of("due", "none")), Map.entry("council-wait", Map.of("wait", "none")),
            Map.entry("course-advice", Map.of("advice", "goOn")), Map.entry("course-mandate", Map.of("by", "projectLead")),
            Map.entry("team-use", Map.of("use", "enough")), Map.entry("yearly-mandate", Map.of("by", "lineManager")),
            Map.entry("choice-check", Map.of("choiceState", "sound")), Map.entry("goal-check", Map.of("goalState", "sound")),
            Map.entry("goal-review", Map.of("goalReview", "realistic")),
            // A signal approves nothing.
            Map.entry("choice-signals", Map.of()), Map.entry("goal-signals", Map.of()),
            Map.entry("dpia", Map.of("dpia", "notDue")),
            Map.entry("feasibility-advice", Map.of("advice", "feasible", "continuationAdvice", "proceed")),
            Map.entry("hand-over-escalation", Map.of("route", "answer")),
            Map.entry("lasting-result", Map.of("result", "onOrAbove")),
            Map.entry("measure-check", Map.of("measure", "sound")),
            Map.entry("mandate", Map.of("mandate", "head")),
            Map.entry("option-advice", Map.of("advice", "advise")), Map.entry("strategy-signals", Map.of()),
            Map.entry("privacy-checks", Map.of("check", "Geen wettelijke check nodig")),
            Map.entry("privacy-preparation", Map.of("preparationFit", "agrees")), Map.entry("privacy-finding", Map.of("finding", "good")),
            Map.entry("highest-risk", Map.of("risk", "low")),
            Map.entry("process-weight", Map.of("targetGroupStep", "skip", "strategyStep", "skip")),
            Map.entry("open-point-route", Map.of("route", "owner")),
            Map.entry("open-points-gate", Map.of("gate", "pass")),
            Map.entry("selection-advice", Map.of("advice", "select")),
            Map.entry("selection-mandate", Map.of("confirmation", "nobody")),
            Map.entry("team-readiness", Map.of("startBy", "team")),
            Map.entry("more-budget", Map.of("budgetBy", "nobody")),
            Map.entry("change-approval", Map.of("reviewGroups", "head-of-innovation,head-of-implementation", "puttingBack", "atOnce")),
            Map.entry("room-check", Map.of("room", "granted")), Map.entry("running-budget", Map.of("budget", "enough")),
            Map.entry("purchase-fit", Map.of("purchaseFit", "enough")), Map.entry("plan-norm", Map.of("normFit", "fits")), Map.entry("strategy-use", Map.of("strategiesUsed", "used")), Map.entry("plan-reach", Map.of("teamsFit", "fits")), Map.entry("poll-outcome", Map.of("pollSaid", "mostlyYes")), Map.entry("weight-anew", Map.of("weightChoice", "keep")),
            Map.entry("weight-confirmation", Map.of("confirmation", "nobody")));

    @Autowired
    DecisionService decisions;
    @Autowired
    HistoryService history;

    static List<String> decisionIds() {
        return DecisionFiles.ids();
    }

    static Stream<Case> cases() {
        return decisionIds().stream().flatMap(id -> Case.of(id).stream());
    }

    static Stream<Case> approvedCases() {
        // A legal duty is a ground of its own (seed: selecting on the strategy), nothing else is weighed then.
        return cases().filter(each -> isApproving(each.decision(), each.expected()))
                .filter(each -> !"legalDuty".equals(each.known().get("selectionGround")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tableGivesTheOutcomeAndSaysWhy(Case given) {
        assertOutcome(given, evaluate(given.decision(), given.withNulls()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWasNeverAskedCountsAsUnknown(Case given) {
        assertOutcome(given, evaluate(given.decision(), given.known()));
    }

    @ParameterizedTest
    @MethodSource("approvedCases")
    void leavingOneThingOpenNeverApproves(Case approved) {
        for (String input : approved.known().keySet()) {
            Map<String, Object> oneLess = approved.withNulls();
            oneLess.put(input, null);
            DmnDecisionResult result = evaluate(approved.decision(), oneLess);
            assertThat(isApproving(approved.decision(), byOutput(result)))
                    .as("%s without %s gives %s", approved, input, result).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void everyRuleFiresInATest(String decision) {
        Set<String> fired = new TreeSet<>();
        for (Case given : Case.of(decision)) {
            fired.addAll(firedBy(given));
        }
        assertThat(fired).as("rules of %s.dmn that a line of %s.txt reaches", decision, decision)
                .containsAll(DecisionFiles.rules(decision).stream().map(Rule::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("decisionIds")
    void reasonIsTheAnnotationOfTheRuleThatFired(String decision) {
        Map<String, String> annotations = DecisionFiles.rules(decision).stream()
                .collect(Collectors.toMap(Rule::getId, DecisionFiles::annotation));
        for (Case given : Case.of(decision)) {
            List<String> fired = firedBy(given).stream().map(annotations::get).toList();
            List<String> reasons = evaluate(decision, given.withNulls()).collectEntries("reason");
            if (DecisionFiles.tables(decision).size() == 1) {
                assertThat(reasons).as("%s", given).containsExactlyElementsOf(fired);
            } else {
                assertThat(reasons).as("%s", given).singleElement().satisfies(reason -> assertThat(fired.stream()
                        .filter(reason::contains).mapToInt(annotation -> annotation.length() + 1).sum() - 1)
                        .as("nothing but annotations of rules that fired in: %s", reason).isEqualTo(reason.length()));
            }
        }
    }

    @Test
    void reasonOfATableBelowIsGivenOnlyWhereTheRuleLooksAtIt() {
        Map<String, Object> answers = new HashMap<>(Map.of("selectionGround", "strategicGoal", "goalStrength", "moderate",
                "motive", "careQuestion", "clientContribution", "much", "staffContribution", "none", "efficiencyContribution", "none",
                "selfRelianceContribution", "none", "lastingValue", "yes"));
        answers.putAll(Map.of("organisationalOutlook", "good", "financialOutlook", "good", "technicalOutlook", "good"));
        assertThat(evaluate("selection-advice", answers).<String>collectEntries("reason")).containsExactly(
                "De kans draagt bij aan een strategisch doel. De kans levert cliënten veel op. De kans lijkt haalbaar"
                        + " voor organisatie, geld en techniek. Wat veel oplevert en blijft, gaat ook voor.");
        answers.put("selectionGround", "legalDuty");
        assertThat(evaluate("selection-advice", answers).<String>collectEntries("reason")).containsExactly(
                "Een wettelijke plicht is een grond op zichzelf. Wegen hoeft dan niet meer.");
    }

    private static void assertOutcome(Case given, DmnDecisionResult result) {
        given.expected().forEach((output, expected) -> {
            List<String> actual = result.collectEntries(output);
            if (output.equals("reason")) {
                assertThat(actual).as("%s", given).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.get(i)).as("%s", given).contains(expected.get(i));
                }
            } else {
                assertThat(actual).as("%s of %s", output, given).isEqualTo(expected);
            }
        });
    }

    /** Only the history tells which rules they were, in the tables below too. */
    private List<String> firedBy(Case given) {
        Date start = Date.from(EngineClock.now());
        Set<String> earlier = Set.copyOf(evaluatedSince(start));
        evaluate(given.decision(), given.withNulls());
        return evaluatedSince(start).stream().filter(id -> !earlier.contains(id))
                .flatMap(id -> history.createHistoricDecisionInstanceQuery().decisionInstanceId(id).includeOutputs()
                        .singleResult().getOutputs().stream())
                .map(HistoricDecisionOutputInstance::getRuleId).distinct().toList();
    }

    private List<String> evaluatedSince(Date moment) {
        return history.createHistoricDecisionInstanceQuery().evaluatedAfter(moment).list().stream()
                .map(HistoricDecisionInstance::getId).toList();
    }

    private DmnDecisionResult evaluate(String decision, Map<String, Object> variables) {
        return decisions.evaluateDecisionByKey(decision).variables(variables).evaluate();
    }

    private static boolean isApproving(String decision, Map<String, List<String>> outcome) {
        return APPROVING.get(decision).entrySet().stream()
                .anyMatch(approval -> outcome.getOrDefault(approval.getKey(), List.of()).contains(approval.getValue()));
    }

    private static Map<String, List<String>> byOutput(DmnDecisionResult result) {
        Map<String, List<String>> outcome = new HashMap<>();
        result.forEach(rule -> rule.keySet().forEach(output -> outcome.put(output, result.collectEntries(output))));
        return outcome;
    }
}
