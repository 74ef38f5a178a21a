package nl.tweespoor.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever reported an opportunity always gets an answer, with the reason (invariant 3). */
@EngineTest
class AnswerReporterTest {

    private static final String REASON = "De reden in gewone woorden";

    @Autowired
    Walk walk;
    @Autowired
    HistoryService history;

    /** Every way in which innovation comes to an answer, each with the reason that was given. */
    static Stream<Named<Function<Walk, Dossier>>> answers() {
        return Stream.of(
                Named.of("rejected at once", walk -> walk.reported().complete("UserTask_IdentifyOpportunity",
                        "identifyOutcome", "reject", "identifyReason", REASON)),
                Named.of("rejected", walk -> walk.assessed().complete("UserTask_SelectOpportunity",
                        "selectionOutcome", "reject", "selectionReason", REASON)),
                Named.of("not now", walk -> walk.assessed().complete("UserTask_SelectOpportunity",
                        "selectionOutcome", "notNow", "notNowUntil", "strategyChange", "selectionReason", REASON)),
                Named.of("joined", walk -> {
                    Dossier other = walk.reported();
                    return walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                            "joinedDossier", other.number(), "identifyReason", REASON);
                }),
                Named.of("infeasible", walk -> walk.weighed()
                        .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "notFeasible")
                        .complete("UserTask_DecideOnInfeasible", "continuationOutcome", "stop", "continuationReason", REASON)),
                Named.of("stopped by the board", walk -> walk.handedOver()
                        .complete("UserTask_ReviewHandOver", "handOverOutcome", "return").complete("UserTask_AnswerQuestions")
                        .complete("UserTask_ReviewHandOver", "handOverOutcome", "return")
                        .complete("UserTask_SettleDisagreement", "settleOutcome", "stop", "settleReason", REASON)),
                Named.of("stopped", walk -> walk.feasible().complete("UserTask_DecideByHead",
                        "continuationOutcome", "stop", "continuationReason", REASON)),
                Named.of("handed over", walk -> walk.feasible().complete("UserTask_DecideByHead",
                                "continuationOutcome", "proceed", "continuationReason", REASON)
                        .complete("UserTask_PrepareHandOver")
                        .complete("UserTask_ReviewHandOver", "handOverOutcome", "accept")));
    }

    @Keeps("reporter-reads-the-reason")
    @ParameterizedTest
    @MethodSource("answers")
    void reporterGetsTheAnswerWithTheReason(Function<Walk, Dossier> answered) {
        Dossier dossier = answered.apply(walk);
        assertThat(dossier.task("UserTask_ReadAnswer").getAssignee()).isEqualTo("employee");
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo(REASON);
        assertThat(dossier.variable("answer-reporter", "answerOutcome").toString()).isNotBlank();
        assertThat(events(dossier)).doesNotHaveDuplicates().startsWith("received");
    }

    @Test
    void answerGoesToWhoeverReported() {
        Dossier dossier = walk.reportedBy("care-professional")
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        assertThat(dossier.task("UserTask_ReadAnswer").getAssignee()).isEqualTo("care-professional");
    }

    @Keeps("reaction-is-kept")
    @Test
    void answerIsRead() {
        Dossier dossier = rejected().complete("UserTask_ReadAnswer", "answerReaction", "Dank u")
                .endedAt("EndEvent_AnswerGiven");
        assertThat(dossier.hasPassed("BoundaryEvent_NotRead")).isFalse();
        assertThat(history.createHistoricVariableInstanceQuery().variableName("answerReaction").list())
                .extracting(HistoricVariableInstance::getValue).contains("Dank u");
    }

    @Test
    @OnPostgresToo
    void answerThatIsNotReadClosesByItself() {
        walk.clockStandsStill();
        Dossier dossier = rejected();
        assertThat(dossier.timer("BoundaryEvent_NotRead").getDuedate()).isEqualTo(walk.afterPeriodOf("read-answer"));
        dossier.timePassesUntil("BoundaryEvent_NotRead").endedAt("EndEvent_AnswerGiven");
        assertThat(dossier.tasks("UserTask_ReadAnswer")).isEmpty();
    }

    @Test
    void withoutMailServerTheProcessGoesOn() {
        Dossier dossier = rejected().mailsAreSent();
        assertThat(dossier.hasPassed("EndEvent_AnswerMailed")).isTrue();
        assertThat(dossier.variable("mail-answer", "mailOutcome")).isEqualTo("notConfigured");
        dossier.isWaitingAt("UserTask_ReadAnswer");
    }

    /** Of a whole road each event once, and the newest message takes the place of one that wasn't read. */
    @Test
    @OnPostgresToo
    void reporterHearsOfEachEventOnceUntilItIsSecured() {
        Dossier dossier = walk.secured();
        assertThat(events(dossier)).containsExactly("received", "selected", "handedOver", "secured");
        assertThat(dossier.tasks("UserTask_ReadAnswer")).hasSize(1);
        assertThat(dossier.hasPassed("EndEvent_AnswerReplaced")).isTrue();
        assertThat(dossier.shownAt("UserTask_ReadAnswer", "earlierAnswers")).contains("is geselecteerd", "overgedragen", "is ontvangen")
                .doesNotContain("gewone manier");
        assertThat(dossier.variable("answer-reporter", "answerReason").toString()).contains("Gemeten: 12");
    }

    @Test
    void reporterHearsOfAStopInTheRollOutOnceWithTheReason() {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop", "stopReason", REASON);
        assertThat(events(dossier)).endsWith("handedOver", "stopped").doesNotHaveDuplicates();
        assertThat(dossier.variable("answer-reporter", "answerReason")).isEqualTo(REASON);
    }

    @Test
    void receiptSaysTheNumberAndHowLongThePeriodsGiveTheHead() {
        walk.clockStandsStill();
        Dossier dossier = walk.reported();
        assertThat(dossier.variable("answer-reporter", "answerOutcome").toString()).contains(dossier.number());
        assertThat(dossier.variable("answer-reporter", "answerReason").toString()).contains("14 dagen");
        assertThat(dossier.task("UserTask_IdentifyOpportunity").getDueDate()).isEqualTo(walk.afterPeriodOf("identify-opportunity"));
    }

    /** The days in the receipt are a promise: when they pass, that is told, and the head has a task that is late. */
    @Test
    @OnPostgresToo
    void reporterHearsOnceThatItTakesLongerThanTheReceiptSaid() {
        walk.clockStandsStill();
        Dossier dossier = walk.reported();
        assertThat(dossier.timer("BoundaryEvent_IdentifyLate").getDuedate()).isEqualTo(walk.afterPeriodOf("identify-opportunity"));

        dossier.timePassesUntil("BoundaryEvent_IdentifyLate");
        assertThat(dossier.variable("answer-reporter", "answerOutcome").toString()).contains("langer dan we zeiden");
        assertThat(dossier.variable("answer-reporter", "answerReason").toString()).contains("14 dagen");
        assertThat(dossier.task("UserTask_IdentifyOpportunity").getDueDate()).isBefore(ClockUtil.getCurrentTime());
        assertThat(dossier.jobs("BoundaryEvent_IdentifyLate")).as("once").isEmpty();
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason", REASON);
        assertThat(events(dossier)).containsExactly("received", "late", "rejected");
    }

    @Test
    void whatIsDecidedWithinTheDaysOfTheReceiptIsNotCalledLate() {
        assertThat(walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").jobs("BoundaryEvent_IdentifyLate")).isEmpty();
    }

    @Test
    void whoIsParkedReadsUntilWhenOrForWhat() {
        Dossier until = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "date",
                "parkUntil", walk.today().plusDays(20).toString());
        assertThat(until.variable("answer-reporter", "answerOutcome").toString())
                .contains("opnieuw op " + DutchTime.written(walk.today().plusDays(20)));
        Dossier strategy = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "strategyChange");
        assertThat(strategy.variable("answer-reporter", "answerOutcome").toString())
                .contains("als de strategie wijzigt, en anders over 365 dagen");
    }

    private List<String> events(Dossier dossier) {
        return dossier.history("answer-reporter").stream().map(run -> history.createHistoricVariableInstanceQuery()
                .processInstanceId(run.getId()).activityInstanceIdIn(run.getId()).variableName("answerEvent").singleResult().getValue().toString()).toList();
    }

    private Dossier rejected() {
        return walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
    }
}
