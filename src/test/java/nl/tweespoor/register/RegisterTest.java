package nl.tweespoor.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Ledger;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.CountsScannedRows;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.HtmlUtils;

/** The register over HTTP: who reads it, what it finds, and that it says what the ledger says. */
@EngineTest
@OnPostgresToo
class RegisterTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&{{x}}[[${7*7}]]";
    private static final Pattern ROW = Pattern.compile("<tr id=\"([^\"]+)\">");

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    DecisionHistory history;
    @Autowired
    Ledger ledger;
    @Autowired
    LedgerReader reader;
    @Autowired
    IndexBuilder builder;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionOperations transaction;
    @Autowired
    PlatformTransactionManager transactions;

    private String auditorSees(String query) throws Exception {
        HttpResponse<String> page = Visitor.loggedIn(port, "auditor").get("/register" + query);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private List<String> found(String query) throws Exception {
        return rows(auditorSees(query));
    }

    private static List<String> rows(String html) {
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            rows.add(row.group(1));
        }
        return rows;
    }

    private static String asked(String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private String at(Dossier dossier, String element) {
        return dossier.number() + "-" + reader.entries(dossier.number()).stream().filter(entry -> entry.outcome() != null
                && element.equals(entry.step().element())).map(Recorded::sequence).max(Long::compare).orElseThrow();
    }

    // Who

    @ParameterizedTest
    @ValueSource(strings = {"board", "head-of-innovation", "head-of-implementation", "auditor", "admin"})
    void whoAnswersForAllOfItReadsTheRegister(String account) throws Exception {
        Dossier dossier = walk.selected();

        HttpResponse<String> page = Visitor.loggedIn(port, account).get("/register");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(rows(page.body())).contains(at(dossier, "UserTask_SelectOpportunity"));
    }

    @Test
    void whoReadsTheRegisterOrTakesItAlongIsOnRecordWithWhatTheyAsked() throws Exception {
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        auditor.get("/register" + asked("advice", "against"));
        auditor.get("/register/export.csv");
        auditor.get("/register/controls");

        assertThat(jdbc.queryForList("select user_id, action, kind, detail from reading order by id")).extracting(Map::values)
                .extracting(values -> List.copyOf(values).toString()).containsExactly("[auditor, READ, REGISTER, advice=against]",
                        "[auditor, EXPORT, REGISTER, ]", "[auditor, READ, REGISTER, controls]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"management-team", "project-lead", "line-manager", "care-professional", "employee", "it", "finance",
            "privacy-quality", "hr", "procurement", "communications", "client-council", "works-council", "process-owner"})
    void forAnyoneElseItIsNotThere(String account) throws Exception {
        walk.selected();
        Visitor visitor = Visitor.loggedIn(port, account);

        for (String path : List.of("/register", "/register/export.csv", "/register/export.xlsx", "/register/export.xes",
                "/register/controls")) {
            HttpResponse<String> refused = visitor.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.body()).isEqualTo(visitor.get("/nowhere").body());
        }
    }

    /** Who stands in for whom, and what was erased, is for who audits. */
    @Test
    void whatBelongsToNoDossierIsForWhoAudits() throws Exception {
        Dossier away = walk.absent("head-of-innovation", walk.today(), walk.today().plusDays(3))
                .complete("UserTask_ChooseStandIn", "standInChoice", "ask", "standIn", "project-lead")
                .complete("UserTask_AnswerStandIn", "standInOutcome", "accept");

        assertThat(found("")).isNotEmpty().allMatch(row -> row.startsWith(away.number()));
        assertThat(auditorSees("")).doesNotContain("/dossiers/" + away.number());
        Visitor board = Visitor.loggedIn(port, "board");
        assertThat(rows(board.get("/register").body())).isEmpty();
        assertThat(board.get("/register").body()).contains("0 besluiten");
        assertThat(new String(board.download("/register/export.csv").body(), StandardCharsets.UTF_8)).doesNotContain(away.number());
    }

    // What

    @Test
    void withNothingDecidedItSaysSo() throws Exception {
        walk.reported();
        assertThat(Visitor.text(auditorSees(""))).contains("0 besluiten", "Er is nog niets besloten.");
        assertThat(Visitor.text(auditorSees("?text=niets"))).contains("Geen besluit past bij dit filter.");
    }

    @Test
    void everyDecisionStandsThereNewestFirstAsTheLedgerHasIt() throws Exception {
        Dossier first = walk.evaluated();
        Dossier second = walk.selected();

        String html = auditorSees("");
        List<String> expected = new ArrayList<>();
        for (Dossier dossier : List.of(second, first)) {
            history.of(dossier.number()).forEach(decision -> expected.add(dossier.number() + "-" + decision.sequence()));
        }
        assertThat(rows(html)).containsExactlyElementsOf(expected);
        String page = Visitor.text(html);
        assertThat(page).contains(expected.size() + " besluiten");
        history.of(first.number()).forEach(decision -> {
            assertThat(html).contains("href=\"/dossiers/" + first.number() + "/besluit/" + decision.sequence() + "\"");
            assertThat(page).contains(decision.outcome() + " " + decision.name() + ", ",
                    decision.reason().strip().replaceAll("\\s+", " "));
        });
        assertThat(page).contains("Kans beoordelen en selecteren").doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-")
                .doesNotContain("UserTask_", "selectionOutcome", "head-of-", "null");
    }

    @Test
    void aDeviationIsToldInWords() throws Exception {
        walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow", "selectionReason",
                "Eerst het rooster.", "selectionDeviationReason", "Het is nu te druk.");
        assertThat(Visitor.text(auditorSees(""))).contains("Tegen het advies", "Het advies was: Selecteren",
                "Waarom anders: Het is nu te druk.");
    }

    @Test
    void eachPartOfTheFilterLeavesWhatItSays() throws Exception {
        Dossier against = walk.reported("title", "Rustiger nachten").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn",
                "identifyReason", "Wij zien het op de afdeling.").assess().complete("UserTask_SelectOpportunity",
                "selectionOutcome", "notNow", "selectionReason", "Éérst het rooster.", "selectionDeviationReason", "Het is te druk.");
        Dossier followed = walk.reported("title", "Slimme bril").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn",
                "identifyReason", "Nachtzusters vragen erom.").assess("mainGoal", "S-2026-01/D1")
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "high", "selectionReason", "Nu is het de tijd.");
        Dossier duty = walk.identified().assess("selectionGround", "legalDuty");
        String selectedNotNow = at(against, "UserTask_SelectOpportunity");
        String selected = at(followed, "UserTask_SelectOpportunity");
        String noticed = at(against, "UserTask_IdentifyOpportunity");
        String asked = at(followed, "UserTask_IdentifyOpportunity");

        assertThat(found(asked("advice", "against"))).containsExactly(selectedNotNow);
        assertThat(found(asked("advice", "followed"))).containsExactly(selected);
        assertThat(found(asked("advice", "none"))).contains(noticed, asked).doesNotContain(selected, selectedNotNow);
        assertThat(found(asked("dossier", followed.number().toLowerCase()))).contains(selected, asked).doesNotContain(noticed);
        assertThat(found(asked("kind", "Kans selecteren"))).containsExactly(selected, selectedNotNow);
        assertThat(found(asked("goal", "S-2026-01/D1"))).contains(selected, asked).doesNotContain(noticed);
        assertThat(found(asked("goal", "legalDuty"))).isNotEmpty().allMatch(row -> row.startsWith(duty.number()));
        assertThat(found(asked("text", "eerst ROOST"))).containsExactly(selectedNotNow);
        assertThat(found(asked("text", "nacht"))).contains(noticed, selectedNotNow, asked).doesNotContain(selected);
        assertThat(found(asked("text", "rustiger op de afdeling"))).containsExactly(noticed);
        assertThat(found(asked("group", "head-of-innovation"))).contains(selected, noticed);
        assertThat(found(asked("group", "head-of-implementation"))).isEmpty();
        assertThat(found(asked("group", "head"))).isEmpty();
        assertThat(found(asked("person", "head-of-innovation"))).contains(selected, noticed);
        assertThat(found(asked("person", "board"))).isEmpty();
        String outcome = history.of(followed.number()).get(0).outcome();
        assertThat(found(asked("outcome", outcome))).containsExactly(selected);
        assertThat(found(asked("version", "selection:1", "kind", "Kans selecteren"))).containsExactly(selected, selectedNotNow);
        assertThat(found(asked("version", "selection:2"))).isEmpty();
        assertThat(found(asked("from", walk.today().toString(), "until", walk.today().toString()))).contains(selected, noticed);
        assertThat(found(asked("until", walk.today().minusDays(1).toString()))).isEmpty();
        assertThat(found(asked("from", walk.today().plusDays(1).toString()))).isEmpty();
        assertThat(found(asked("advice", "against", "person", "head-of-innovation", "text", "rooster", "goal", "S-2026-01/D3",
                "group", "head-of-innovation", "outcome", history.of(against.number()).get(0).outcome())))
                .containsExactly(selectedNotNow);
    }

    @Test
    void theFilterStaysInTheFormAndOffersWhatThereIs() throws Exception {
        walk.selected();
        String html = auditorSees(asked("person", "head-of-innovation", "text", "geen\"woord", "from", "2026-01-01"));

        assertThat(html).contains("<option value=\"head-of-innovation\" selected=\"selected\">Hoofd Innovatie</option>",
                "value=\"2026-01-01\"", "<option value=\"Kans selecteren\">Kans selecteren</option>",
                ">Kans beoordelen en selecteren, versie 1</option>");
        assertThat(HtmlUtils.htmlUnescape(html)).contains("value=\"geen\"woord\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=gisteren", "?until=2026-13-01", "?advice=maybe", "?version=x", "?text=%3F%21", "?text=de+van",
            "?text=aa+bb+cc+dd+ee+ff+gg+hh+ii", "?sample=0&seed=1", "?sample=5000&seed=1", "?sample=x&seed=1", "?last=x",
            "?from=%2B999999999-01-01"})
    void whatCannotBeIsRefusedAndStaysInTheForm(String query) throws Exception {
        walk.selected();
        HttpResponse<String> page = Visitor.loggedIn(port, "auditor").get("/register" + query);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "Toon besluiten").doesNotContain("<table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?person=%00", "?text=%27%3B+drop+table", "?kind=%27%20or%201=1", "?dossier=%25", "?goal=x%00", "?unknown=1"})
    void whatIsHostileFindsNothingOrAll(String query) throws Exception {
        walk.selected();
        auditorSees(query);
    }

    @Test
    void whatSomeoneTypedIsTextAndNothingElse() throws Exception {
        walk.reported("title", HOSTILE).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", HOSTILE);
        HttpResponse<String> page = Visitor.loggedIn(port, "auditor").get("/register" + asked("text", "script", "dossier", ""));

        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
        assertThat(HtmlUtils.htmlUnescape(page.body()).split(Pattern.quote(HOSTILE), -1)).hasSize(3);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    // Page by page

    @ParameterizedTest
    @ValueSource(strings = {"kind=Kans+selecteren", "text=re", "text=red+reden", "text=reden&person=board&outcome=select"})
    void oneGoesOnPageByPageAndMeetsEachOnce(String query) throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(decisions(120)));
        Visitor auditor = Visitor.loggedIn(port, "auditor");
        List<String> met = new ArrayList<>();
        String next = "/register?" + query;
        int pages = 0;
        while (next != null) {
            String html = auditor.get(next).body();
            assertThat(html).contains("120 besluiten");
            met.addAll(rows(html));
            Matcher older = Pattern.compile("href=\"([^\"]+)\"[^>]*rel=\"next\"").matcher(html);
            next = older.find() ? HtmlUtils.htmlUnescape(older.group(1)) : null;
            if (++pages == 1) {
                // What is decided meanwhile moves nothing.
                transaction.executeWithoutResult(status -> ledger.append(decisions(1).stream().map(one -> new Entry("I-2026-0009",
                        "task", new Entry.Step("selection", 1, "x", "Anders"), one.who(), one.decision(), List.of(),
                        Map.of(), Map.of())).toList()));
            }
        }
        assertThat(pages).isEqualTo(3);
        assertThat(met).hasSize(120).isEqualTo(jdbc.queryForList("select chain || '-' || sequence from register_decision"
                + " where step = 'Kans selecteren' order by recorded_at desc, chain desc, sequence desc", String.class));
    }

    @Test
    void ofVeryManyOneReadsThatTheyAreMany() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(decisions(1000)));
        assertThat(auditorSees("")).contains(">1.000 besluiten<");
        transaction.executeWithoutResult(status -> ledger.append(decisions(1)));
        assertThat(auditorSees("")).contains(">Meer dan 1.000 besluiten<");
        assertThat(Visitor.text(auditorSees("?sample=10&seed=7"))).contains("Steekproef uit 1.001 besluiten");
    }

    /** A word that very many have is looked for in another way than a word that few have. */
    @Test
    void aWordThatVeryManyHaveFindsWhatAWordOfFewFinds() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(decisions(120)));
        List<String> queries = List.of("?text=reden", "?text=red+7", "?text=reden+reden+11&kind=Kans+selecteren", "?text=reden&person=board",
                "?text=reden&dossier=I-2026-0001");
        List<List<String>> ofFew = new ArrayList<>();
        for (String query : queries) {
            ofFew.add(found(query));
        }
        assertThat(ofFew).noneMatch(List::isEmpty);
        jdbc.batchUpdate("insert into register_word (word, chain, sequence) values ('reden', 'I-2025-0001', ?)",
                IntStream.rangeClosed(1, CommonWords.MANY).mapToObj(sequence -> new Object[] {sequence}).toList());

        for (String query : queries) {
            assertThat(found(query)).as(query).isEqualTo(ofFew.get(queries.indexOf(query)));
        }
        assertThat(auditorSees("?text=reden")).contains(">120 besluiten<", "rel=\"next\"");
    }

    /** Not those of all decisions, whatever else was asked. */
    @ParameterizedTest
    @ValueSource(strings = {"", "person=board", "kind=Kans selecteren"})
    @DisabledIfSystemProperty(named = "tweespoor.test.database", matches = "postgres")
    void whatFewHaveIsFoundByLookingAtFew(String also) {
        transaction.executeWithoutResult(status -> ledger.append(decisions(2000)));
        jdbc.execute("analyze");
        Map<String, String> asked = also.isEmpty() ? Map.of(Filter.TEXT, "1234")
                : Map.of(Filter.TEXT, "1234", also.split("=")[0], also.split("=")[1]);
        Filter filter = Filter.of(asked, List.of(), true, word -> false);
        CountsScannedRows counted = new CountsScannedRows(jdbc.getDataSource());
        DecisionSearch search = new DecisionSearch(counted, transactions);

        assertThat(search.count(filter, 1000)).isOne();
        List<Found> first = search.page(filter, Order.NEWEST_FIRST, null, 50);
        assertThat(first).hasSize(1);
        assertThat(search.page(filter, Order.NEWEST_FIRST, first.get(0), 50)).isEmpty();
        assertThat(search.page(filter, Order.BY_DOSSIER, null, 50)).isEqualTo(first);
        assertThat(counted.scanned()).isPositive().isLessThan(50);
    }

    private static List<Entry> decisions(int number) {
        List<Entry> decisions = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            decisions.add(new Entry("I-2026-000" + i % 4, "task",
                    new Entry.Step("selection", 1, "UserTask_SelectOpportunity", "Kans selecteren"),
                    Entry.Who.person("board", List.of("board"), List.of()), new Entry.Decision("select", null, null), List.of(),
                    Map.of("reason", "Reden " + i + ", redelijk", "done-by", "Raad van Bestuur"),
                    Map.of("reason-in", "reason", "task-groups", "board")));
        }
        return decisions;
    }

    // A sample

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedAnother() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(decisions(100)));
        List<String> sample = found("?sample=10&seed=7");

        assertThat(sample).hasSize(10).doesNotHaveDuplicates().isEqualTo(found("?sample=10&seed=7"));
        assertThat(found("?sample=10&seed=8")).hasSize(10).isNotEqualTo(sample);
        assertThat(found("?sample=5&seed=7")).hasSize(5).allMatch(sample::contains);
        assertThat(found("?sample=1000&seed=7")).hasSize(100);
        assertThat(found("?sample=10&seed=7&dossier=I-2026-0001")).hasSize(10).allMatch(row -> row.startsWith("I-2026-0001"));
        assertThat(Visitor.text(auditorSees("?sample=10&seed=7"))).contains("10 besluiten",
                "Steekproef uit 100 besluiten, met startgetal 7.");
        assertThat(sample).containsExactlyInAnyOrderElementsOf(byHand("7", found("?sample=1000&seed=x")).subList(0, 10));
    }

    /** As the page explains it. */
    private static List<String> byHand(String seed, List<String> rows) {
        return rows.stream().sorted(Comparator.comparing(row -> {
            int between = row.lastIndexOf('-');
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(
                        (seed + "\n" + row.substring(0, between) + "/" + row.substring(between + 1)).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        })).toList();
    }

    @Test
    void withoutASeedOneIsDrawnAndStandsInTheAddress() throws Exception {
        transaction.executeWithoutResult(status -> ledger.append(decisions(20)));
        HttpResponse<String> drawn = Visitor.loggedIn(port, "auditor").get("/register?sample=5&person=board&seed=");

        assertThat(drawn.statusCode()).isEqualTo(302);
        assertThat(URI.create(drawn.headers().firstValue("Location").orElseThrow()).getQuery())
                .contains("person=board").contains("sample=5").containsPattern("seed=\\d+");
    }

    // Beside the ledger

    @Test
    void whatWasErasedIsNotToldNorFoundAnyMore() throws Exception {
        String secret = "De moeder van Sjoukje is ziek";
        Dossier dossier = walk.reported("title", secret).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", secret);
        assertThat(found("?text=sjoukje")).containsExactly(at(dossier, "UserTask_IdentifyOpportunity"));
        walk.erasureRequestedBy("privacy-quality", dossier.number(), reader.entries(dossier.number()).get(0).sequence(), "title")
                .complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(found("?text=sjoukje")).isEmpty();
        String page = Visitor.text(auditorSees("?dossier=" + dossier.number()));
        assertThat(page).contains("1 besluit", "(gewist)").doesNotContain("Sjoukje");
        assertThat(jdbc.queryForList("select word from register_word", String.class)).doesNotContain("sjoukje");
    }

    @Test
    void anIndexThatIsMadeAnewIsTheSame() throws Exception {
        walk.evaluated();
        walk.identified().assess("selectionGround", "legalDuty");
        List<String> tables = List.of("register_decision", "register_word", "register_goal", "register_choice");
        List<Object> before = tables.stream().map(this::content).toList();
        assertThat(before).allSatisfy(content -> assertThat((List<?>) content).isNotEmpty());
        tables.forEach(table -> jdbc.update("delete from " + table));
        assertThat(found("")).isEmpty();
        builder.build();

        assertThat(tables.stream().map(this::content).toList()).isEqualTo(before);
    }

    private Object content(String table) {
        return jdbc.queryForList("select * from " + table).stream().map(Object::toString).sorted().toList();
    }

    @Test
    void whoChangesTheIndexCannotMakeADecisionSaySomethingElse() throws Exception {
        Dossier dossier = walk.selected();
        jdbc.update("update register_decision set outcome = 'Afgewezen', actor = 'board'");
        assertThat(Visitor.text(auditorSees("?outcome=Afgewezen"))).contains("Selecteren Kans selecteren").doesNotContain(" Afgewezen Kans");

        jdbc.update("update ledger_entry set content = '{' where chain = ? and element = 'UserTask_SelectOpportunity'", dossier.number());
        assertThat(Visitor.text(auditorSees(""))).contains("Dit besluit is in het logboek niet meer te lezen.");
    }

    @Test
    void whatIsRolledBackIsNotFound() throws Exception {
        transaction.executeWithoutResult(status -> {
            ledger.append(decisions(3));
            status.setRollbackOnly();
        });
        assertThat(found("")).isEmpty();
    }
}
