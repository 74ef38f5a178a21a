package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class HandOverReviewTest {

    @Autowired
    Walk walk;
    @Autowired
    RuntimeService runtime;

    @Test
    void acceptedHandOverIsPrepared() {
        walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")
                .endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_FormTeam");
    }

    @Test
    void daysOfPrivacyAndLawComeWithTheHandOver() {
        Dossier dossier = walk.handedOver();

        assertThat(runtime.getVariables(dossier.task("UserTask_ReviewHandOver").getExecutionId()))
                .containsEntry("riskAssessment", "done").containsKeys("dpia", "dpiaState", "dpiaReviewDate", "riskAssessmentBy");
    }

    @Test
    void returnedHandOverGoesBackWithItsQuestions() {
        Dossier dossier = walk.handedOver().complete("UserTask_ReviewHandOver",
                "handOverOutcome", "return", "returnQuestions", "Wie betaalt het beheer?");

        dossier.endedAt("EndEvent_HandOverReturned").isWaitingAt("UserTask_AnswerQuestions");
        assertThat(dossier.variable("hand-over", "returnQuestions")).isEqualTo("Wie betaalt het beheer?");
        assertThat(dossier.running("implementation")).isEmpty();
    }

    @Test
    void returningWithoutQuestionsIsRefused() {
        Dossier dossier = walk.handedOver();

        assertThatThrownBy(() -> dossier.submit("UserTask_ReviewHandOver", "handOverOutcome", "return"))
                .hasMessageContaining("Vul nog in: Wat moet eerst duidelijk worden.");
        dossier.isWaitingAt("UserTask_ReviewHandOver");
    }

    @Test
    void handOverWithAnswersIsReviewedAnew() {
        Dossier dossier = walk.handedOver()
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_AnswerQuestions", "handOverAnswers", "De lijn betaalt het beheer.");

        assertThat(dossier.history("implementation")).hasSize(2);
        assertThat(runtime.getVariables(dossier.task("UserTask_ReviewHandOver").getExecutionId()))
                .containsEntry("handOverAnswers", "De lijn betaalt het beheer.")
                .containsEntry("handOverOutcome", null);
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").isWaitingAt("UserTask_FormTeam");
    }

    @Test
    void handOverDecidedByTheBoardIsTakenOnWithoutAReview() {
        Dossier dossier = walk.handedOver()
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_SettleDisagreement", "settleOutcome", "proceed",
                        "settleReason", "De veiligheid van cliënten gaat voor.");

        assertThat(dossier.tasks("UserTask_ReviewHandOver")).isEmpty();
        assertThat(runtime.getVariable(dossier.task("UserTask_TakeOnHandOver").getExecutionId(), "settleReason"))
                .isEqualTo("De veiligheid van cliënten gaat voor.");
        dossier.complete("UserTask_TakeOnHandOver").endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_FormTeam");
    }

    @Test
    void takingOnIsConfirmed() {
        Dossier dossier = walk.handedOver()
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_SettleDisagreement", "settleOutcome", "proceed");

        assertThatThrownBy(() -> dossier.submit("UserTask_TakeOnHandOver", "takenOn", false))
                .hasMessageContaining("Vul nog in");
    }
}
