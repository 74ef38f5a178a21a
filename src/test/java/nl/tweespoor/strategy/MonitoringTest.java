package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.spin.Spin.JSON;

import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The management team looks at its rhythm; a look that is missed, and the yearly one, come to the board. */
@EngineTest
@OnPostgresToo
class MonitoringTest {

    @Autowired
    Walk walk;

    Dossier strategy;

    @BeforeEach
    void adopt() {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        strategy = walk.partOfStrategy("strategy-monitoring", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals());
    }

    @Test
    void lookThatGoesOnComesBackAfterTheNextPeriod() {
        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn",
                "strategyPoint1", "Wifi nakijken", "strategyPoint1Owner", "it/it", "strategyPoint1Date", walk.today().plusMonths(1).toString());

        assertThat(strategy.waitsAt()).contains("IntermediateEvent_LookDue");
        assertThat(strategy.tasks("UserTask_HandleOpenPoint")).as("what was agreed, and the precondition").hasSize(2);
    }

    @Test
    @Keeps("missed-look-comes-back")
    void missedLookComesToTheBoardEachPeriodUntilItIsDone() {
        strategy.timePassesUntil("IntermediateEvent_LookDue");
        for (int missed = 1; missed <= 3; missed++) {
            strategy.timePassesUntil("BoundaryEvent_LookMissed").complete("UserTask_MissedLook");
            assertThat(strategy.tasks("UserTask_LookAtStrategy")).hasSize(1);
        }

        goesOn();
        assertThat(strategy.jobs("BoundaryEvent_LookMissed")).isEmpty();
    }

    private Dossier goesOn() {
        return strategy.complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn", "strategyPoint1Owner", "it/it");
    }

    @Test
    void yearlyLookIsConfirmedByTheBoard() {
        for (int quarter = 1; quarter <= 3; quarter++) {
            strategy.timePassesUntil("IntermediateEvent_LookDue");
            goesOn();
            assertThat(strategy.tasks("UserTask_ConfirmYear")).isEmpty();
        }
        strategy.timePassesUntil("IntermediateEvent_LookDue");
        goesOn().complete("UserTask_ConfirmYear", "yearOutcome", "lookAgain");
        goesOn().complete("UserTask_ConfirmYear", "yearOutcome", "agree")
                .timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "adjust");
        strategy.endedAt("EndEvent_StrategyToAdjust");
    }

    /** Whoever changes the goals each spring would else never be asked whether the strategy as a whole still fits. */
    @Test
    void otherGoalsDoNotPutOffTheYearlyLook() {
        strategy.timePassesUntil("IntermediateEvent_LookDue");
        goesOn().timePassesUntil("IntermediateEvent_LookDue");
        goesOn().timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "adjust")
                .endedAt("EndEvent_StrategyToAdjust");
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        strategy = walk.partOfStrategy("strategy-monitoring", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals());

        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn", "strategyPoint1Owner", "it/it")
                .isWaitingAt("UserTask_ConfirmYear");
    }

    @Test
    void newCycleIsAskedFor() {
        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "renew");

        strategy.endedAt("EndEvent_StrategyToRenew");
    }

    @Test
    void lookThatGoesOnAgreesOnSomethingThatSomeoneDoesByADay() {
        strategy.timePassesUntil("IntermediateEvent_LookDue");

        assertThatThrownBy(() -> strategy.submit("UserTask_LookAtStrategy", "monitoringOutcome", "goOn")).hasMessageContaining("Afspraak 1: vul nog in: Wat spreekt u af");
        int before = strategy.tasks("UserTask_HandleOpenPoint").size();
        goesOn();
        assertThat(strategy.tasks("UserTask_HandleOpenPoint")).hasSize(before + 1).anySatisfy(point -> assertThat(point.getAssignee()).isEqualTo("it"));
    }

    /** O2 was not chosen, and its day comes after some looks. */
    @Test
    void whatWasNotChosenComesBackAtTheFirstLookAfterItsDay() {
        String again = walk.today().plusMonths(5).toString();
        Map<String, Object> known = StrategyInTheMaking.withGoals();
        known.put("choices", JSON(known.get("choices").toString().replaceAll("\"lookAgainOn\":\"[^\"]+\"", "\"lookAgainOn\":\"" + again + "\"")));
        strategy = walk.partOfStrategy("strategy-monitoring", "S-2027-09", known).timePassesUntil("IntermediateEvent_LookDue");
        assertThat(strategy.shownAt("UserTask_LookAtStrategy", "lookAgain")).isEqualTo("[]");

        goesOn().timePassesUntil("IntermediateEvent_LookDue");

        assertThat(strategy.shownAt("UserTask_LookAtStrategy", "lookAgain")).contains("\"choice\":\"Nog niet\"");
        assertThatThrownBy(() -> strategy.submit("UserTask_LookAtStrategy", "monitoringOutcome", "renew"))
                .hasMessageContaining("Blijft dat zo, of wordt het nu anders");
        goesOn().timePassesUntil("IntermediateEvent_LookDue");
        assertThat(strategy.shownAt("UserTask_LookAtStrategy", "lookAgain")).as("it was answered").isEqualTo("[]");
    }
}
