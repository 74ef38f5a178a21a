package nl.tweespoor.council;

import static org.assertj.core.api.Assertions.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of a dossier find says which council is asked; what it says goes along, and the law's month comes first. */
@EngineTest
@OnPostgresToo
class CouncilInInnovationTest {

    @Autowired
    Walk walk;

    /** Waits at {@code UserTask_WeighFindings}, with an advice of the works council of two points. */
    private Dossier advised(String outcome, Object... facts) {
        return walk.beingTested().completeTests(facts).isWaitingOnlyAt("Gateway_BothAsked", "UserTask_AskAdvice").complete("UserTask_AskAdvice")
                .complete("UserTask_GiveAdvice", "adviceOutcome", outcome, "adviceReason", "Er is te weinig tijd.",
                        "advicePointsText", outcome.equals("positive") ? null : "Eerst scholing\nGeen camera's")
                .complete("UserTask_ReadAdvice").isWaitingOnlyAt("UserTask_WeighFindings");
    }

    private static Dossier decidedToGoOn(Dossier dossier) {
        return dossier.complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed");
    }

    @Test
    void handOverWaitsAMonthAfterADecisionAgainstTheWorksCouncil() {
        Dossier dossier = decidedToGoOn(advised("negative", "workChange", "much"));

        dossier.complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").complete("UserTask_AnswerAdvicePoint",
                "adviceFollowed", "notFollowed", "advicePointReason", "Er komen geen camera's.").complete("UserTask_WriteNotice", "councilTalked", "yes");
        assertThat(dossier.waitsAt()).contains("Gateway_WaitOver").doesNotContain("UserTask_PrepareHandOver");
        assertThat(dossier.running("implementation")).isEmpty();
        dossier.timePassesUntil("IntermediateEvent_MonthOver").isWaitingAt("UserTask_PrepareHandOver");
        // What is followed is a condition of the hand-over; what is not is none.
        assertThat(dossier.shownAt("UserTask_PrepareHandOver", "conditions")).contains("Ondernemingsraad", "Eerst scholing").doesNotContain("camera");
        dossier.complete("UserTask_PrepareHandOver").isWaitingAt("UserTask_ReviewHandOver");
        assertThat(dossier.variable("implementation", "worksCouncilOutcome")).isEqualTo("negative");
        assertThat(dossier.variable("implementation", "worksCouncilAnswers").toString()).contains("Er komen geen camera's.");
    }

    @Test
    void bothCouncilsAreAskedAtOnce() {
        Dossier dossier = walk.beingTested().completeTests("jobsChange", "yes", "clientLife", "yes");

        assertThat(dossier.tasks("UserTask_AskAdvice")).hasSize(2);
        dossier.completeEach("UserTask_AskAdvice", "adviceRight", "advice").completeEach("UserTask_GiveAdvice", "adviceOutcome", "positive")
                .completeEach("UserTask_ReadAdvice");
        decidedToGoOn(dossier).completeEach("UserTask_WriteNotice").isWaitingAt("UserTask_PrepareHandOver");
    }

    @Test
    void aPilotWaitsForTheCouncilToo() {
        Dossier dossier = advised("conditions", "workChange", "much").complete("UserTask_WeighFindings", "pilotChoice", "pilot");

        dossier.complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed").complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed")
                .complete("UserTask_WriteNotice", "councilTalked", "yes");
        assertThat(dossier.waitsAt()).contains("Gateway_WaitOver").doesNotContain("UserTask_RunPilot");
        dossier.timePassesUntil("SendTask_MailCouncil").complete("UserTask_ReadDeviation", "waiveOutcome", "waive").isWaitingAt("UserTask_RunPilot");
    }

    /** Waits for the month of the works council, with a pilot that is to end after so many days. */
    private Dossier pilotThatWaits(int days) {
        return advised("negative", "workChange", "much").complete("UserTask_WeighFindings", "pilotChoice", "pilot", "pilotEndDate",
                        walk.today().plusDays(days).toString()).complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed")
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").complete("UserTask_WriteNotice", "councilTalked", "yes")
                .isWaitingOnlyAt("Gateway_BothTold", "Gateway_WaitOver");
    }

    @Test
    void pilotThatWouldHaveEndedWithinTheMonthIsPlannedAnewAndNotJudged() {
        Dossier dossier = pilotThatWaits(20).timePassesUntil("IntermediateEvent_MonthOver");

        assertThat(dossier.waitsAt()).contains("UserTask_PlanPilotAnew").doesNotContain("UserTask_RunPilot", "UserTask_EvaluatePilot");
        assertThat(dossier.task("UserTask_PlanPilotAnew").getDueDate()).isEqualTo(walk.afterPeriodOf("plan-pilot-anew"));
        String end = walk.today().plusDays(40).toString();
        dossier.complete("UserTask_PlanPilotAnew", "pilotChoice", "pilot", "pilotEndDate", end).isWaitingAt("UserTask_RunPilot");
        assertThat(dossier.variable("pilot", "pilotEndDate")).isEqualTo(end);
        assertThat(dossier.task("UserTask_RunPilot").getDueDate()).isEqualTo(walk.startOfWorkOn(walk.today().plusDays(40)));
    }

    @Test
    void pilotForWhichNoTimeIsLeftIsGivenUpAndTheConclusionComesNext() {
        Dossier dossier = pilotThatWaits(20).timePassesUntil("IntermediateEvent_MonthOver")
                .complete("UserTask_PlanPilotAnew", "pilotChoice", "noPilot").endedAt("EndEvent_PilotGivenUp");

        assertThat(dossier.waitsAt()).contains("UserTask_ConcludeFeasibility");
        assertThat(dossier.variable("feasibility", "pilotChoice")).isEqualTo("noPilot");
    }

    @Test
    void pilotThatEndsAfterTheMonthBeginsWhenTheMonthIsOver() {
        pilotThatWaits(40).timePassesUntil("IntermediateEvent_MonthOver").isWaitingAt("UserTask_RunPilot");
    }

    @Test
    void withoutConsentThereIsNoPilotAndNoHandOver() {
        Dossier dossier = advised("negative", "staffMonitored", "yes").complete("UserTask_WeighFindings", "pilotChoice", "pilot")
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed")
                .complete("UserTask_WriteNotice", "councilTalked", "yes").complete("UserTask_RecordConsent", "consentOutcome", "stop");
        assertThat(dossier.hasPassed("UserTask_RunPilot")).isFalse();

        dossier.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible").complete(
                dossier.tasks("UserTask_DecideByHead").isEmpty() ? "UserTask_DecideByBoard" : "UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed")
                .complete("UserTask_WriteNotice", "councilTalked", "yes")
                .complete("UserTask_RecordConsent", "consentOutcome", "stop", "consentReason", "De raad blijft bij nee.").endedAt("EndEvent_NotContinued");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo("De raad blijft bij nee.");
    }

    /** Without the advice it would be sound. */
    @Test
    void whatTheCouncilSaidIsAFindingOfTheAdvice() {
        Dossier negative = advised("negative", "workChange", "much").complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        Dossier refused = advised("negative", "staffMonitored", "yes").complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        Dossier positive = advised("positive", "workChange", "much").complete("UserTask_WeighFindings", "pilotChoice", "noPilot");

        assertThat(negative.variable("feasibility", "feasibilityAdvice")).isEqualTo("feasibleWithConditions");
        assertThat(negative.variable("feasibility", "feasibilityAdviceReason").toString()).contains("De ondernemingsraad adviseert negatief.");
        assertThat(refused.variable("feasibility", "continuationAdvice")).isEqualTo("stop");
        assertThat(refused.variable("feasibility", "feasibilityAdviceReason").toString()).contains("De ondernemingsraad stemt niet in");
        assertThat(positive.variable("feasibility", "feasibilityAdviceReason").toString()).doesNotContain("adviseert negatief");
    }

    @ParameterizedTest
    @CsvSource({"workChange, much, Ondernemingsraad", "clientLife, yes, Centrale cliëntenraad"})
    void councilThatAdvisedHearsThatTheInnovationStops(String fact, String found, String council) {
        Dossier dossier = advised("negative", fact, found).complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "noSupport")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "stop", "continuationReason", "Niemand wil het.")
                .endedAt("EndEvent_NotContinued").timePassesUntil("SendTask_MailCouncil");

        assertThat(dossier.tasks("UserTask_ReadCouncilMessage")).as("the council that was asked, and no other").hasSize(1);
        assertThat(dossier.variable("council-told", "noticeText")).isEqualTo("We gaan hier niet mee verder. De reden: Niemand wil het.");
        assertThat(dossier.variable("council-told", "adviceCouncilName")).isEqualTo(council);
    }

    /** Whoever was asked before the hand-over hears it too when the implementation stops, and whether it was followed or not. */
    @ParameterizedTest
    @CsvSource({"workChange, much, Ondernemingsraad", "clientLife, yes, Centrale cliëntenraad"})
    void councilThatWasAskedHearsThatTheImplementationStops(String fact, String found, String council) {
        Dossier dossier = decidedToGoOn(advised("positive", fact, found)).complete("UserTask_WriteNotice").timePassesUntil("SendTask_MailCouncil")
                .complete("UserTask_ReadCouncilMessage").complete("UserTask_PrepareHandOver").complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").chooseWeight("extended").formTeam()
                .complete("UserTask_GrantRoom", "roomOutcome", "conflict")
                .complete("UserTask_SettleCapacity", "capacityOutcome", "no", "capacityReason", "Er is geen tijd vrij te maken.");
        assertThat(dossier.waitsAt()).contains("UserTask_RecordLessons");
        dossier.timePassesUntil("SendTask_MailCouncil");

        assertThat(dossier.tasks("UserTask_ReadCouncilMessage")).as("the council that was asked, and no other").hasSize(1);
        assertThat(dossier.variable("council-told", "noticeText")).isEqualTo("We gaan hier niet mee verder. De reden: Er is geen tijd vrij te maken.");
        assertThat(dossier.variable("council-told", "adviceCouncilName")).isEqualTo(council);
    }

    @Test
    void noCouncilHearsOfADossierOnWhichItWasNotAsked() {
        Dossier dossier = walk.beingTested().completeTests().complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "noSupport")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "stop").endedAt("EndEvent_NotContinued");

        assertThat(dossier.running("council-told")).isEmpty();
    }

    /** An advice on what was found before is none on what is found now. */
    @Test
    void moreResearchAsksAnew() {
        Dossier dossier = advised("negative", "workChange", "much").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "noSupport")
                .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "moreResearch").complete("UserTask_PrepareTest");

        decidedToGoOn(dossier.completeTests()).isWaitingAt("UserTask_PrepareHandOver");
    }
}
