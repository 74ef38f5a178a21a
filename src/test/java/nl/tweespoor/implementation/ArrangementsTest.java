package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ArrangementsTest {

    @Autowired
    Walk walk;

    @Test
    void rollOutWaitsUntilEveryDepartmentIsReady() {
        Dossier dossier = planned("needed", "needed", "needed");

        dossier.complete("UserTask_ArrangeCommunication").complete("UserTask_ArrangeTraining")
                .complete("UserTask_ArrangeIt");
        assertThat(dossier.tasks("UserTask_PrepareTeam")).isEmpty();
        dossier.arrangeProcurement().endedAt("EndEvent_Arranged")
                .isWaitingAt("UserTask_PrepareTeam");
    }

    @ParameterizedTest
    @CsvSource({"training, Waarom is geen scholing nodig", "procurement, Waarom hoeft er niets ingekocht",
        "it, Waarom is er voor ICT niets te doen"})
    void whatIsNotNeededSaysWhyNot(String what, String question) {
        Dossier dossier = walk.analysed();
        assertThatThrownBy(() -> dossier.makePlan(what + "Choice", "notNeeded", what + "NotReason", "."))
                .hasMessageContaining("Geef een echte reden (dus niet 'n.v.t.' of 'zie boven') bij: " + question + ".");
        dossier.makePlan(what + "Choice", "notNeeded", what + "NotReason", "Dat is er al in elk team.");
    }

    @Keeps("communication-is-arranged")
    @Test
    void communicationIsAlwaysArranged() {
        Dossier dossier = planned("notNeeded", "notNeeded", "notNeeded");

        assertThat(dossier.tasks("UserTask_ArrangeTraining")).isEmpty();
        assertThat(dossier.tasks("UserTask_ArrangeProcurement")).isEmpty();
        assertThat(dossier.tasks("UserTask_ArrangeIt")).isEmpty();
        assertThat(dossier.task("UserTask_ArrangeCommunication")).hasCandidateGroupAssociated("communications");
        dossier.complete("UserTask_ArrangeCommunication").endedAt("EndEvent_Arranged")
                .isWaitingAt("UserTask_PrepareTeam");
    }

    @ParameterizedTest
    @CsvSource({
        "needed, notNeeded, notNeeded, UserTask_ArrangeTraining, hr",
        "notNeeded, needed, notNeeded, UserTask_ArrangeProcurement, procurement",
        "notNeeded, notNeeded, needed, UserTask_ArrangeIt, it"})
    void onlyTheDepartmentThatThePlanNeedsGetsATask(String training, String procurement, String it, String step,
            String group) {
        Dossier dossier = planned(training, procurement, it);

        assertThat(dossier.waitsAt()).filteredOn(activity -> activity.startsWith("UserTask_Arrange"))
                .containsExactlyInAnyOrder(step, "UserTask_ArrangeCommunication");
        assertThat(dossier.task(step)).hasCandidateGroupAssociated(group);
        dossier.complete("UserTask_ArrangeCommunication").complete(step, step.endsWith("Procurement") ? new Object[] {"purchaseCost", "1"} : new Object[0])
                .endedAt("EndEvent_Arranged");
    }

    // What it may cost: 10.000, at a low risk

    @ParameterizedTest
    @CsvSource({"'10.000,01', UserTask_DecidePurchaseByHead, head-of-innovation",
        "50.000, UserTask_DecidePurchaseByHead, head-of-innovation", "'50.000,01', UserTask_DecidePurchaseByBoard, board",
        "999999999, UserTask_DecidePurchaseByBoard, board"})
    @Keeps("purchase-comes-back-as-it-was")
    void purchaseAboveTheBudgetGoesToWhoHasThatMandate(String cost, String task, String group) {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication")
                .arrangeProcurement("purchaseCost", cost, "purchaseWhat", "Twintig tilliften").isWaitingAt(task);
        assertThat(dossier.task(task)).hasCandidateGroupAssociated(group);

        dossier.complete(task, "purchaseOutcome", "refuse", "purchaseReason", "Kijk ook bij een ander.")
                .isWaitingAt("UserTask_ArrangeProcurement");
        assertThat(dossier.variable("procurement", "purchaseWhat")).isEqualTo("Twintig tilliften");
        assertThat(dossier.variable("procurement", "purchaseReason")).isEqualTo("Kijk ook bij een ander.");
        dossier.arrangeProcurement("purchaseCost", cost).complete(task, "purchaseOutcome", "allow").endedAt("EndEvent_Purchased")
                .isWaitingAt("UserTask_PrepareTeam");
        assertThat(dossier.variable("implementation", "purchaseOutcome")).isEqualTo("allow");
    }

    /** All that was bought for the dossier counts, and what was allowed is not asked about again. */
    @Test
    @Keeps("allowed-purchase-is-the-budget")
    void whatWasAllowedIsTheBudgetOfWhatIsBoughtAfterAdjusting() {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication")
                .arrangeProcurement("purchaseCost", "12.500").complete("UserTask_DecidePurchaseByHead", "purchaseOutcome", "allow")
                .timePassesUntil("StartEvent_EvaluationDue");
        adjust(dossier);
        dossier.arrangeProcurement("purchaseKind", "same", "purchaseCost", null).complete("UserTask_ReadAdjustment")
                .isWaitingAt("UserTask_PrepareTeam").timePassesUntil("StartEvent_EvaluationDue");
        assertThat(dossier.waitsAt()).doesNotContain("UserTask_DecidePurchaseByHead");

        adjust(dossier);
        dossier.arrangeProcurement("purchaseKind", "new", "purchaseCost", "1").isWaitingAt("UserTask_DecidePurchaseByHead");
        assertThat(dossier.variable("procurement", "purchaseTotal")).isEqualTo("12.501");
    }

    /** Two orders that each fit don't fit together. */
    @Test
    void purchasesCountTogether() {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication")
                .arrangeProcurement("purchaseCost", "6.000").timePassesUntil("StartEvent_EvaluationDue");
        adjust(dossier);

        dossier.arrangeProcurement("purchaseKind", "new", "purchaseCost", "6.000").isWaitingAt("UserTask_DecidePurchaseByHead");
    }

    /** Who buys doesn't say alone that it is enough: the plan says for how many it must be. */
    @ParameterizedTest
    @CsvSource({"false, 11, In het plan werken meer mensen", "true, 10, Het plan noemt meer teams"})
    void whatWasBoughtIsHeldAgainstTheNewPlan(boolean moreTeams, String size, String why) {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication").arrangeProcurement()
                .timePassesUntil("StartEvent_EvaluationDue");
        dossier.evaluate("evaluationOutcome", "adjust", "adjustStep", "plan")
                .complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                        moreTeams ? Walk.list("team-zonnehof", "team-nachtzorg") : Walk.list("team-zonnehof"), "trainingChoice", "notNeeded",
                        "procurementChoice", "needed", "itChoice", "notNeeded")
                .completeEach("UserTask_PlanTeam", "teamSize", size, "helpChoice", "notNeeded")
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm");

        assertThat((String) dossier.variable("procurement", "purchaseFitReason")).contains(why);
        assertThatThrownBy(() -> dossier.complete("UserTask_ArrangeProcurement", "purchaseKind", "same", "purchaseEnoughReason", null))
                .hasMessageContaining("Waarom is wat al is gekocht toch genoeg");
        dossier.complete("UserTask_ArrangeProcurement", "purchaseKind", "same", "purchaseEnoughReason", "Er lagen er nog twee op voorraad.")
                .endedAt("EndEvent_Purchased");
        assertThat(dossier.variable("procurement", "purchaseEnoughReason")).isEqualTo("Er lagen er nog twee op voorraad.");
    }

    /** A plan that says that nothing needs to be bought does not get past what was bought for fewer people. */
    @ParameterizedTest
    @CsvSource({"10, false", "11, true"})
    @Keeps("earlier-purchase-is-checked")
    @OnPostgresToo
    void whatWasBoughtIsHeldAgainstAPlanThatAsksNothing(String size, boolean asked) {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication").arrangeProcurement()
                .timePassesUntil("StartEvent_EvaluationDue");
        dossier.evaluate("evaluationOutcome", "adjust", "adjustStep", "plan")
                .complete("UserTask_PlanImplementation", "handOverChangeChoice", "none", "planBudget", "10.000", "planTeams",
                        Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "notNeeded", "itChoice", "notNeeded")
                .completeEach("UserTask_PlanTeam", "teamSize", size, "helpChoice", "notNeeded")
                .complete("UserTask_ApprovePlan", "approveOutcome", "approve").complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm");

        assertThat(dossier.tasks("UserTask_ArrangeProcurement")).hasSize(asked ? 1 : 0);
        if (asked) {
            assertThatThrownBy(() -> dossier.complete("UserTask_ArrangeProcurement", "purchaseKind", "same", "purchaseEnoughReason", null))
                    .hasMessageContaining("Waarom is wat al is gekocht toch genoeg");
        }
    }

    @Test
    void whatWasBoughtForAsManyIsEnough() {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication").arrangeProcurement()
                .timePassesUntil("StartEvent_EvaluationDue");
        adjust(dossier);

        assertThat(dossier.variable("procurement", "purchaseFit")).isEqualTo("enough");
        assertThatThrownBy(() -> dossier.complete("UserTask_ArrangeProcurement", "purchaseKind", "same", "purchaseEnoughReason", "Er is genoeg."))
                .hasMessageContaining("aat leeg");
        dossier.complete("UserTask_ArrangeProcurement", "purchaseKind", "same").endedAt("EndEvent_Purchased");
    }

    private static void adjust(Dossier dossier) {
        dossier.evaluate("evaluationOutcome", "adjust", "adjustStep", "plan")
                .plan("planTeams", Walk.list("team-zonnehof"), "trainingChoice", "notNeeded", "procurementChoice", "needed", "itChoice", "notNeeded")
                .complete("UserTask_ArrangeCommunication");
    }

    @Test
    void whatIsSaidToBeReadyIsReadyToday() {
        String tomorrow = walk.today().plusDays(1).toString();
        assertThatThrownBy(() -> planned("notNeeded", "notNeeded", "needed").complete("UserTask_ArrangeIt", "itReadyOn", tomorrow))
                .hasMessageContaining("Kies vandaag of een eerdere dag bij");
        assertThatThrownBy(() -> planned("notNeeded", "needed", "notNeeded").arrangeProcurement("purchaseReadyOn", tomorrow))
                .hasMessageContaining("Kies vandaag of een eerdere dag bij");
    }

    @Test
    void purchaseThatFitsAfterAllAsksNobody() {
        Dossier dossier = planned("notNeeded", "needed", "notNeeded").complete("UserTask_ArrangeCommunication")
                .arrangeProcurement("purchaseCost", "10.001").complete("UserTask_DecidePurchaseByHead", "purchaseOutcome", "refuse")
                .arrangeProcurement().isWaitingAt("UserTask_PrepareTeam");

        assertThat(dossier.variable("implementation", "purchaseBy")).isEqualTo("nobody");
        assertThat(dossier.variable("implementation", "purchaseOutcome")).isNull();
    }

    private Dossier planned(String training, String procurement, String it) {
        return walk.analysed().plan("planTeams", Walk.list("team-zonnehof"),
                "trainingChoice", training, "procurementChoice", procurement, "itChoice", it);
    }
}
