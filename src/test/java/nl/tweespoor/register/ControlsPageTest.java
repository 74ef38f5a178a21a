package nl.tweespoor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The controls at a button, over HTTP: who may, and that a breach that was planted stands on the page. */
@EngineTest
@OnPostgresToo
class ControlsPageTest {

    private static final String PAGE = "/register/controls";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    JdbcTemplate jdbc;

    private static String read(Visitor visitor) throws Exception {
        HttpResponse<String> page = visitor.get(PAGE);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    /** Presses the button, and waits until nothing is under way. */
    private String done(Visitor visitor, String button) throws Exception {
        assertThat(visitor.send(PAGE, PAGE + button, "").statusCode()).isEqualTo(200);
        return Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> read(visitor),
                html -> !html.contains("Wordt nu gedaan, of wacht op zijn beurt."));
    }

    private static String article(String html, String id) {
        String from = html.substring(html.indexOf("<article id=\"" + id + "\""));
        return Visitor.text(from.substring(0, from.indexOf("</article>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void whoAuditsSeesAllTenAndDoesThem(String account) throws Exception {
        walk.selected();
        Visitor visitor = Visitor.loggedIn(port, account);

        assertThat(read(visitor).split("<article ", -1)).hasSize(11);
        String html = done(visitor, "");
        assertThat(html.split("bekeken: ", -1)).hasSize(11);
        assertThat(article(html, "ledger-whole")).contains("Het logboek is heel", "Geen bevindingen, bekeken: ", "Gedaan op ");
        assertThat(html).doesNotContain("http-equiv=\"refresh\"", "<script", "style=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"board", "head-of-innovation", "head-of-implementation", "management-team", "employee", "process-owner"})
    void forAnyoneElseTheyAreNotThere(String account) throws Exception {
        Visitor visitor = Visitor.loggedIn(port, account);

        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/register").body()).doesNotContain(PAGE);
        assertThat(visitor.send("/login", PAGE, "").statusCode()).isEqualTo(404);
        assertThat(visitor.send("/login", PAGE + "/reason", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherSiteMakesNobodyDoThem() throws Exception {
        assertThat(Visitor.loggedIn(port, "auditor").post(PAGE + "/reason", "x=1").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNoControlIsNotThere() throws Exception {
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        assertThat(auditor.send(PAGE, PAGE + "/unknown", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPlantedBreachStandsOnThePageWithItsDossier() throws Exception {
        Dossier dossier = walk.selected();
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        assertThat(article(done(auditor, "/ledger-whole"), "ledger-whole")).contains("Geen bevindingen");
        jdbc.update("update ledger_entry set outcome = 'reject' where element = 'UserTask_SelectOpportunity' and kind = 'task'");

        String html = done(auditor, "/ledger-whole");
        assertThat(article(html, "ledger-whole")).contains("1 bevinding, ", dossier.number() + ", regel ",
                "Deze regel is veranderd: de vingerafdruk past niet bij de inhoud.", "door Auditor");
        assertThat(html).contains("href=\"/dossiers/" + dossier.number() + "\"");
    }

    @Test
    void whatIsAllowedAndWorthKnowingIsToldApart() throws Exception {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow",
                "selectionDeviationReason", "Het is nu te druk.");
        String told = article(done(Visitor.loggedIn(port, "auditor"), "/against-advice"), "against-advice");

        assertThat(told).contains("Geen bevindingen", "Ter informatie: 1", dossier.number());
    }

    @Test
    void eachDossierThatIsLateIsFound() throws Exception {
        for (int i = 0; i < 3; i++) {
            walk.reported();
        }
        walk.clockStandsStill();
        EngineClock.stopAt(EngineClock.now().plus(Duration.ofDays(400)));

        String told = article(done(Visitor.loggedIn(port, "auditor"), "/dates"), "dates");
        assertThat(told).contains("3 bevindingen", "open taken: 2 taken zijn te laat: 'Kans verkennen' moest klaar zijn");
        assertThat(List.of(told.split("I-\\d{4}-\\d{4}", -1))).hasSize(4);
    }
}
