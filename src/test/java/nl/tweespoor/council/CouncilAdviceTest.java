package nl.tweespoor.council;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.LocalDate;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import nl.tweespoor.walk.WithMailServer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A council is asked, reminded and heard; when it says nothing, that is recorded and the work goes on. */
@EngineTest
@OnPostgresToo
class CouncilAdviceTest extends WithMailServer {

    @Autowired
    Walk walk;
    @Autowired
    LedgerReader ledger;
    @Autowired
    IdentityService identities;

    @BeforeEach
    void councilHasAnAddress() {
        address("raad@zorg.example");
    }

    @AfterEach
    void councilIsAsBefore() {
        address(null);
    }

    private void address(String address) {
        User member = identities.createUserQuery().memberOfGroup("works-council").singleResult();
        member.setEmail(address);
        identities.saveUser(member);
    }

    private Dossier asked(int days) {
        return walk.adviceNeeded("works-council").complete("UserTask_AskAdvice", "adviceRight", "advice", "adviceIntent", "Sensoren op twee locaties",
                "adviceBy", LocalDate.ofInstant(DutchTime.now().toInstant(), DutchTime.ZONE).plusDays(days).toString());
    }

    @Test
    void adviceIsGivenPointByPointAndWhoAskedHears() {
        Dossier advice = asked(30).complete("UserTask_GiveAdvice", "adviceOutcome", "conditions", "adviceReason", "Er is te weinig tijd.",
                "advicePointsText", "- Eerst scholing\n\n2. Geen camera's");

        assertThat(((SpinJsonNode) advice.variable("council-advice", "advicePoints")).elements())
                .extracting(point -> point.prop("id").stringValue() + " " + point.prop("title").stringValue())
                .containsExactly("A1 Eerst scholing", "A2 Geen camera's");
        assertThat(advice.decisions()).singleElement().satisfies(decision -> assertThat(decision)
                .containsEntry("by", "Ondernemingsraad").containsEntry("reason", "Er is te weinig tijd."));
        advice.isWaitingOnlyAt("UserTask_ReadAdvice").complete("UserTask_ReadAdvice").endedAt("EndEvent_AdviceKnown");
        assertThat(advice.jobs("BoundaryEvent_AdviceReminder")).isEmpty();
    }

    @Test
    void councilIsRemindedAWeekBeforeInATaskAndByMail() throws Exception {
        Dossier advice = asked(30);
        assertThat(DutchTime.now().plusDays(23)).isAfterOrEqualTo(advice.timer("BoundaryEvent_AdviceReminder").getDuedate().toInstant()
                .atZone(DutchTime.ZONE));

        advice.timePassesUntil("BoundaryEvent_AdviceReminder").isWaitingAt("UserTask_GiveAdvice")
                .timePassesUntil("SendTask_MailCouncil");
        assertThat(smtp.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("raad@zorg.example");
            assertThat(mail.getSubject()).isEqualTo("Herinnering: advies gevraagd over Sensoren in de nacht");
        });
        advice.complete("UserTask_ReadCouncilMessage").endedAt("EndEvent_CouncilKnows").isWaitingOnlyAt("UserTask_GiveAdvice");
    }

    /** Invariant 4: nothing waits for ever. */
    @Test
    void noAnswerInTimeIsRecordedAndTheWorkGoesOn() {
        Dossier advice = asked(30).timePassesUntil("BoundaryEvent_AdviceReminder").timePassesUntil("BoundaryEvent_AdviceLate");

        assertThat(advice.tasks("UserTask_GiveAdvice")).isEmpty();
        assertThat(advice.variable("council-advice", "adviceOutcome")).isEqualTo("none");
        assertThat(ledger.entries(advice.number())).filteredOn(entry -> entry.kind().equals("timer")).extracting(entry -> entry.step().element())
                .contains("BoundaryEvent_AdviceLate");
        // Nor for who asked to read that there is none, nor for the council to read its reminder.
        advice.timePassesUntil("BoundaryEvent_AdviceNotRead").endedAt("EndEvent_AdviceKnown");
        advice.timePassesUntil("SendTask_MailCouncil").timePassesUntil("BoundaryEvent_CouncilMessageNotRead").isWaitingOnlyAt();
    }

    @Test
    void consentThatATableAsksIsNotMadeAdvice() {
        Dossier asked = walk.adviceNeeded("works-council", "adviceDue", "consent").complete("UserTask_AskAdvice");

        assertThat(asked.variable("council-advice", "adviceRight")).isEqualTo("consent");
    }

    @Test
    void decisionIsMailedWithEachPoint() throws Exception {
        Dossier notice = walk.decidedAfterAdvice("works-council", "conditions", "[{\"id\":\"A1\",\"title\":\"Eerst scholing\"}]")
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "Iedereen kent het al.")
                .complete("UserTask_WriteNotice", "noticeText", "We gaan door.", "councilTalked", "yes").timePassesUntil("SendTask_MailCouncil");

        assertThat(smtp.getReceivedMessages()).singleElement().satisfies(mail -> assertThat(GreenMailUtil.getBody(mail)
                .replace("=\r\n", "")).contains("We gaan door.", "- Eerst scholing", "Niet volgen: Iedereen kent het al."));
        notice.isWaitingAt("UserTask_ReadDeviation");
    }
}
