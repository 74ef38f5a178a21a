package nl.tweespoor.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.StrategyWalk;
import nl.tweespoor.walk.Walk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which everyone reads what we want and what serves it. */
@EngineTest
@OnPostgresToo
class StrategyPageTest {

    private static final List<String> ADOPTED = List.of("strategy_version", "strategy_pillar", "strategy_target_group", "strategy_option",
            "strategic_goal", "strategic_goal_target_group", "strategy_precondition", "strategy_activity");

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    StrategyWalk strategies;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    StrategyPages pages;

    private String read(String account, String path) throws Exception {
        return Visitor.loggedIn(port, account).get(path).body().replaceAll("\\s+", " ");
    }

    @Test
    void aGoalLeadsToTheDossiersThatServeItAndWhereTheyStand() throws Exception {
        Dossier dossier = walk.reported("title", "Sensoren in de nacht").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess();

        assertThat(read("board", "/strategy")).contains("Waarom vernieuwen we?", "D3. Rustiger nachten voor cliënten en nachtdienst", "1 dossier, 1 loopt",
                "href=\"/dossiers/" + dossier.number() + "\"", "Sensoren in de nacht", "Selecteren", "Wifi in alle gangen",
                "Robots in de huiskamer", "1 juni 2027");
        assertThat(read("finance", "/strategy")).as("who may not open it").contains("Sensoren in de nacht").doesNotContain(dossier.number());
    }

    @Test
    void fromADossierOneGoesBackToItsGoalAndTheDecisionThatTiedIt() throws Exception {
        Dossier dossier = walk.selected();

        assertThat(read("board", "/dossiers/" + dossier.number())).contains("href=\"/strategy/S-2026-01#D3\"", "Het besluit om dit te doen");
    }

    @Test
    void anotherVersionTakesThePlaceAndTheOneBeforeStaysThere() throws Exception {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt");

        assertThat(read("finance", "/strategy")).contains("Strategie S-2027-01, versie 1", "D1. Langer thuis").doesNotContain("geldt niet meer");
        assertThat(read("finance", "/strategy/S-2026-01")).contains("Deze versie geldt niet meer", "Rustiger nachten");
        assertThat(Visitor.loggedIn(port, "finance").get("/strategy/S-2040-01").statusCode()).isEqualTo(404);
    }

    @Test
    void strategyThatHoldsLongerThanWasAdoptedSaysUntilWhen() throws Exception {
        String until = "2031-05-31";
        Dossier strategy = strategies.inForce();
        assertThat(read("finance", "/strategy")).doesNotContain(", en langer:");

        strategy.fire(strategy.timer("BoundaryEvent_PeriodOver")).complete("UserTask_RenewStrategy", "renewOutcome", "prolong", "endsOn", until);

        assertThat(read("finance", "/strategy")).contains(", en langer: tot en met 31 mei 2031.");
        assertThat(read("finance", "/strategy/S-2026-01")).as("another one").doesNotContain(", en langer:");
    }

    @Test
    void theDecisionIsOneDocument() throws Exception {
        assertThat(text(Visitor.loggedIn(port, "finance").download("/strategy/S-2026-01/pdf").body())).contains("Strategie S-2026-01, versie 1",
                "Waar richten we ons op?", "Robots in de huiskamer: Nog niet, opnieuw op 1 juni 2027", "D3. Rustiger nachten", "Wifi in alle gangen");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void withoutAStrategyThePageSaysWhatToDo() throws Exception {
        ADOPTED.forEach(table -> jdbc.sql("create table kept_" + table + " as select * from " + table).update());
        List<String> lastFirst = new ArrayList<>(ADOPTED);
        Collections.reverse(lastFirst);
        lastFirst.forEach(table -> jdbc.sql("delete from " + table).update());
        try {
            assertThat(read("finance", "/strategy")).contains("Er is nog geen strategie vastgesteld", "Proces starten");
        } finally {
            ADOPTED.forEach(table -> jdbc.sql("insert into " + table + " select * from kept_" + table).update());
            ADOPTED.forEach(table -> jdbc.sql("drop table kept_" + table).update());
        }
    }

    /** Two hundred dossiers, of which the engine knows nothing more than that. */
    @Test
    void twoHundredDossiersAreReadAtOnce() {
        for (int i = 0; i < 200; i++) {
            jdbc.sql("insert into register_goal (goal, chain) values ('S-2026-01/D3', ?)").param("I-2020-%04d".formatted(i)).update();
        }
        long start = System.nanoTime();
        assertThat(pages.of("S-2026-01", List.of("board")).orElseThrow().goals()).anySatisfy(goal -> assertThat(goal.dossiers()).hasSize(200));
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(2_000_000_000L);
    }
}
