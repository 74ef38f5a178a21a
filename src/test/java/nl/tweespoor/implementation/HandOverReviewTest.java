package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
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
                .endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_ChooseWeight");
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
        dossier.complete("UserTask_ReviewHandOver", "handOverOutcome", "accept").isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void handOverDecidedByTheBoardIsTakenOnWithoutAReview() {
        Dossier dossier = decidedByTheBoard();

        assertThat(dossier.tasks("UserTask_ReviewHandOver")).isEmpty();
        assertThat(runtime.getVariable(dossier.task("UserTask_TakeOnHandOver").getExecutionId(), "settleReason"))
                .isEqualTo("De veiligheid van cliënten gaat voor.");
        dossier.complete("UserTask_TakeOnHandOver").endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void takingOnIsConfirmed() {
        Dossier dossier = decidedByTheBoard();

        assertThatThrownBy(() -> dossier.submit("UserTask_TakeOnHandOver", "takenOn", false))
                .hasMessageContaining("Vul nog in");
    }

    // A hand-over that lies too long

    @Test
    void handOverThatIsNotReviewedInTimeAsksTheBoard() {
        walk.clockStandsStill();
        Dossier dossier = walk.handedOver();
        assertThat(dossier.timer("BoundaryEvent_ReviewLate").getDuedate()).isEqualTo(walk.afterPeriodOf("review-hand-over-longest"));

        dossier.timePassesUntil("BoundaryEvent_ReviewLate").isWaitingAt("UserTask_DecideLateReview");
        assertThat(dossier.tasks("UserTask_ReviewHandOver")).isEmpty();
        assertThat(dossier.task("UserTask_DecideLateReview")).hasCandidateGroup("board");
        dossier.complete("UserTask_DecideLateReview", "lateReviewOutcome", "accept").endedAt("EndEvent_HandedOver")
                .isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    void handOverThatTheBoardDecidedIsNotLeftLyingEither() {
        Dossier dossier = decidedByTheBoard().timePassesUntil("BoundaryEvent_TakeOnLate");
        LocalDate day = walk.today().plusDays(5);

        dossier.complete("UserTask_DecideLateReview", "lateReviewOutcome", "wait", "reviewBy", day.toString())
                .isWaitingAt("UserTask_TakeOnHandOver");
        assertThat(dossier.timer("BoundaryEvent_TakeOnLate").getDuedate()).isEqualTo(walk.startOfWorkOn(day));
        dossier.complete("UserTask_TakeOnHandOver").endedAt("EndEvent_HandedOver").isWaitingAt("UserTask_ChooseWeight");
    }

    @Test
    @Keeps("late-review-comes-back")
    void boardGivesALateReviewANewDay() {
        Dossier dossier = late();
        LocalDate day = walk.today().plusDays(10);
        for (String wrong : List.of(walk.today().toString(), walk.today().plusDays(43).toString())) {
            assertThatThrownBy(() -> dossier.complete("UserTask_DecideLateReview", "lateReviewOutcome", "wait", "reviewBy", wrong))
                    .hasMessageContaining("Wanneer moet er antwoord zijn");
        }

        dossier.complete("UserTask_DecideLateReview", "lateReviewOutcome", "wait", "reviewBy", day.toString());
        assertThat(dossier.timer("BoundaryEvent_ReviewLate").getDuedate()).isEqualTo(walk.startOfWorkOn(day));
        dossier.timePassesUntil("BoundaryEvent_ReviewLate").isWaitingAt("UserTask_DecideLateReview");
    }

    @Test
    @Keeps("late-review-is-decided")
    void whatTheBoardDecidesOnALateReviewIsReadByBothHeads() {
        Dossier dossier = late().complete("UserTask_DecideLateReview", "lateReviewOutcome", "wait",
                "reviewBy", walk.today().plusDays(3).toString(), "lateReviewReason", "Eerst is de verhuizing klaar.");
        assertThat(dossier.decisionLogReadAt("UserTask_ReviewHandOver")).contains("Eerst is de verhuizing klaar.");

        dossier.timePassesUntil("BoundaryEvent_ReviewLate").complete("UserTask_DecideLateReview", "lateReviewOutcome", "return",
                "lateReviewReason", "Welk team begint hiermee?").endedAt("EndEvent_HandOverReturned").isWaitingAt("UserTask_AnswerQuestions");
        assertThat(dossier.variable("hand-over", "returnQuestions")).isEqualTo("Welk team begint hiermee?");
    }

    /** Waits at {@code UserTask_TakeOnHandOver}. */
    private Dossier decidedByTheBoard() {
        return walk.handedOver()
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_AnswerQuestions")
                .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                .complete("UserTask_SettleDisagreement", "settleOutcome", "proceed",
                        "settleReason", "De veiligheid van cliënten gaat voor.");
    }

    private Dossier late() {
        walk.clockStandsStill();
        return walk.handedOver().timePassesUntil("BoundaryEvent_ReviewLate");
    }
}
