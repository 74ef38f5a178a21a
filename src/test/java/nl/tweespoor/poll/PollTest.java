package nl.tweespoor.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.poll.PollRepository.Word;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People are asked whether they want it, with and without an account; here mail is configured, over a real SMTP server. */
@EngineTest
@OnPostgresToo
@ExtendWith(OutputCaptureExtension.class)
class PollTest {

    private static final int SMTP = freePort();
    private static final Pattern LINK = Pattern.compile("https://tweespoor\\.zorg\\.example(/poll/[\\w-]{43})\\s");
    private static final String GONE = "Deze koppeling werkt niet (meer)";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    PollRepository polls;
    @Autowired
    LedgerReader ledger;
    @Autowired
    JdbcTemplate jdbc;

    private GreenMail smtp;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> SMTP);
        properties.add("tweespoor.mail.from", () -> "tweespoor@zorg.example");
        properties.add("tweespoor.mail.site", () -> "https://tweespoor.zorg.example");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serverRuns() {
        smtp = new GreenMail(new ServerSetup(SMTP, "localhost", "smtp"));
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
    }

    private Dossier asked(Object... who) {
        Object[] question = {"pollFirst", "ask", "pollQuestion1", "Wilt u hiermee werken?", "pollUntil", walk.today().plusDays(7).toString()};
        Dossier dossier = walk.beingTested().complete("UserTask_GaugeSupport", IntStream.range(0, question.length + who.length)
                .mapToObj(i -> i < question.length ? question[i] : who[i - question.length]).toArray());
        dossier.jobs("SendTask_InviteByMail").forEach(dossier::fire);
        return dossier;
    }

    private String linkTo(String address) throws Exception {
        for (MimeMessage mail : smtp.getReceivedMessages()) {
            Matcher link = LINK.matcher(mail.getContent().toString());
            if (mail.getAllRecipients()[0].toString().equals(address) && link.find()) {
                return link.group(1);
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    private String sends(String link, String answers) throws Exception {
        return Visitor.text(new Visitor(port).send(link, link, answers).body());
    }

    @Keeps({"poll-comes-back", "poll-link-works-once", "colleagues-are-polled"})
    @Test
    void whatPeopleSaidComesBackToWhoAskedThem() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "both", "pollGroups", Walk.list("hr"), "pollAddresses", "naaste@zorg.example\nander@zorg.example");
        assertThat(smtp.getReceivedMessages()).as("one mail each").hasSize(2);
        String link = linkTo("naaste@zorg.example");
        assertThat(Visitor.text(new Visitor(port).get(link).body())).contains("Wilt u hiermee werken?");
        assertThat(sends(link, "antwoord1=no&toelichting=%3Cb%3ETe+duur%3C%2Fb%3E")).contains("Dank u wel");

        assertThat(sends(linkTo("ander@zorg.example"), "antwoord1=misschien")).as("no answer to choose from").contains("Kies bij elke vraag een antwoord");
        assertThat(new Visitor(port).get(link).body()).contains(GONE);
        assertThatThrownBy(() -> dossier.completeAs("head-of-innovation", "UserTask_AnswerPoll", "pollAnswer1", "no")).hasStackTraceContaining("TASK_WORK");
        dossier.completeAs("hr", "UserTask_AnswerPoll", "pollAnswer1", "yes", "pollFreeWord", "Graag zelfs");

        dossier.timePassesUntil("IntermediateEvent_LastDay").endedAt("EndEvent_PollClosed");
        assertThat(dossier.variable("support", "pollAsked")).isEqualTo(3);
        assertThat(dossier.variable("support", "pollAnswered")).isEqualTo(2);
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollResults")).contains("Bij de start", "\"asked\":3", "\"answered\":2", "\"yes\":1", "\"no\":1");
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains("Te duur", "Graag zelfs");
        assertThat(Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body())).as("who said what is not told there")
                .contains(dossier.number()).doesNotContain("Graag zelfs", "Vragen over draagvlak beantwoorden,");
        dossier.complete("UserTask_GaugeSupport", "professionalsHeard", "heard", "clientsHeard", "heard", "criticsHeard", "heard",
                "supportFinding", "good").endedAt("EndEvent_SupportGauged");
        assertThat(dossier.variable("feasibility", "supportFinding")).isEqualTo("good");
    }

    @Test
    void usedGuessedAndTooLateSayTheSame() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example");
        String used = linkTo("een@zorg.example");
        String late = linkTo("twee@zorg.example");
        sends(used, "antwoord1=yes");
        dossier.timePassesUntil("IntermediateEvent_LastDay");

        Visitor stranger = new Visitor(port);
        List<String> pages = List.of(stranger.get(used).body(), stranger.get(late).body(), stranger.get("/poll/" + "x".repeat(43)).body());
        assertThat(pages.stream().distinct()).hasSize(1).first().asString().contains(GONE);
        assertThat(stranger.get(late).statusCode()).isEqualTo(404);
        assertThat(stranger.post(late, "antwoord1=yes").statusCode()).as("without the token of the page").isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from support_poll_answer", Integer.class)).isEqualTo(1);
        assertThat(stranger.get("/").statusCode()).as("opens nothing else").isEqualTo(302);
        assertThat(stranger.get("/poll/a/b").statusCode()).isEqualTo(302);
    }

    @Test
    void onlyAHashIsStoredAndNobodyIsTiedToAnAnswer() throws Exception {
        asked("pollWho", "mail", "pollAddresses", "een@zorg.example");
        String token = linkTo("een@zorg.example").substring("/poll/".length());
        assertThat(jdbc.queryForList("select token_hash from support_poll_invitation", String.class)).hasSize(1)
                .first().asString().matches("[0-9a-f]{64}").isNotEqualTo(token);
        sends("/poll/" + token, "antwoord1=partly&toelichting=Misschien");
        assertThat(jdbc.queryForList("select * from support_poll_answer").toString()).contains("Misschien").doesNotContain("een@zorg.example");
        assertThat(jdbc.queryForList("select token_hash from support_poll_invitation", String.class)).isEmpty();
    }

    @Test
    void addressesAreAddressesAndNotTenThousandOfThem() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "p" + i + "@zorg.example").collect(Collectors.joining("\n"));
        for (String wrong : Arrays.asList("geen adres", "een@zorg.example, twee@zorg.example", "<b>@zorg.example", many)) {
            assertThatThrownBy(() -> asked("pollWho", "mail", "pollAddresses", wrong)).as(wrong.substring(0, 9)).hasStackTraceContaining("Wie zonder account");
        }
    }

    @Test
    void whoCouldNotBeMailedWasNotAsked() {
        walk.clockStandsStill();
        smtp.stop();
        Dossier dossier = walk.beingTested().complete("UserTask_GaugeSupport", "pollFirst", "ask", "pollQuestion1", "Wilt u hiermee werken?",
                "pollUntil", walk.today().plusDays(7).toString(), "pollWho", "mail", "pollAddresses", "een@zorg.example");
        for (int attempt = 0; attempt < 7 && !dossier.jobs("SendTask_InviteByMail").isEmpty(); attempt++) {
            try {
                dossier.fire(dossier.timer("SendTask_InviteByMail"));
            } catch (RuntimeException refused) {
                assertThat(refused).hasStackTraceContaining("Couldn't connect");
            }
        }
        assertThat(dossier.jobs("SendTask_InviteByMail")).isEmpty();
        dossier.timePassesUntil("IntermediateEvent_LastDay").isWaitingAt("UserTask_GaugeSupport");
        assertThat(dossier.variable("support", "pollAsked")).isEqualTo(0);
        smtp.start();
    }

    @Test
    void colleagueWhoDoesNotAnswerKeepsNobodyWaiting() {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "colleagues", "pollGroups", Walk.list("hr"));
        dossier.timePassesUntil("BoundaryEvent_PollOver");
        dossier.timePassesUntil("IntermediateEvent_LastDay").isWaitingAt("UserTask_GaugeSupport");
        assertThat(dossier.hasPassed("EndEvent_PollNotAnswered")).isTrue();
        assertThat(dossier.variable("support", "pollAnswered")).isEqualTo(0);
    }

    @Test
    void whatAColleagueWroteIsErasedHereToo() {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "colleagues", "pollGroups", Walk.list("hr")).complete("UserTask_AnswerPoll", "pollAnswer1", "no",
                "pollFreeWord", "Mevrouw van kamer vier wil dit niet");
        long entry = ledger.entries(dossier.number()).stream().filter(one -> one.values().containsKey("pollFreeWord")).findFirst().orElseThrow().sequence();
        walk.erasureRequestedBy("privacy-quality", dossier.number(), entry, "pollFreeWord").complete("UserTask_DecideErasure", "erasureOutcome", "erase");
        assertThat(polls.words(dossier.number())).extracting(Word::text).containsExactly("(gewist)");
        assertThat(polls.words("another")).isEmpty();
    }

    /** No entry of the ledger holds them. */
    @Test
    void whatWasWrittenOnThePageIsErasedByItsCode() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example");
        sends(linkTo("een@zorg.example"), "antwoord1=no&toelichting=Mevrouw+van+kamer+vier");
        sends(linkTo("twee@zorg.example"), "antwoord1=yes&toelichting=Graag+snel");
        dossier.timePassesUntil("IntermediateEvent_LastDay");
        String code = polls.words(dossier.number()).stream().filter(word -> word.text().contains("kamer vier")).findFirst().orElseThrow().code();
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains(code);
        String another = walk.reported().number();
        assertThatThrownBy(() -> walk.erasureRequestedBy("privacy-quality", another, 0, code)).hasStackTraceContaining("Welke regel?");

        Dossier request = walk.erasureRequestedBy("privacy-quality", dossier.number(), 0, code);
        assertThat(request.shownAt("UserTask_DecideErasure", "erasedValues")).contains("Mevrouw van kamer vier", code).doesNotContain("Graag snel");
        request.complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains("(gewist)", "Graag snel").doesNotContain("kamer vier");
        assertThat(jdbc.queryForList("select free_word from support_poll_answer", String.class)).containsExactlyInAnyOrder("(gewist)", "Graag snel");
        assertThatThrownBy(() -> walk.erasureRequestedBy("privacy-quality", dossier.number(), 0, code)).hasStackTraceContaining("al gewist");
    }

    /** Who reads the log would answer in the place of who was asked. */
    @Test
    void logHoldsNoLinkHoweverItIsRefused(CapturedOutput log) throws Exception {
        walk.clockStandsStill();
        asked("pollWho", "mail", "pollAddresses", "een@zorg.example");
        String token = linkTo("een@zorg.example").substring("/poll/".length());
        Visitor stranger = new Visitor(port);
        assertThat(stranger.post("/poll/" + token, "antwoord1=yes").statusCode()).isEqualTo(403);
        for (String path : List.of("/poll/" + token + "/x", "/poll/" + token + ";a=b", "//poll/" + token, "/%70oll/" + token + "/x", "/x/" + token,
                "/engine-rest/" + token, "/poll/" + token + "%00", "/poll/" + token.substring(0, 42) + "%2F")) {
            assertThat(stranger.get(path).statusCode()).as(path).isGreaterThanOrEqualTo(300);
        }
        try (Socket odd = new Socket("localhost", port)) {
            odd.getOutputStream().write(("GET /poll/" + token + "| HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(odd.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 400");
        }
        assertThat(log.getAll()).contains("Geweigerd: POST /poll/… door").doesNotContain(token.substring(0, 42));
        assertThat(stranger.get("/poll/" + token).statusCode()).as("and the link still works").isEqualTo(200);
    }

    @Test
    void nothingOfAPollIsLeftWhenItsDossierIsRemoved() throws Exception {
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example");
        sends(linkTo("een@zorg.example"), "antwoord1=yes");
        polls.removed(dossier.number());
        assertThat(polls.results(dossier.number())).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from support_poll_answer", Integer.class)).isZero();
    }
}
