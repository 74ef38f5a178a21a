package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.spin.Spin.JSON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the board adopts is a version: written once, and the yardstick from then on. */
@EngineTest
@OnPostgresToo
class AdoptionTest {

    @Autowired
    Walk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Goals goals;

    private Dossier ready(Map<String, Object> known) {
        return walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, known);
    }

    @Test
    void adoptedStrategyIsAVersionWithItsGoalsAndEveryoneHears() {
        Dossier strategy = ready(StrategyInTheMaking.withGoals());
        assertThat(strategy.variable("strategy-adoption", "goalSignals").toString()).contains("Zonder eigenaar").doesNotContain("Geen beginstand");
        strategy.complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt", "adoptionReason", "Iedereen staat erachter.");

        assertThat(jdbc.sql("select strategy, version_number, adopted_by, reason, vision_why, ends_on from strategy_version where id = 'S-2027-01'")
                .query().singleRow().values().toString())
                .isEqualTo("[S-2027-01, 1, board, Iedereen staat erachter., Omdat het moet., 2031-01-01]");
        assertThat(jdbc.sql("select id, direction, baseline, target, source, owner, pillar, option_code from strategic_goal where version = 'S-2027-01'")
                .query().singleRow().values().toString())
                .isEqualTo("[S-2027-01/D1, higher, 12, 30, Dossier, line-manager/line-manager, P1, O1]");
        assertThat(jdbc.sql("select choice, look_again_on from strategy_option where version = 'S-2027-01' and code = 'O2'").query().singleRow()
                .values().toString()).isEqualTo("[notYet, 2028-01-01]");
        assertThat(jdbc.sql("select target_group from strategic_goal_target_group where goal = 'S-2027-01/D1'").query(String.class).list())
                .containsExactly("G1");
        assertThat(jdbc.sql("select kind from strategy_activity where goal = 'S-2027-01/D1'").query(String.class).list()).containsExactly("training");
        assertThat(goals.options().toString()).contains("S-2027-01/D1").doesNotContain("S-2026-01");
        assertThat(strategy.task("UserTask_HandleOpenPoint").getAssignee()).as("without an owner of its own it is of who owns the goal")
                .isEqualTo("line-manager");
        strategy.timePassesUntil("SendTask_MailStrategy").complete("UserTask_TellStrategy");
    }

    @Test
    void boardSendsAStrategyBackAndNothingIsAdopted() {
        ready(StrategyInTheMaking.withGoals()).complete("UserTask_AdoptStrategy", "adoptionOutcome", "sendBack", "adoptionReason", "Te veel ineens.");

        assertThat(jdbc.sql("select count(*) from strategy_version where strategy = 'S-2027-01'").query(Integer.class).single()).isZero();
    }

    @Test
    void anotherVersionOfTheSameStrategyStandsBesideTheOneBefore() {
        ready(StrategyInTheMaking.withGoals()).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");
        Map<String, Object> changed = StrategyInTheMaking.withGoals();
        changed.put("goals", JSON("[" + StrategyInTheMaking.goal("D1", "Langer thuis", "40") + "," + StrategyInTheMaking.goal("D2", "Rust", "20") + "]"));
        Dossier strategy = ready(changed).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");

        assertThat(jdbc.sql("select id, target from strategic_goal where version like 'S-2027-01%' order by id").query((row, i) -> row.getString(1)
                + " " + row.getString(2)).list()).containsExactly("S-2027-01-2/D1 40", "S-2027-01-2/D2 20", "S-2027-01/D1 30");
        assertThat(goals.options().toString()).contains("S-2027-01-2/D2").doesNotContain("\"S-2027-01/D1\"");
        assertThat(strategy.tasks("UserTask_HandleOpenPoint")).as("the precondition was an open point already").hasSize(1);
    }

    @Test
    void strategyWithoutGoalsIsNotAdopted() {
        Map<String, Object> known = StrategyInTheMaking.chosen();

        assertThatThrownBy(() -> ready(known).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt")).hasMessageContaining("heeft nog geen doelen");
        assertThat(jdbc.sql("select count(*) from strategy_version where strategy = 'S-2027-01'").query(Integer.class).single()).isZero();
    }

    @Test
    void goalThatEndsAfterTheStrategyIsNotAdopted() {
        Map<String, Object> known = StrategyInTheMaking.withGoals();
        known.put("endsOn", "2029-01-01");

        assertThatThrownBy(() -> ready(known).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt"))
                .hasMessageContaining("De einddatum van doel D1");
        assertThat(jdbc.sql("select count(*) from strategy_version where strategy = 'S-2027-01'").query(Integer.class).single()).isZero();
    }

    @Test
    void nothingInTheProgramChangesOrRemovesWhatWasAdopted() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))).allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContainPattern("(?i)(update|delete\\s+from|merge\\s+into|truncate\\s+table)\\s+(strategy_(version|pillar|target_group|option|precondition|activity)|strategic_goal)"));
        }
    }
}
