package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.spin.Spin.JSON;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While a strategy gets another version and then gives way to another strategy, there is a dossier in every phase. */
@EngineTest
@OnPostgresToo
class TwoStrategiesTest {

    private static final String TEAM = "team-zonnehof";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    JdbcClient jdbc;

    /** In each phase one that serves the goal that will go, D3; three more serve the one that will change and the one that stays. */
    private Map<String, Dossier> resting() {
        Map<String, Dossier> dossiers = new LinkedHashMap<>();
        dossiers.put("Wordt geselecteerd", walk.assessed());
        dossiers.put("Haalbaarheid", walk.beingTested());
        dossiers.put("Overgedragen", walk.handedOver());
        dossiers.put("Voorbereiding", walk.accepted());
        dossiers.put("Plan", walk.analysed());
        dossiers.put("Uitrol", walk.rollingOutIn(TEAM));
        dossiers.put("Borging", walk.evaluated());
        dossiers.put("Blijft evalueren", walk.owned());
        return dossiers;
    }

    private Dossier serving(String goal) {
        return walk.identified().assess("mainGoal", goal).complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
    }

    /** D1 asks for less, D2 is what it was, and the others went. */
    private void adoptTheNextVersion() {
        Map<String, Object> known = StrategyInTheMaking.withGoals();
        ArrayNode goals = new ObjectMapper().createArrayNode();
        jdbc.sql("select * from strategic_goal where id in ('S-2026-01/D1', 'S-2026-01/D2') order by id").query(row -> {
            goals.addObject().put("id", row.getString("id").substring("S-2026-01/".length())).put("title", row.getString("title"))
                    .put("forWhom", row.getString("for_whom")).put("indicator", row.getString("indicator")).put("direction", row.getString("direction"))
                    .put("baselineKnown", "yes").put("baseline", row.getString("baseline")).put("target", row.getString("id").endsWith("D1") ? "25"
                            : row.getString("target")).put("source", row.getString("source")).put("deadline", row.getDate("deadline").toString())
                    .put("owner", row.getString("owner")).put("weight", row.getString("weight")).put("pillar", "P1").put("option", "O1");
        });
        known.put("goals", JSON(goals.toString()));
        walk.partOfStrategy("strategy-adoption", "S-2026-01", known).complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt",
                "adoptionReason", "De zorgvraag is anders.");
    }

    private void adoptAnotherStrategy() {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt", "adoptionReason", "Er is een nieuwe koers.");
    }

    @Test
    void eachRunningDossierIsLookedAtAgainOnceAndTheThreadCanBeFollowedInBothDirections() throws Exception {
        Dossier reported = walk.reported();
        Dossier parked = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "strategyChange")
                .isWaitingAt("Gateway_Parked");
        Dossier rejected = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "reject").endedAt("EndEvent_Rejected");
        Dossier secured = walk.secured();
        Map<String, Dossier> resting = resting();
        Dossier changed = serving("S-2026-01/D1");
        Dossier kept = serving("S-2026-01/D2");

        adoptTheNextVersion();

        resting.forEach((phase, dossier) -> assertThat(dossier.tasks("UserTask_ReassessGoal")).as(phase).hasSize(1));
        assertThat(changed.tasks("UserTask_ReassessGoal")).hasSize(1);
        assertThat(changed.variable("goal-reassessment", "driftWhat").toString()).contains("is gewijzigd", "de streefwaarde was «30» en is nu «25»");
        for (Dossier other : List.of(reported, rejected, secured, kept, parked)) {
            assertThat(other.tasks("UserTask_ReassessGoal")).as(other.number()).isEmpty();
        }
        parked.assess("mainGoal", "S-2026-01-2/D1").isWaitingAt("UserTask_SelectOpportunity");
        assertThat(parked.variable("selection", "strategyVersion")).isEqualTo("S-2026-01-2");
        String version = read("/strategy");
        assertThat(version).contains("Strategie S-2026-01, versie 2", "D1. ", kept.number(), changed.number()).doesNotContain("D3. ");
        Dossier planned = resting.get("Plan");
        assertThat(read("/strategy/S-2026-01")).contains("Deze versie geldt niet meer", "D3. ", planned.number(), secured.number());
        assertThat(read("/dossiers/" + planned.number())).contains("href=\"/strategy/S-2026-01#D3\"");
        assertThat(planned.variable("implementation", "strategyVersion")).isEqualTo("S-2026-01");

        Dossier tested = resting.get("Haalbaarheid").complete("UserTask_ReassessGoal", "reassessOutcome", "otherGoal", "newGoal", "S-2026-01-2/D2")
                .endedAt("EndEvent_ReassessmentSettled");
        adoptAnotherStrategy();

        assertThat(tested.tasks("UserTask_ReassessGoal")).as("its new goal went too").hasSize(1);
        assertThat(kept.tasks("UserTask_ReassessGoal")).hasSize(1);
        assertThat(changed.tasks("UserTask_ReassessGoal")).as("what was still to be looked at is not asked twice").hasSize(1);
        assertThat(changed.variable("goal-reassessment", "driftWhat").toString()).contains("is vervallen");
        assertThat(changed.variable("goal-reassessment", "driftWhy")).isEqualTo("Er is een nieuwe koers.");
        resting.forEach((phase, dossier) -> assertThat(dossier.tasks("UserTask_ReassessGoal")).as(phase).hasSize(1));
        assertThat(parked.tasks("UserTask_ReassessGoal")).hasSize(1);
        for (Dossier other : List.of(reported, rejected, secured)) {
            assertThat(other.tasks("UserTask_ReassessGoal")).as(other.number()).isEmpty();
        }
        assertThat(read("/strategy")).contains("Strategie S-2027-01, versie 1", "D1. Langer thuis").doesNotContain(kept.number());
        assertThat(read("/strategy/S-2026-01-2")).contains("Deze versie geldt niet meer", kept.number());
        assertThat(kept.variable("innovation", "strategyVersion")).isEqualTo("S-2026-01");
        assertThat(read("/dossiers/" + kept.number())).contains("href=\"/strategy/S-2026-01#D2\"");
        changed.complete("UserTask_ReassessGoal", "reassessOutcome", "otherGoal", "newGoal", "S-2027-01/D1").endedAt("EndEvent_ReassessmentSettled");
        assertThat(changed.variable("innovation", "mainGoal")).isEqualTo("S-2027-01/D1");
    }

    private String read(String path) throws Exception {
        return Visitor.loggedIn(port, "board").get(path).body().replaceAll("\\s+", " ");
    }
}
