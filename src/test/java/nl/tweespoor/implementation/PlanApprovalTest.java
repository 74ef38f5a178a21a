package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is arranged before the plan is approved, paid for and confirmed in the line. */
@EngineTest
class PlanApprovalTest {

    private static final Object TWO_TEAMS = Walk.list("team-zonnehof", "team-nachtzorg");

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    DecisionHistory history;

    @Test
    @OnPostgresToo
    void planIsApprovedAndConfirmedBeforeAnythingIsArranged() {
        Dossier dossier = walk.analysed().makePlan();
        assertThat(dossier.task("UserTask_ApprovePlan")).hasCandidateGroup("head-of-implementation");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve");
        assertThat(dossier.task("UserTask_ConfirmPlan")).hasCandidateGroup("line-manager");
        assertThat(dossier.history("arrangements")).isEmpty();

        dossier.complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm").endedAt("EndEvent_PlanAdopted")
                .isWaitingAt("UserTask_ArrangeCommunication");
    }

    @ParameterizedTest
    @CsvSource({"plan, UserTask_PlanImplementation", "strategies, UserTask_ChooseStrategies",
        "targetGroups, UserTask_AnalyseTargetGroups", "analysis, UserTask_AnalysePractice"})
    @OnPostgresToo
    @Keeps("plan-comes-back-as-it-was")
    void planGoesBackToTheStepThatNeedsItAndKeepsWhatWasTyped(String step, String task) {
        Dossier dossier = walk.analysed().makePlan("planTeams", Walk.list("team-zonnehof"), "milestone1Name", "Alles hangt")
                .complete("UserTask_ApprovePlan", "approveOutcome", "sendBack", "adjustStep", step,
                        "approveReason", "De nacht staat er niet in.");

        dossier.endedAt("EndEvent_PlanSentBack").isWaitingOnlyAt(task);
        assertThat(tasks.getVariables(dossier.task(task).getId())).containsEntry("milestone1Name", "Alles hangt")
                .containsEntry("planReturnReason", "De nacht staat er niet in.");
    }

    @Test
    void lineThatCannotKeepItSendsThePlanBack() {
        Dossier dossier = walk.analysed().makePlan().complete("UserTask_ApprovePlan", "approveOutcome", "approve");
        assertThatThrownBy(() -> dossier.submit("UserTask_ConfirmPlan", "confirmOutcome", "sendBack", "confirmReason", "."))
                .hasMessageContaining("Geef een echte reden (dus niet 'n.v.t.' of 'zie boven') bij");
        dossier.complete("UserTask_ConfirmPlan", "confirmOutcome", "sendBack", "confirmReason", "In juli is niemand vrij.")
                .isWaitingOnlyAt("UserTask_PlanImplementation");
        assertThat(tasks.getVariable(dossier.task("UserTask_PlanImplementation").getId(), "planReturnReason"))
                .isEqualTo("In juli is niemand vrij.");
        dossier.plan().isWaitingAt("UserTask_ArrangeCommunication");
        assertThat(dossier.variable("implementation", "planReturnReason")).isNull();
    }

    // Money

    /** 12.500 was handed over, at a low risk. */
    @ParameterizedTest
    @CsvSource({"'12.500,01', UserTask_DecideBudgetByHead, head-of-innovation", "50.000, UserTask_DecideBudgetByHead, head-of-innovation",
        "'50.000,01', UserTask_DecideBudgetByBoard, board", "900000, UserTask_DecideBudgetByBoard, board"})
    @Keeps("budget-is-what-was-allowed")
    void moreThanWasHandedOverGoesToWhoHasThatMandate(String budget, String task, String group) {
        Dossier dossier = walk.analysed().makePlan("planBudget", budget).complete("UserTask_ApprovePlan", "approveOutcome", "approve");
        assertThat(dossier.task(task)).hasCandidateGroup(group);

        dossier.complete(task, "budgetOutcome", "refuse", "budgetReason", "Dat geld is er niet.")
                .isWaitingOnlyAt("UserTask_PlanImplementation");
        assertThat(dossier.variable("planning", "handOverBudget")).isEqualTo("12.500");
        dossier.makePlan("planBudget", budget).complete("UserTask_ApprovePlan", "approveOutcome", "approve")
                .complete(task, "budgetOutcome", "allow").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm")
                .isWaitingAt("UserTask_ArrangeCommunication");
        assertThat(dossier.variable("implementation", "handOverBudget")).isEqualTo(budget);
    }

    @Test
    void budgetThatWasAllowedIsNotAskedAgain() {
        walk.analysed().makePlan("planBudget", "20.000").complete("UserTask_ApprovePlan", "approveOutcome", "approve")
                .complete("UserTask_DecideBudgetByHead", "budgetOutcome", "allow")
                .complete("UserTask_ConfirmPlan", "confirmOutcome", "sendBack").plan("planBudget", "20.000")
                .isWaitingAt("UserTask_ArrangeCommunication");
    }

    // What a plan says

    @Test
    void milestonesComeInOrderAndNotInThePast() {
        Calendar.itIsMonday();
        Dossier dossier = walk.analysed();
        assertThatThrownBy(() -> dossier.makePlan("milestone1Date", Calendar.dayAfterMonday(-1))).hasMessageContaining("Mijlpaal 1");
        assertThatThrownBy(() -> dossier.makePlan("milestone1Date", Calendar.dayAfterMonday(20), "milestone2Name", "Klaar",
                "milestone2Goal", "Iedereen kan het", "milestone2Owner", "hr/hr", "milestone2Date", Calendar.dayAfterMonday(19)))
                .hasMessageContaining("Mijlpaal 2");
        assertThatThrownBy(() -> dossier.makePlan("milestone1Date", Calendar.dayAfterMonday(20), "milestone2Name", "Klaar",
                "milestone2Goal", "", "milestone2Owner", "", "milestone2Date", ""))
                .hasMessageContaining("Mijlpaal 2: vul nog in: Doel: wat is dan bereikt; Datum; Eigenaar");
        assertThatThrownBy(() -> dossier.makePlan("milestone1Date", Calendar.dayAfterMonday(20), "milestone3Name", "Klaar",
                "milestone3Goal", "Iedereen kan het", "milestone3Owner", "hr/hr", "milestone3Date", Calendar.dayAfterMonday(19)))
                .as("also past one that is left out").hasMessageContaining("vóór die bij ‘Mijlpaal 1");
        dossier.makePlan("milestone1Date", Calendar.dayAfterMonday(20), "milestone2Name", "Klaar",
                "milestone2Goal", "Iedereen kan het", "milestone2Owner", "hr/hr", "milestone2Date", Calendar.dayAfterMonday(20))
                .isWaitingAt("UserTask_ApprovePlan");
    }

    /** A group carries nothing: someone of it does, who is there. */
    @Test
    void ownerOfAMilestoneIsAPersonWhoStandsInLaterForms() {
        Dossier dossier = walk.analysed();
        for (String owner : List.of("hr", "hr/it", "auditor/auditor", "Jan")) {
            assertThatThrownBy(() -> dossier.makePlan("milestone1Owner", owner)).as(owner)
                    .hasMessageContaining("Mijlpaal 1: kies uit de lijst bij: Eigenaar");
        }
        dossier.makePlan("milestone1Name", "Alles hangt", "milestone1Date", walk.today().plusDays(20).toString(), "milestone1Owner", "hr/hr");

        assertThat(dossier.shownAt("UserTask_ApprovePlan", "milestones")).contains("\"name\":\"Alles hangt\"", "\"owner\":\"HR\"",
                "\"date\":\"" + DutchTime.written(walk.today().plusDays(20)) + "\"");
        assertThat(dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve").shownAt("UserTask_ConfirmPlan", "milestones"))
                .contains("Alles hangt", "HR");
    }

    @Test
    void planCanAskForAChangeOfWhatWasHandedOver() {
        Dossier dossier = walk.analysed().makePlan("handOverChangeChoice", "ask", "milestone1Name", "Alles hangt")
                .isWaitingOnlyAt("UserTask_AnswerChange")
                .complete("UserTask_AnswerChange", "changeOutcome", "result", "newWantedResult", "Rustige dagen")
                .isWaitingOnlyAt("UserTask_PlanImplementation");
        assertThat(tasks.getVariables(dossier.task("UserTask_PlanImplementation").getId()))
                .containsEntry("wantedResult", "Rustige dagen").containsEntry("milestone1Name", "Alles hangt");
        dossier.plan().isWaitingAt("UserTask_ArrangeCommunication");
    }

    // More teams than were handed over

    @Test
    @OnPostgresToo
    void moreTeamsThanWereHandedOverAskForTheWeightAnew() {
        Dossier dossier = lightForOneTeam().makePlan("planTeams", TWO_TEAMS, "trainingChoice", "notNeeded");

        dossier.isWaitingOnlyAt("UserTask_ChooseWeight");
        assertThat(tasks.getVariables(dossier.task("UserTask_ChooseWeight").getId())).containsEntry("weightAdvice", "standard")
                .containsEntry("reach", "severalTeams").containsEntry("weightBefore", "light").containsEntry("chosenWeight", null);
        dossier.chooseWeight("standard").endedAt("EndEvent_PlanSentBack").isWaitingOnlyAt("UserTask_AnalysePractice");
        assertThat((String) tasks.getVariable(dossier.task("UserTask_AnalysePractice").getId(), "planReturnReason")).contains("meer teams");
    }

    @Test
    @OnPostgresToo
    void moreTeamsThanWereHandedOverAreApprovedAgainstTheAdvice() {
        Dossier dossier = lightForOneTeam().makePlan("planTeams", TWO_TEAMS, "trainingChoice", "notNeeded").complete("UserTask_ChooseWeight", "chosenWeight", "light");

        assertThatThrownBy(() -> dossier.submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Het tweede team wil graag mee."))
                .hasMessageContaining("Waarom keurt u dit tegen het advies in goed");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve", "planDeviationReason", "Het tweede team is er klaar voor.")
                .isWaitingAt("UserTask_ConfirmPlan");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> {
            assertThat(advice.followed()).isFalse();
            assertThat(advice.reasonAgainst()).isEqualTo("Het tweede team is er klaar voor.");
        });
    }

    /** The weight was chosen for 12.500; what asks more may ask for more steps, before anyone approves it. */
    @ParameterizedTest
    @CsvSource({"20.000, UserTask_ApprovePlan,", "'20.000,01', UserTask_ChooseWeight, standard", "50.001, UserTask_ChooseWeight, extended"})
    @OnPostgresToo
    void moreMoneyThanWasWeighedAsksForTheWeightAnew(String budget, String step, String advice) {
        Dossier dossier = lightForOneTeam().makePlan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "planBudget", budget);

        dossier.isWaitingOnlyAt(step);
        if (advice != null) {
            assertThat(tasks.getVariables(dossier.task(step).getId())).containsEntry("weightAdvice", advice).containsEntry("handOverBudget", budget);
            dossier.chooseWeight(advice).endedAt("EndEvent_PlanSentBack").isWaitingOnlyAt("UserTask_AnalysePractice");
            assertThat(dossier.variable("planning", "handOverBudget")).as("nobody granted it yet").isEqualTo("12.500");
        }
    }

    @Test
    void weightIsNotChosenAgainForMoneyThatWasWeighed() {
        lightForOneTeam().makePlan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "planBudget", "900.000")
                .complete("UserTask_ChooseWeight", "chosenWeight", "light")
                .complete("UserTask_ApprovePlan", "approveOutcome", "sendBack", "adjustStep", "plan")
                .makePlan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "planBudget", "800.000")
                .isWaitingOnlyAt("UserTask_ApprovePlan");
    }

    /** The same number of teams is weighed once, and what was approved once is no longer more. */
    @Test
    void weightIsChosenOncePerNumberOfTeams() {
        Dossier dossier = lightForOneTeam().makePlan("planTeams", TWO_TEAMS, "trainingChoice", "notNeeded").complete("UserTask_ChooseWeight", "chosenWeight", "light")
                .complete("UserTask_ApprovePlan", "approveOutcome", "sendBack", "adjustStep", "plan").makePlan("planTeams", TWO_TEAMS, "trainingChoice", "notNeeded");
        dossier.endedAt("EndEvent_WeightKept").isWaitingAt("UserTask_ApprovePlan")
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "sendBack");

        dossier.makePlan("planTeams", TWO_TEAMS, "trainingChoice", "notNeeded").isWaitingAt("UserTask_ApprovePlan");
        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).containsEntry("teamsFit", "fits").containsEntry("planAdvice", null);
    }

    @Test
    void teamThatWasHandedOverNeedsNoOtherReason() {
        Dossier dossier = lightForOneTeam().makePlan("planTeams", Walk.list("team-zonnehof")).isWaitingAt("UserTask_ApprovePlan");

        assertThatThrownBy(() -> dossier.submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Dit is goed te doen.",
                "planDeviationReason", "Hier is niets mis mee.")).hasMessageContaining("aat leeg");
        dossier.submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Dit is goed te doen.").isWaitingAt("UserTask_ConfirmPlan");
    }

    // Another norm than was approved

    /** What was measured below the norm is not mended by a norm that is lower. */
    @ParameterizedTest
    @CsvSource({"higher, 4, Rondes per nacht, De norm is lager", "lower, 10, Rondes per nacht, de andere kant op",
        "higher, 10, Tevredenheid, meet iets anders dan is overgedragen"})
    void normThatBendsAfterAdjustingIsAgainstTheAdvice(String direction, String norm, String indicator, String why) {
        Dossier dossier = adjustedAtTheAnalysis(direction, norm, indicator);

        assertThat((String) tasks.getVariable(dossier.task("UserTask_ApprovePlan").getId(), "normFitReason")).contains(why);
        assertThatThrownBy(() -> dossier.submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Zo halen we het wel."))
                .hasMessageContaining("Waarom keurt u dit tegen het advies in goed");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve", "planDeviationReason", "De eerste norm was verkeerd berekend.");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
    }

    /** What is measured later is what was wanted when it was handed over. */
    @Test
    @OnPostgresToo
    @Keeps("other-indicator-is-against-the-advice")
    void otherIndicatorThanWasHandedOverIsAgainstTheAdvice() {
        Dossier dossier = walk.prepared();
        assertThatThrownBy(() -> dossier.complete("UserTask_AnalysePractice", "indicatorChoice", "other", "baselineIndicator", "Tevredenheid", "indicatorReason", ""))
                .hasMessageContaining("Waarom meet u iets anders dan is overgedragen");
        dossier.complete("UserTask_AnalysePractice", "indicatorChoice", "other", "baselineIndicator", "Tevredenheid",
                        "indicatorReason", "Rondes tellen lukt hier niet.", "normDirection", "higher", "baselineValue", "2", "targetValue", "12", "normValue", "10")
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies").makePlan();

        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).containsEntry("planAdvice", "sendBack")
                .containsEntry("normFit", "otherMeasure").containsEntry("indicatorReason", "Rondes tellen lukt hier niet.");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve", "planDeviationReason", "Dit zegt hier meer.");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
        dossier.complete("UserTask_ConfirmPlan", "confirmOutcome", "sendBack").makePlan();
        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).as("once accepted").containsEntry("normFit", "fits");
    }

    // What was chosen before

    @ParameterizedTest
    @CsvSource({"training, notNeeded, notNeeded, Scholing is gekozen", "coaching, needed, notNeeded, Begeleiding is gekozen"})
    @OnPostgresToo
    void planThatDoesNothingWithAChosenStrategyIsAgainstTheAdvice(String strategy, String training, String help, String why) {
        Dossier dossier = withStrategy(strategy, training, help);

        String task = dossier.task("UserTask_ApprovePlan").getId();
        assertThat(tasks.getVariables(task)).containsEntry("planAdvice", "sendBack");
        assertThat((String) tasks.getVariable(task, "strategiesUsedReason")).contains(why);
        assertThatThrownBy(() -> dossier.submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Dit is goed te doen."))
                .hasMessageContaining("Waarom keurt u dit tegen het advies in goed");
        dossier.complete("UserTask_ApprovePlan", "approveOutcome", "approve", "planDeviationReason", "Dat doen we later.");
        assertThat(history.of(dossier.number()).get(0).advice()).hasValueSatisfying(advice -> assertThat(advice.followed()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"training, needed, notNeeded", "coaching, notNeeded, needed", "information, notNeeded, notNeeded"})
    void planThatDoesWhatWasChosenNeedsNoOtherReason(String strategy, String training, String help) {
        withStrategy(strategy, training, help).submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Dit is goed te doen.")
                .isWaitingAt("UserTask_ConfirmPlan");
    }

    @ParameterizedTest
    @CsvSource({"exampleTeam, strategyExampleTeam, Voorbeeldteam", "adaptWork, strategyAdaptWork, Werk aanpassen",
        "leadership, strategyLeadership, Leiderschap", "reminders, strategyReminders, Geheugensteun", "resources, strategyResources, Middelen"})
    void planSaysWhatItDoesWithAStrategyThatHasNoQuestionOfItsOwn(String strategy, String question, String row) {
        Dossier dossier = walk.prepared().analysePractice().complete("UserTask_AnalyseTargetGroups")
                .complete("UserTask_ChooseStrategies", "strategies", Walk.list(strategy, "information"));
        assertThatThrownBy(() -> dossier.makePlan(question, "")).hasMessageContaining(row + ": vul nog in");
        assertThat(dossier.makePlan(question, "Zonnehof doet het voor.").variable("planning", question)).isEqualTo("Zonnehof doet het voor.");
    }

    /** What was found before is answered in the plan, by each that is asked, and read by who approves it. */
    @Test
    @Keeps("plan-answers-what-was-found")
    void planAnswersEachRiskAndConcernThatWasFound() {
        Dossier dossier = walk.beingTested().completeTests("privacyRisk", "medium", "supportConcerns", "Extra inloggen")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver", "handOverRisks", "Er is één beheerder.")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("standard").formTeam().grantRoom().analysePractice()
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies");
        for (String question : List.of("riskAnswers", "privacyRiskAnswer", "concernPlan")) {
            assertThatThrownBy(() -> dossier.makePlan(question, "")).as(question).hasMessageContaining("ul nog in: Wat doet dit plan");
        }
        dossier.makePlan("riskAnswers", "Een tweede beheerder leert mee.");
        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).containsEntry("riskAnswers", "Een tweede beheerder leert mee.")
                .containsKeys("privacyRiskAnswer", "concernPlan");
    }

    @Test
    void riskThatIsLowAsksNoAnswer() {
        assertThat(walk.analysed().makePlan().variable("planning", "privacyRiskAnswer")).isNull();
    }

    private Dossier withStrategy(String strategy, String training, String help) {
        Dossier dossier = walk.prepared().analysePractice().complete("UserTask_AnalyseTargetGroups")
                .complete("UserTask_ChooseStrategies", "strategies", Walk.list(strategy))
                .complete("UserTask_PlanImplementation", "planTeams", Walk.list("team-zonnehof"), "trainingChoice", training,
                        "handOverChangeChoice", "none", "planBudget", "10.000");
        return dossier.complete("UserTask_PlanTeam", "teamSize", "10", "helpChoice", help);
    }

    @Test
    void indicatorThatWasHandedOverIsNeverTypedAgain() {
        Dossier dossier = walk.analysed().makePlan();

        assertThat(dossier.variable("planning", "baselineIndicator")).isNotNull().isEqualTo(dossier.variable("planning", "resultIndicator"));
        assertThat(tasks.getVariables(dossier.task("UserTask_ApprovePlan").getId())).containsEntry("normFit", "fits").containsEntry("planAdvice", null);
    }

    @Test
    void normThatStaysNeedsNoOtherReason() {
        adjustedAtTheAnalysis("higher", "11", "Rondes per nacht")
                .submit("UserTask_ApprovePlan", "approveOutcome", "approve", "approveReason", "Dit is goed te doen.").isWaitingAt("UserTask_ConfirmPlan");
    }

    private Dossier adjustedAtTheAnalysis(String direction, String norm, String indicator) {
        Dossier dossier = walk.prepared().complete("UserTask_AnalysePractice", "baselineIndicator", "Rondes per nacht", "normDirection", "higher",
                        "baselineValue", "2", "targetValue", "12", "normValue", "10")
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded")
                .complete("UserTask_ArrangeCommunication").timePassesUntil("StartEvent_EvaluationDue")
                .evaluate("evaluationOutcome", "adjust", "adjustStep", "analysis");
        boolean higher = direction.equals("higher");
        return dossier.complete("UserTask_AnalysePractice", "baselineIndicator", indicator, "normDirection", direction,
                        "baselineValue", higher ? "2" : "14", "targetValue", higher ? "12" : "5", "normValue", norm)
                .complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies")
                .makePlan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded");
    }

    /** Advised to keep it light, which it is; waits at the plan. */
    private Dossier lightForOneTeam() {
        return walk.decided().complete("UserTask_PrepareHandOver", "reach", "oneTeam").complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .chooseWeight("light").formTeam().grantRoom().analysePractice();
    }
}
