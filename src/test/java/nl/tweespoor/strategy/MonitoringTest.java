package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
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
    void missedLookIsForTheBoardAndStaysOpen() {
        strategy.timePassesUntil("IntermediateEvent_LookDue").timePassesUntil("BoundaryEvent_LookMissed").complete("UserTask_MissedLook");

        assertThat(strategy.tasks("UserTask_LookAtStrategy")).hasSize(1);
    }

    @Test
    void yearlyLookIsConfirmedByTheBoard() {
        for (int quarter = 1; quarter <= 3; quarter++) {
            strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn",
                    "strategyPoint1", null);
            assertThat(strategy.tasks("UserTask_ConfirmYear")).isEmpty();
        }
        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn", "strategyPoint1", null)
                .complete("UserTask_ConfirmYear", "yearOutcome", "lookAgain")
                .complete("UserTask_LookAtStrategy", "monitoringOutcome", "goOn", "strategyPoint1", null)
                .complete("UserTask_ConfirmYear", "yearOutcome", "agree")
                .timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "adjust", "strategyPoint1", null);
        strategy.endedAt("EndEvent_StrategyToAdjust");
    }

    @Test
    void newCycleIsAskedFor() {
        strategy.timePassesUntil("IntermediateEvent_LookDue").complete("UserTask_LookAtStrategy", "monitoringOutcome", "renew", "strategyPoint1", null);

        strategy.endedAt("EndEvent_StrategyToRenew");
    }
}
