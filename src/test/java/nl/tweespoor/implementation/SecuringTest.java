package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Objects;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invariant 8 of the domain: nothing ends at delivery. */
@EngineTest
class SecuringTest {

    @Autowired
    Walk walk;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;

    /** Finance found 3.000 a year: who owns it hears when less is there, and says why that will do. */
    @Test
    @Keeps("owner-reads-the-running-budget")
    void lowerBudgetThanWasFoundIsSaidToTheOwner() {
        Dossier dossier = walk.evaluated().secure("lineOwner", "line-manager/line-manager",
                "runningBudget", "2.999,99").isWaitingOnlyAt("UserTask_SecureInnovation");
        assertThatThrownBy(() -> dossier.secure("lineOwner", "line-manager/line-manager", "runningBudget",
                "2.999,99", "runningBudgetReason", null)).hasMessageContaining("Waarom is dit bedrag toch genoeg");
        dossier.secure("lineOwner", "line-manager/line-manager", "runningBudget", "2.999,99",
                "runningBudgetReason", "De leverancier is goedkoper geworden.");
        assertThat(tasks.getVariables(dossier.task("UserTask_AcceptOwnership").getId())).containsEntry("runningBudgetFound", "tooLow")
                .containsEntry("yearlyCost", "3.000").containsEntry("runningBudgetReason", "De leverancier is goedkoper geworden.");
        assertThatThrownBy(() -> dossier.submit("UserTask_AcceptOwnership", "ownershipOutcome", "accept", "ownershipReason", "De teams kunnen het."))
                .hasMessageContaining("Waarom accepteert u een lager budget");
    }

    /** A reason for one amount is none for another. */
    @Test
    void otherBudgetThatIsTooLowIsExplainedAnew() {
        Dossier dossier = walk.evaluated().secure("lineOwner", "line-manager/line-manager", "runningBudget", "2.000")
                .secure("lineOwner", "line-manager/line-manager", "runningBudget", "2.000",
                        "runningBudgetReason", "De leverancier is goedkoper geworden.")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "notYet");
        dossier.secure("lineOwner", "line-manager/line-manager", "runningBudget", "1.000")
                .isWaitingOnlyAt("UserTask_SecureInnovation");
        dossier.secure("lineOwner", "line-manager/line-manager", "runningBudget", "3.000")
                .isWaitingAt("UserTask_AcceptOwnership");
        assertThat(tasks.getVariables(dossier.task("UserTask_AcceptOwnership").getId())).containsEntry("runningBudgetFound", "enough")
                .containsEntry("runningBudgetReason", null);
    }

    @Test
    void budgetThatIsEnoughNeedsNoOtherReason() {
        assertThatThrownBy(() -> walk.evaluated().secure("lineOwner", "line-manager/line-manager",
                "runningBudget", "3.000", "runningBudgetReason", "Dit staat al in de begroting.")).hasMessageContaining("aat leeg");
        walk.evaluated().secure("lineOwner", "line-manager/line-manager", "runningBudget", "3.000")
                .submit("UserTask_AcceptOwnership", "ownershipOutcome", "accept", "ownershipReason", "De teams kunnen het volhouden.")
                .isWaitingAt("IntermediateEvent_MomentReached");
    }

    @Test
    void securedInnovationNeedsAnOwnerInTheLine() {
        Dossier dossier = walk.evaluated().secure("lineOwner", "line-manager/line-manager");

        assertThat(dossier.task("UserTask_AcceptOwnership")).isAssignedTo("line-manager");
        dossier.complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept")
                .isWaitingOnlyAt("IntermediateEvent_MomentReached");
    }

    /** Nobody accepts for another; and who accepted looks back at it every year. */
    @Test
    @Keeps("owner-who-was-chosen-accepts")
    void ownerWhoWasChosenAcceptsAndLooksBack() {
        Dossier dossier = walk.evaluated().secure("lineOwner", "hr/hr");

        assertThat(groupsOf(dossier.task("UserTask_AcceptOwnership"))).containsExactly("hr");
        dossier.complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes", "ownerThere", "yes");
        }
        dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none").timePassesUntil("IntermediateEvent_YearPassed");
        assertThat(groupsOf(dossier.task("UserTask_LookBack"))).containsExactly("hr");
    }

    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }

    @Test
    void ownershipThatIsNotAcceptedYetGoesBackWithWhatIsMissing() {
        Dossier dossier = walk.evaluated().secure()
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "notYet",
                        "ownershipReason", "De werkinstructie ontbreekt.");

        assertThat(tasks.getVariables(dossier.task("UserTask_SecureInnovation").getId()))
                .containsEntry("ownershipOutcome", "notYet")
                .containsEntry("ownershipReason", "De werkinstructie ontbreekt.");
        dossier.secure();
        assertThat(tasks.getVariable(dossier.task("UserTask_AcceptOwnership").getId(), "ownershipOutcome")).isNull();
        dossier.complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept")
                .isWaitingOnlyAt("IntermediateEvent_MomentReached");
    }

    @Test
    void ownershipIsNeverRefusedWithoutAReason() {
        Dossier dossier = walk.evaluated().secure();

        assertThatThrownBy(() -> dossier.submit("UserTask_AcceptOwnership", "ownershipOutcome", "notYet"))
                .hasMessageContaining("Vul nog in: Waarom.");
    }

    @Test
    void dossierIsSecuredAfterTheLastEvaluationHolds() {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            assertThat(dossier.hasPassed("EndEvent_NormHeld")).isFalse();
            dossier.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes");
        }

        dossier.endedAt("EndEvent_NormHeld").complete("UserTask_RecordLessons", "lessonOutcome", "none")
                .endedAt("EndEvent_Secured");
    }

    @Test
    void nobodyJumpsStraightToSecured() {
        String implementation = walk.evaluated().running("implementation").get(0).getId();

        assertThatThrownBy(() -> runtime.createProcessInstanceModification(implementation)
                .startBeforeActivity("EndEvent_Secured").execute()).hasMessageContaining("pas geborgd");
    }

    @Test
    void jumpingToTheLessonsDoesNotSecureADossierWithoutAnOwner() {
        Dossier dossier = walk.evaluated();
        runtime.createProcessInstanceModification(dossier.running("implementation").get(0).getId())
                .cancelAllForActivity("UserTask_SecureInnovation")
                .startBeforeActivity("CallActivity_RecordLessonsSecured").execute();

        assertThatThrownBy(() -> dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none"))
                .hasMessageContaining("pas geborgd");
    }

    @Test
    void oldAcceptanceDoesNotSecureADossierThatFellBelowTheNorm() {
        Dossier dossier = LastingEvaluationTest.belowNorm(walk.owned())
                .complete("UserTask_ReviewBelowNorm")
                .complete("UserTask_DecideAdjustment", "adjustStep", "secure");
        runtime.createProcessInstanceModification(dossier.running("implementation").get(0).getId())
                .cancelAllForActivity("UserTask_SecureInnovation")
                .startBeforeActivity("CallActivity_RecordLessonsSecured").execute();

        assertThatThrownBy(() -> dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none"))
                .hasMessageContaining("pas geborgd");
    }

    @Test
    void resultIsNotSubmittedWithTheMeasurement() {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached");

        assertThatThrownBy(() -> dossier.complete("UserTask_MeasureResult", "measuredValue", "1",
                "lastingResult", "onOrAbove")).hasMessageContaining("niet: lastingResult");
        dossier.complete("UserTask_MeasureResult", "measuredValue", "1", "stillStandard", "yes",
                        "ownerThere", "yes").isWaitingOnlyAt("UserTask_ReviewBelowNorm");
    }

    @Test
    @OnPostgresToo
    void resultIsNotSubmittedWithTheAdjustment() {
        Dossier dossier = LastingEvaluationTest.belowNorm(walk.owned()).complete("UserTask_ReviewBelowNorm");

        assertThatThrownBy(() -> dossier.complete("UserTask_DecideAdjustment", "adjustStep", "secure",
                "lastingResult", "onOrAbove")).hasMessageContaining("niet: lastingResult");
        dossier.complete("UserTask_DecideAdjustment", "adjustStep", "secure")
                .isWaitingOnlyAt("UserTask_SecureInnovation");
    }

    @Test
    void normIsNotSubmittedWithTheMeasurement() {
        Dossier dossier = walk.owned().timePassesUntil("IntermediateEvent_MomentReached");

        assertThatThrownBy(() -> dossier.complete("UserTask_MeasureResult", "measuredValue", "1", "normValue", "0"))
                .hasMessageContaining("niet: normValue");
        dossier.complete("UserTask_MeasureResult", "measuredValue", "1", "stillStandard", "yes",
                        "ownerThere", "yes").isWaitingOnlyAt("UserTask_ReviewBelowNorm");
    }

    @Test
    void skippingListenersDoesNotSkipTheCheck() {
        String implementation = walk.evaluated().running("implementation").get(0).getId();

        assertThatThrownBy(() -> runtime.createProcessInstanceModification(implementation)
                .startBeforeActivity("EndEvent_Secured").execute(true, true)).hasMessageContaining("pas geborgd");
    }

    @Test
    void lastingEvaluationDoesNotBeginOnItsOwn() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("lasting-evaluation"))
                .hasMessageContaining("Dit deelproces begint alleen vanuit een dossier.");
    }
}
