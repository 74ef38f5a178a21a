package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.HtmlUtils;

/** The page of one decision over HTTP: on what grounds it was taken. */
@EngineTest
@OnPostgresToo
class DecisionPageTest {

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    DecisionHistory history;
    @Autowired
    LedgerReader ledger;
    @Autowired
    JdbcTemplate jdbc;

    private static String address(Dossier dossier, long sequence) {
        return "/dossiers/" + dossier.number() + "/besluit/" + sequence;
    }

    private RecordedDecision newest(Dossier dossier) {
        return history.of(dossier.number()).get(0);
    }

    private HttpResponse<String> newestAskedBy(String account, Dossier dossier) throws Exception {
        return Visitor.loggedIn(port, account).get(address(dossier, newest(dossier).sequence()));
    }

    private String newestReadBy(String account, Dossier dossier) throws Exception {
        HttpResponse<String> page = newestAskedBy(account, dossier);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Visitor.text(page.body());
    }

    private Dossier decidedByBoard(Object... answers) {
        return atTheBoard().complete("UserTask_DecideByBoard", answers);
    }

    private Dossier atTheBoard() {
        return walk.beingTested().completeTests("privacyRisk", "high").complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
    }

    // Who

    @ParameterizedTest
    @ValueSource(strings = {"employee", "board", "auditor", "finance", "management-team", "admin"})
    void whoeverReadsTheDossierReadsItsDecisions(String reader) throws Exception {
        assertThat(newestReadBy(reader, walk.weighed())).contains("Bevindingen wegen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "process-owner"})
    void aStrangerCannotTellItFromOneThatIsNotThere(String stranger) throws Exception {
        Dossier dossier = walk.weighed();
        HttpResponse<String> refused = newestAskedBy(stranger, dossier);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo(Visitor.loggedIn(port, stranger).get("/dossiers/I-2026-9999/besluit/1").body());
    }

    @Test
    void whatIsNoDecisionIsNotThere() throws Exception {
        Dossier dossier = walk.weighed();
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        List<Long> decisions = history.of(dossier.number()).stream().map(RecordedDecision::sequence).toList();
        List<Recorded> others = ledger.entries(dossier.number()).stream().filter(entry -> !decisions.contains(entry.sequence())).toList();

        assertThat(others).hasSizeGreaterThan(5);
        for (Recorded other : others) {
            assertThat(auditor.get(address(dossier, other.sequence())).statusCode()).as(other.kind()).isEqualTo(404);
        }
        for (String none : List.of("0", "999", "-1", "x", "1e1", "99999999999999999999")) {
            assertThat(auditor.get("/dossiers/" + dossier.number() + "/besluit/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    // What

    @Test
    void decisionOfTheBoardTellsWhoWhenWhyAndWhichRuleMadeItTheirs() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "proceed", "continuationReason", "De nachten worden rustiger.");
        String page = newestReadBy("board", dossier);

        assertThat(page).contains("Doorgaan: het Hoofd Innovatie", "Wie besloot Raad van Bestuur", "Wanneer ",
                "Waarom De nachten worden rustiger.", "Wat besluit u? Doorgaan", "Waarom besluit u dit? De nachten worden rustiger.",
                "Welke regel gold: Mandaat", "Wie beslist: Raad van Bestuur. Het risico is hoog. Daarom beslist de Raad van Bestuur.",
                "Risico volgens privacy en kwaliteit hoog hoog", "Advies van de tabel Doorgaan", "Volgens welk proces Haalbaarheid en draagvlak", ", versie ", ", in gebruik sinds ",
                "Formulier decide-continuation, kenmerk ", newest(dossier).basis().get(0).sha256().substring(0, 12))
                .doesNotContain("Voor wie", "privacyRisk", "continuationOutcome", "null");
    }

    @Test
    void theWholeTableStandsThereWithTheRuleThatFiredMarked() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "proceed", "continuationReason", "De nachten worden rustiger.");
        String html = Visitor.loggedIn(port, "auditor").get(address(dossier, newest(dossier).sequence())).body();
        List<String> rows = Pattern.compile("(?s)<tr[^>]*>.*?</tr>").matcher(html.substring(html.indexOf("De hele tabel"))).results()
                .map(row -> Visitor.text(row.group()).strip()).toList();

        assertThat(rows.get(0)).isEqualTo("Regel Kosten in drie jaar (euro) Risico volgens privacy en kwaliteit"
                + " Advies over het vervolg Gemeld door Wie beslist Waarom");
        int rules = Dmn.readModelFromFile(new File("processes/mandate.dmn")).getModelElementsByType(Rule.class).size();
        assertThat(rows).hasSize(1 + rules).filteredOn(row -> row.contains("deze gold")).singleElement().asString().contains(" hoog ")
                .endsWith("Raad van Bestuur Het risico is hoog. Daarom beslist de Raad van Bestuur.");
    }

    @Test
    void adviceThatWasNotFollowedIsToldWithItsRuleAndTheReason() throws Exception {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "notNowUntil", "date",
                "parkUntil", walk.today().plusDays(10).toString(), "selectionReason", "Eerst het rooster.",
                "selectionDeviationReason", "Het is nu te druk.");

        assertThat(newestReadBy("auditor", dossier)).contains("Niet nu", "Advies van de tabel Selecteren",
                "Tegen het advies", "Waarom anders dan het advies Het is nu te druk.", "Welke regel gold: Selectieadvies",
                "Advies: selecteren. Een sterke bijdrage met blijvende waarde gaat voor.", "Opbrengst veel of wat veel",
                "Op welke datum komt de kans terug? " + walk.today().plusDays(10).format(java.time.format.DateTimeFormatter.ofPattern("dd-MM-yyyy")));
    }

    @Test
    void adviceThatWasFollowedSaysSoAndAnotherTablesIsNotTold() throws Exception {
        assertThat(newestReadBy("auditor", walk.selected())).contains("Het besluit volgt dit advies.").doesNotContain("Tegen het advies");
        assertThat(newestReadBy("auditor", walk.feasible())).as("privacy was asked before another decision")
                .contains("Welke regel gold: Haalbaarheidsadvies", "Advies: haalbaar, Advies over het vervolg: doorgaan").doesNotContain("Wettelijke checks");
    }

    @Test
    void whoeverStoodInIsNamedBesideTheOneWhoWasAway() throws Exception {
        walk.absent("board", walk.today().plusDays(2), walk.today().plusDays(9))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "hr")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept").timePassesUntil("BoundaryEvent_FirstDayReached");
        Dossier dossier = atTheBoard().completeAs("hr", "UserTask_DecideByBoard", "continuationOutcome", "proceed");

        assertThat(newestReadBy("auditor", dossier)).contains("Wie besloot HR", "Voor wie Raad van Bestuur, die afwezig was");
    }

    @Test
    void whatWasErasedSaysSo() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "proceed", "continuationReason", "De moeder van Sjoukje is ziek");
        long sequence = newest(dossier).sequence();
        walk.erasureRequestedBy("privacy-quality", dossier.number(), sequence, "continuationReason")
                .complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(newestReadBy("board", dossier)).contains("Waarom (gewist)", "Waarom besluit u dit? (gewist)").doesNotContain("Sjoukje");
    }

    @Test
    void formThatIsNoLongerAsTheLedgerSawItIsNotShown() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "proceed", "continuationReason", "De winst weegt zwaarder.");
        String file = "select B.ID_ from ACT_GE_BYTEARRAY B where B.NAME_ like '%decide-continuation.form'";
        List<byte[]> before = jdbc.query("select BYTES_ from ACT_GE_BYTEARRAY where ID_ in (" + file + ")", (row, i) -> row.getBytes(1));
        jdbc.update("update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ like '%decide-continuation.form'",
                new String(before.get(0), StandardCharsets.UTF_8).replace("Wat besluit u?", "Wat had u besloten?").getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(newestReadBy("board", dossier)).contains("Het formulier van toen is hier niet meer te vinden.", "Waarom De winst weegt zwaarder.")
                    .doesNotContain("Wat had u besloten?");
        } finally {
            jdbc.update("update ACT_GE_BYTEARRAY set BYTES_ = ? where NAME_ like '%decide-continuation.form'", before.get(0));
        }
    }

    @Test
    void whatTheEngineForgotTheLedgerStillTells() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "stop", "continuationReason", "Te duur voor twee teams.",
                "lessonFollowUp", "none", "lessonNoChangeReason", "Dit wisten we al.");
        dossier.completeAs("employee", "UserTask_ReadAnswer").mailsAreSent();
        engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier.number())
                .list().forEach(run -> engine.getHistoryService().deleteHistoricProcessInstance(run.getId()));

        assertThat(newestReadBy("employee", dossier)).contains("Waarom Te duur voor twee teams.", "Welke regel gold: Mandaat", "Risico volgens privacy en kwaliteit hoog")
                .doesNotContain("Het was");
    }

    @Test
    void theDossierLinksEachOfItsDecisionsAndWhatSomeoneTypedIsText() throws Exception {
        Dossier dossier = decidedByBoard("continuationOutcome", "proceed", "continuationReason", "<script>alert(1)</script>[[${7*7}]]");
        String html = Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body();
        for (RecordedDecision decision : history.of(dossier.number())) {
            assertThat(html).contains("href=\"" + address(dossier, decision.sequence()) + "\"");
        }

        String page = newestAskedBy("board", dossier).body();
        assertThat(page).doesNotContain("<script>alert", "style=");
        assertThat(HtmlUtils.htmlUnescape(page)).contains("<script>alert(1)</script>[[${7*7}]]");
    }
}
