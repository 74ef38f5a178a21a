package nl.tweespoor.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import nl.tweespoor.walk.WithMailServer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The answer by mail, over a real SMTP server; a context of its own, because here mail is configured. */
@EngineTest
@OnPostgresToo
class AnswerMailTest extends WithMailServer {

    private static final String SEND = "SendTask_MailAnswer";

    @Autowired
    Walk walk;

    @Autowired
    IdentityService identityService;

    @Autowired
    ManagementService management;

    @BeforeEach
    void theReporterHasAnAddress() {
        setAddressOfReporter("melder@zorg.example");
    }

    @AfterEach
    void theReporterHasNoneAnyMore() {
        setAddressOfReporter(null);
    }

    private void setAddressOfReporter(String address) {
        User reporter = identityService.createUserQuery().userId("employee").singleResult();
        reporter.setEmail(address);
        identityService.saveUser(reporter);
    }

    /** What each event sends, counted in a real mail server: one mail to each reporter, and never two. */
    @Test
    void eachEventSendsOneMailToEachReporter() throws Exception {
        identityService.saveUser(withAddress("care-professional", "tweede@zorg.example"));
        try {
            Dossier dossier = walk.reported();
            walk.reportedBy("care-professional").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                    "joinedDossier", dossier.number()).mailsAreSent();
            assertThat(subjectsTo("tweede@zorg.example")).as("received, joined").hasSize(2);
            dossier.mailsAreSent();
            assertThat(subjectsTo("melder@zorg.example")).as("received").hasSize(1);
            dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess()
                    .complete("UserTask_SelectOpportunity", "selectionOutcome", "select").mailsAreSent();
            assertThat(subjectsTo("melder@zorg.example")).as("received, selected").hasSize(2);
            assertThat(subjectsTo("tweede@zorg.example")).as("received, joined, selected").hasSize(3);
        } finally {
            identityService.saveUser(withAddress("care-professional", null));
        }
    }

    @Test
    void mailServerThatKeepsRefusingEndsTheMailAndNothingElse() {
        smtp.stop();
        Dossier dossier = rejected();
        List<Job> mails = dossier.jobs(SEND);
        mails.forEach(mail -> {
            for (int attempt = 0; attempt < 7 && management.createJobQuery().jobId(mail.getId()).count() > 0; attempt++) {
                try {
                    management.executeJob(mail.getId());
                } catch (RuntimeException refused) {
                    assertThat(refused).hasStackTraceContaining("Couldn't connect");
                }
            }
        });
        assertThat(dossier.jobs(SEND)).isEmpty();
        assertThat(dossier.variable("mail-answer", "mailOutcome")).isEqualTo("notSent");
        dossier.isWaitingAt("UserTask_ReadAnswer");
        smtp.start();
    }

    private User withAddress(String userId, String address) {
        User user = identityService.createUserQuery().userId(userId).singleResult();
        user.setEmail(address);
        return user;
    }

    private List<String> subjectsTo(String address) throws Exception {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : smtp.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }

    private Dossier rejected() {
        return walk.reported("title", "Sensor voor cliënten met één bed")
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                        "identifyReason", "Bij cliënten in de financiële pilot bleek: te weinig ruimte, € 12 per dag");
    }

    @Test
    void answerArrivesInDutchWithOutcomeAndReason() throws Exception {
        Dossier dossier = rejected().mailsAreSent();
        assertThat(smtp.getReceivedMessages()).as("received, rejected").hasSize(2);
        MimeMessage mail = Stream.of(smtp.getReceivedMessages()).filter(one -> GreenMailUtil.getBody(one).contains("gaan niet verder"))
                .findFirst().orElseThrow();
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("melder@zorg.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("tweespoor@zorg.example");
        assertThat(mail.getSubject())
                .isEqualTo("Bericht over uw melding " + dossier.number() + ": Sensor voor cliënten met één bed");
        assertThat(mail.getContent().toString())
                .contains("Beste Medewerker", "We gaan niet verder met uw kans.",
                        "Bij cliënten in de financiële pilot bleek: te weinig ruimte, € 12 per dag")
                .endsWith("\nhttps://tweespoor.zorg.example/dossiers/" + dossier.number());
        assertThat(dossier.variable("mail-answer", "mailOutcome")).isEqualTo("sent");
        assertThat(dossier.hasPassed("EndEvent_AnswerMailed")).isTrue();
    }

    @Test
    void reporterWithoutAddressGetsNoMailAndTheProcessGoesOn() {
        setAddressOfReporter(null);
        Dossier dossier = rejected().mailsAreSent();
        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(dossier.variable("mail-answer", "mailOutcome")).isEqualTo("noAddress");
        dossier.complete("UserTask_ReadAnswer").endedAt("EndEvent_AnswerGiven");
    }

    @Test
    void reporterWithoutAccountGetsNoMailAndTheProcessGoesOn() {
        Dossier dossier = walk.reportedBy("without-account")
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");
        assertThat(smtp.getReceivedMessages()).isEmpty();
        dossier.endedAt("EndEvent_ReporterGone");
    }

    @Test
    void mailThatFailsIsTriedAgainWhileTheAnswerWaitsInTheTasklist() {
        walk.clockStandsStill();
        smtp.stop();
        Dossier dossier = walk.reported();
        assertThatThrownBy(() -> dossier.mailsAreSent()).hasStackTraceContaining("Couldn't connect");
        assertThat(dossier.timer(SEND).getRetries()).isEqualTo(5);
        assertThat(dossier.timer(SEND).getDuedate()).isAfter(ClockUtil.getCurrentTime());
        assertThat(dossier.task("UserTask_ReadAnswer").getAssignee()).isEqualTo("employee");

        smtp.start();
        dossier.mailsAreSent();
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(dossier.variable("mail-answer", "mailOutcome")).isEqualTo("sent");
    }
}
