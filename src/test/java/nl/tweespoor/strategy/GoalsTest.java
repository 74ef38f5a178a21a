package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The goals against which a dossier was selected stay traceable to the strategy in force then (invariant 9). */
@EngineTest
@OnPostgresToo
class GoalsTest {

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    private void adoptNewStrategy() {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
    }

    @Test
    void goalsOfARunningDossierStayThoseOfItsOwnStrategy() {
        Dossier dossier = walk.assessed();
        adoptNewStrategy();
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select")
                .complete("UserTask_PrepareTest").completeTests()
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByHead", "continuationOutcome", "proceed")
                .complete("UserTask_PrepareHandOver");
        for (String process : new String[] {"innovation", "implementation"}) {
            assertThat(dossier.variable(process, "strategyVersion")).isEqualTo("S-2026-01");
            assertThat(dossier.variable(process, "mainGoal")).isEqualTo("S-2026-01/D3");
            assertThat(dossier.variable(process, "goalsSummary"))
                    .isEqualTo("Rustiger nachten voor cliënten en nachtdienst");
        }
        assertThat(jdbc.sql("select version from strategic_goal where id = :goal")
                .param("goal", dossier.variable("implementation", "mainGoal")).query(String.class).single())
                .isEqualTo("S-2026-01");
    }

    @Test
    void opportunityThatWaitedForAnotherStrategyIsJudgedAgainstIt() {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity",
                "selectionOutcome", "notNow", "notNowUntil", "strategyChange");
        adoptNewStrategy();
        dossier.assess("mainGoal", "S-2027-01/D1");
        assertThat(dossier.variable("selection", "strategyVersion")).isEqualTo("S-2027-01");
        assertThat(dossier.variable("selection", "goalsSummary")).isEqualTo("Langer thuis");
    }

    @Test
    void otherGoalsAreNamedOnce() {
        Dossier dossier = walk.identified().assess("otherGoals", Walk.list("S-2026-01/D3", "S-2026-01/D5"));
        assertThat(dossier.variable("selection", "goalsSummary")).isEqualTo("Rustiger nachten voor cliënten en"
                + " nachtdienst. Ook: Medewerkers blijven graag bij ons werken");
    }

    /** It lay open when another strategy was adopted. */
    @Test
    void assessmentNamesTheVersionOfTheGoalThatWasChosenAndNotTheNewest() {
        Dossier dossier = walk.identified();
        adoptNewStrategy();
        assertThat(dossier.assess().variable("selection", "strategyVersion")).isEqualTo("S-2026-01");
    }
}
