package nl.tweespoor.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.Stream;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.poll.PollRepository.Word;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import nl.tweespoor.walk.WithMailServer;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** People are asked whether they want it, with and without an account; here mail is configured, over a real SMTP server. */
@EngineTest
@OnPostgresToo
@ExtendWith(OutputCaptureExtension.class)
class PollTest extends WithMailServer {

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

    private static String three() {
        return "drie@zorg.example\nvier@zorg.example\nvijf@zorg.example";
    }

    private void threeSayYes() throws Exception {
        for (String address : three().split("\n")) {
            sends(linkTo(address), "antwoord1=yes");
        }
    }

    private String sends(String link, String answers) throws Exception {
        return Visitor.text(new Visitor(port).send(link, link, answers).body());
    }

    @Keeps({"poll-comes-back", "poll-link-works-once", "colleagues-are-polled"})
    @Test
    void whatPeopleSaidComesBackToWhoAskedThem() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "both", "pollGroups", Walk.list("hr"), "pollAddresses", "naaste@zorg.example\nander@zorg.example\n" + three());
        assertThat(smtp.getReceivedMessages()).as("one mail each").hasSize(5);
        String link = linkTo("naaste@zorg.example");
        assertThat(Visitor.text(new Visitor(port).get(link).body())).contains("Wilt u hiermee werken?");
        assertThat(sends(link, "antwoord1=no&toelichting=%3Cb%3ETe+duur%3C%2Fb%3E")).contains("Dank u wel");

        assertThat(sends(linkTo("ander@zorg.example"), "antwoord1=misschien")).as("no answer to choose from").contains("Kies bij elke vraag een antwoord");
        assertThat(new Visitor(port).get(link).body()).contains(GONE);
        assertThatThrownBy(() -> dossier.completeAs("head-of-innovation", "UserTask_AnswerPoll", "pollAnswer1", "no")).hasStackTraceContaining("TASK_WORK");
        dossier.completeAs("hr", "UserTask_AnswerPoll", "pollAnswer1", "yes", "pollFreeWord", "Graag zelfs");
        threeSayYes();

        dossier.timePassesUntil("IntermediateEvent_LastDay").endedAt("EndEvent_PollClosed");
        assertThat(dossier.variable("support", "pollAsked")).isEqualTo(6);
        assertThat(dossier.variable("support", "pollAnswered")).isEqualTo(5);
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollResults")).contains("Bij de start", "\"asked\":6", "\"answered\":5", "\"yes\":\"4\"", "\"no\":\"1\"");
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains("Te duur", "Graag zelfs");
        assertThat(Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body())).as("who said what is not told there")
                .contains(dossier.number()).doesNotContain("Graag zelfs", "Vragen over draagvlak beantwoorden,");
        dossier.complete("UserTask_GaugeSupport", "professionalsHeard", "heard", "clientsHeard", "heard", "criticsHeard", "heard",
                "supportFinding", "good", "concernsLeft", "none").endedAt("EndEvent_SupportGauged");
        assertThat(dossier.variable("feasibility", "supportFinding")).isEqualTo("good");
    }

    @Keeps("poll-no-reason-is-read")
    @Test
    void pollThatSaysNoCountsWhateverIsConcluded() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example\n" + three());
        sends(linkTo("een@zorg.example"), "antwoord1=yes");
        sends(linkTo("twee@zorg.example"), "antwoord1=partly");
        for (String address : three().split("\n")) {
            sends(linkTo(address), "antwoord1=no");
        }
        dossier.timePassesUntil("IntermediateEvent_LastDay");
        assertThat(dossier.variable("support", "pollNoShare")).isEqualTo(60);
        assertThat(dossier.variable("support", "pollYesShare")).isEqualTo(20);
        assertThat(dossier.variable("support", "pollSaid")).isEqualTo("mostlyNo");

        Object[] heard = {"professionalsHeard", "heard", "clientsHeard", "heard", "criticsHeard", "heard", "supportFinding", "good", "concernsLeft", "none"};
        assertThatThrownBy(() -> dossier.submit("UserTask_GaugeSupport", heard)).hasMessageContaining("Waarom is er toch draagvlak");
        dossier.complete("UserTask_GaugeSupport", Stream.concat(Arrays.stream(heard), Stream.of("supportDespitePollReason", "Ze kennen het nog niet")).toArray());
        dossier.completeTests();
        assertThat(dossier.variable("feasibility", "supportFinding")).isEqualTo("good");
        dossier.complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        assertThat(dossier.variable("feasibility", "feasibilityAdvice")).isEqualTo("noSupport");
        assertThat((String) dossier.variable("feasibility", "feasibilityAdviceReason")).contains("In de peiling zeiden de meeste mensen nee.");
        assertThat(dossier.variable("feasibility", "supportDespitePollReason")).isEqualTo("Ze kennen het nog niet");
    }

    @Test
    void fewAnswersAreNotCounted() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\n" + three());
        for (String address : ("een@zorg.example\n" + three()).split("\n")) {
            sends(linkTo(address), "antwoord1=no");
        }
        dossier.timePassesUntil("IntermediateEvent_LastDay");
        assertThat(dossier.variable("support", "pollNoShare")).as("four of five tell who").isNull();
        assertThat(dossier.variable("support", "pollSaid")).isEqualTo("untold");
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

    // At go-live and at securing

    /** Waits at {@code UserTask_PlanPoll}, beside the first feedback of the team. */
    private Dossier liveIn(String... teams) {
        return walk.rollingOutIn(teams).makeTeamsReady().completeEach("UserTask_GoLive", "goLiveOutcome", "live");
    }

    private Dossier asksAgain(Dossier dossier, Task task, Object... who) {
        Object[] poll = {"pollChoice", "ask", "pollQuestion1", "Wilt u hiermee werken?", "pollUntil", walk.today().plusDays(7).toString()};
        dossier.complete(task, "project-lead", Stream.concat(Stream.of(poll), Stream.of(who)).toArray());
        dossier.jobs("SendTask_InviteByMail").forEach(dossier::fire);
        return dossier;
    }

    private Dossier asksAgain(Dossier dossier, Object... who) {
        return asksAgain(dossier, dossier.task("UserTask_PlanPoll"), who);
    }

    @Test
    void pollsAtGoLiveAndSecuringStandBesideEachOtherAndHoldNothingUp() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = liveIn("team-zonnehof");
        asksAgain(dossier, "pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example\n" + three());
        sends(linkTo("een@zorg.example"), "antwoord1=no&toelichting=Te+druk");
        sends(linkTo("twee@zorg.example"), "antwoord1=no");
        threeSayYes();
        dossier.complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9")
                .isWaitingAt("UserTask_EvaluateInterim");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "pollResults")).as("while people answer").contains("\"answered\":5", "loopt nog")
                .doesNotContain("\"yes\":\"3\"");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "pollWords")).isEqualTo("[]");

        dossier.timePassesUntil("IntermediateEvent_LastDay").endedAt("EndEvent_PollClosed").endedAt("EndEvent_PolledAgain");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "pollResults")).contains("Bij livegang, ", "\"yes\":\"3\"", "\"no\":\"2\"");
        assertThat(dossier.shownAt("UserTask_EvaluateInterim", "pollWords")).contains("Te druk");
        dossier.evaluate("evaluationOutcome", "goOn");
        assertThat(dossier.shownAt("UserTask_SecureInnovation", "pollResults")).contains("Bij livegang, ");
        dossier.secure("lineOwner", "line-manager/line-manager")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept").isWaitingAt("IntermediateEvent_MomentReached");
        smtp.purgeEmailFromAllMailboxes();
        asksAgain(dossier, "pollWho", "mail", "pollAddresses", three() + "\neen@zorg.example\ntwee@zorg.example");
        threeSayYes();
        sends(linkTo("een@zorg.example"), "antwoord1=yes");
        sends(linkTo("twee@zorg.example"), "antwoord1=yes");
        dossier.timePassesUntil("IntermediateEvent_LastDay").timePassesUntil("IntermediateEvent_MomentReached");
        assertThat(dossier.shownAt("UserTask_MeasureResult", "pollResults")).containsSubsequence("Bij livegang, ", "Bij het borgen");
        assertThat(Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body()))
                .contains("Wat mensen ervan vinden", "Bij het borgen Wilt u hiermee werken? 5 5 5 0 0").doesNotContain("Te druk");
    }

    @Test
    void sameQuestionIsAskedAgain() {
        assertThat(liveIn("team-zonnehof").variable("later-poll", "pollQuestion1")).isEqualTo("Wilt u hiermee werken?");
        jdbc.update("insert into support_poll (id, dossier_number, poll_moment, question1, question2, until_at, asked, opened_at)"
                + " select 'first', dossier_number, 'start', 'Helpt dit in de nacht?', 'Voelt het veilig?', current_timestamp, 1, current_timestamp"
                + " from dossier_head where dossier_number = (select max(dossier_number) from dossier_head) fetch first 1 rows only");
        String number = jdbc.queryForObject("select dossier_number from support_poll where id = 'first'", String.class);

        assertThat(polls.firstQuestion(number, 1)).contains("Helpt dit in de nacht?");
        assertThat(polls.firstQuestion(number, 2)).contains("Voelt het veilig?");
    }

    @Test
    void tooFewAnswersTellNobody() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\n" + three());
        sends(linkTo("een@zorg.example"), "antwoord1=no&toelichting=Te+duur");
        threeSayYes();
        dossier.timePassesUntil("IntermediateEvent_LastDay");

        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollResults")).contains("\"asked\":4", "\"answered\":4",
                "Te weinig antwoorden om zonder naam te tonen").doesNotContain("\"no\":\"1\"");
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).isEqualTo("[]");
        assertThat(Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body()))
                .contains("Wilt u hiermee werken? 4 4 Te weinig antwoorden");
    }

    @Test
    void nobodyIsAskedTwiceForTheSameMoment() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = asked("pollWho", "both", "pollGroups", Walk.list("hr"), "pollAddresses", "een@zorg.example");
        dossier.timePassesUntil("BoundaryEvent_PollOver").timePassesUntil("IntermediateEvent_LastDay");
        Object[] again = {"pollFirst", "ask", "pollQuestion1", "En nu?", "pollUntil", walk.today().plusDays(7).toString(), "pollWho", "both"};

        assertThatThrownBy(() -> dossier.complete("UserTask_GaugeSupport", Stream.concat(Stream.of(again), Stream.of("pollGroups", Walk.list("hr"),
                "pollAddresses", "Een@zorg.example")).toArray())).hasStackTraceContaining("al gevraagd");
        dossier.complete("UserTask_GaugeSupport", Stream.concat(Stream.of(again), Stream.of("pollGroups", Walk.list("hr", "finance"),
                "pollAddresses", "Een@Zorg.example\ntwee@zorg.example")).toArray());
        dossier.jobs("SendTask_InviteByMail").forEach(dossier::fire);

        assertThat(dossier.tasks("UserTask_AnswerPoll")).extracting(Task::getAssignee).containsExactly("finance");
        assertThat(smtp.getReceivedMessages()).extracting(mail -> mail.getAllRecipients()[0].toString()).containsExactly("een@zorg.example", "twee@zorg.example");
    }

    /** Who evaluates says that staff is content; more than half of those who were asked say no. */
    @Test
    void pollAfterTheStartCountsWhateverWhoEvaluatesSays() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = liveIn("team-zonnehof");
        asksAgain(dossier, "pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example\n" + three());
        sends(linkTo("een@zorg.example"), "antwoord1=yes");
        sends(linkTo("twee@zorg.example"), "antwoord1=yes");
        for (String address : three().split("\n")) {
            sends(linkTo(address), "antwoord1=no");
        }
        dossier.complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier").complete("UserTask_MeasureUse", "usersCount", "9")
                .timePassesUntil("IntermediateEvent_LastDay").findAllWell();

        assertThat(dossier.variable("evaluation", "courseAdvice")).isEqualTo("adjust");
        assertThat(dossier.variable("evaluation", "courseAdviceReason").toString()).contains("meer dan de helft van een team nee");
        assertThatThrownBy(() -> dossier.submit("UserTask_ChooseCourse", "evaluationOutcome", "goOn", "evaluationReason", "Iedereen is tevreden."))
                .hasMessageContaining("Waarom wijkt u af van het advies");
    }

    @Test
    void theStartOfAnotherTeamIsAnotherMoment() {
        walk.clockStandsStill();
        Dossier dossier = liveIn("team-zonnehof", "team-de-linde");
        dossier.tasks("UserTask_PlanPoll").forEach(task -> asksAgain(dossier, task, "pollWho", "colleagues", "pollGroups", Walk.list("hr")));

        assertThat(dossier.tasks("UserTask_AnswerPoll")).extracting(Task::getAssignee).containsExactly("hr", "hr");
    }

    @Test
    void whoDoesNotPollSaysWhy() {
        Dossier dossier = liveIn("team-zonnehof");
        assertThatThrownBy(() -> dossier.submit("UserTask_PlanPoll", "pollChoice", "skip")).hasMessageContaining("Waarom wel of geen peiling");

        dossier.complete("UserTask_PlanPoll", "pollChoice", "skip").endedAt("EndEvent_PolledAgain");
        assertThat(dossier.hasPassed("EndEvent_PollSkipped")).isTrue();
    }

    @Test
    void pollEndsWithADossierThatStops() {
        Dossier dossier = liveIn("team-zonnehof").complete("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .complete("UserTask_MeasureUse", "usersCount", "9").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop").endedAt("EndEvent_PollNotNeeded");

        assertThat(dossier.tasks("UserTask_PlanPoll")).isEmpty();
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
        Dossier dossier = asked("pollWho", "mail", "pollAddresses", "een@zorg.example\ntwee@zorg.example\n" + three());
        sends(linkTo("een@zorg.example"), "antwoord1=no&toelichting=Mevrouw+van+kamer+vier");
        sends(linkTo("twee@zorg.example"), "antwoord1=yes&toelichting=Graag+snel");
        threeSayYes();
        dossier.timePassesUntil("IntermediateEvent_LastDay");
        String code = polls.words(dossier.number()).stream().filter(word -> word.text().contains("kamer vier")).findFirst().orElseThrow().code();
        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains(code);
        String another = walk.reported().number();
        assertThatThrownBy(() -> walk.erasureRequestedBy("privacy-quality", another, code)).hasStackTraceContaining("Welke regel?");

        Dossier request = walk.erasureRequestedBy("privacy-quality", dossier.number(), code);
        assertThat(request.shownAt("UserTask_DecideErasure", "erasedValues")).contains("Mevrouw van kamer vier", code).doesNotContain("Graag snel");
        request.complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(dossier.shownAt("UserTask_GaugeSupport", "pollWords")).contains("(gewist)", "Graag snel").doesNotContain("kamer vier");
        assertThat(jdbc.queryForList("select free_word from support_poll_answer where free_word <> ''", String.class)).containsExactlyInAnyOrder("(gewist)", "Graag snel");
        assertThatThrownBy(() -> walk.erasureRequestedBy("privacy-quality", dossier.number(), code)).hasStackTraceContaining("al gewist");
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
