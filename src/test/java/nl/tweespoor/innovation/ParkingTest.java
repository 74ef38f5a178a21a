package nl.tweespoor.innovation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Not now": the opportunity returns by itself, whatever happens (invariant 4). */
@EngineTest
class ParkingTest {

    private static final String DATE_REACHED = "IntermediateEvent_ParkingEnded";

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void clockStandsStill() {
        walk.clockStandsStill();
    }

    private Dossier parkedUntil(LocalDate day) {
        return park(walk.assessed(), "notNowUntil", "date", "parkUntil", day.toString());
    }

    private static Dossier park(Dossier dossier, Object... until) {
        Object[] answers = new Object[until.length + 2];
        answers[0] = "selectionOutcome";
        answers[1] = "notNow";
        System.arraycopy(until, 0, answers, 2, until.length);
        return dossier.complete("UserTask_SelectOpportunity", answers);
    }

    @Test
    void reporterHearsThatItIsNotNow() {
        Dossier dossier = parkedUntil(walk.today().plusDays(30));
        dossier.isWaitingAt("Gateway_Parked", "UserTask_ReadAnswer");
        assertThat(dossier.variable("answer-reporter", "answerOutcome").toString()).contains("nu niet aan de beurt");
    }

    @Keeps("parked-comes-back")
    @Test
    void parkedReturnsInTheMorningOfItsDate() {
        LocalDate day = walk.today().plusDays(30);
        Dossier dossier = parkedUntil(day);
        assertThat(dossier.innovation()).isWaitingAtExactly("Gateway_Parked");
        assertThat(dossier.timer(DATE_REACHED).getDuedate()).isEqualTo(walk.startOfWorkOn(day));
        dossier.timePassesUntil(DATE_REACHED);
        dossier.isWaitingOnlyAt("UserTask_AssessOpportunity");
    }

    @Test
    void parkedWithADateTooFarAwayIsRefusedAndToldWhatItCanBe() {
        assertThatThrownBy(() -> parkedUntil(walk.today().plusDays(366)))
                .hasMessageContaining("Kies uiterlijk " + DutchTime.written(walk.today().plusDays(365)) + " bij");
    }

    @Test
    void parkedWithoutADateReturnsAfterTheLongestPeriod() {
        Dossier dossier = park(walk.assessed(), "notNowUntil", "strategyChange");
        assertThat(dossier.timer(DATE_REACHED).getDuedate()).isEqualTo(walk.afterPeriodOf("parking-longest"));
        dossier.timePassesUntil(DATE_REACHED).isWaitingAt("UserTask_AssessOpportunity");
    }

    @Test
    void parkedReturnsWhenTheStrategyChanges() {
        Dossier dossier = park(walk.assessed(), "notNowUntil", "strategyChange");
        engine.getRuntimeService().signalEventReceived("StrategyChanged");
        dossier.isWaitingOnlyAt("UserTask_AssessOpportunity");
        assertThat(dossier.jobs(DATE_REACHED)).isEmpty();
    }

    /** A change of strategy is a good reason to look again at everything that waits, also before its date. */
    @Test
    void parkedUntilADateAlsoReturnsWhenTheStrategyChanges() {
        Dossier dossier = parkedUntil(walk.today().plusDays(30));
        engine.getRuntimeService().signalEventReceived("StrategyChanged");
        dossier.isWaitingOnlyAt("UserTask_AssessOpportunity");
    }

    @Test
    void parkedAgainForgetsTheFirstDate() {
        Dossier dossier = parkedUntil(walk.today().plusDays(30)).timePassesUntil(DATE_REACHED).assess();
        park(dossier, "notNowUntil", "strategyChange");
        assertThat(dossier.variable("innovation", "parkUntil")).isNull();
        assertThat(dossier.timer(DATE_REACHED).getDuedate()).isEqualTo(walk.afterPeriodOf("parking-longest"));
    }

    @Test
    void parkedOpportunityIsSelectedAfterAll() {
        Dossier dossier = parkedUntil(walk.today().plusDays(30)).timePassesUntil(DATE_REACHED).assess()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        dossier.isWaitingAt("UserTask_PrepareTest");
        assertThat(dossier.timesPassed("UserTask_AssessOpportunity")).isEqualTo(2);
    }
}
