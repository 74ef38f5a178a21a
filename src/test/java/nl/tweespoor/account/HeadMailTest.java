package nl.tweespoor.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.List;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import nl.tweespoor.walk.WithMailServer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leaves leaves no work unseen: the head has a task, and a mail where there is an address. */
@EngineTest
@OnPostgresToo
class HeadMailTest extends WithMailServer {

    private static final String SEND = "SendTask_MailHead";

    @Autowired
    Walk walk;
    @Autowired
    IdentityService identities;
    @Autowired
    ManagementService management;

    @BeforeEach
    void someoneElseLeads() {
        identities.saveUser(identities.newUser("lead-a"));
        identities.createMembership("lead-a", "project-lead");
        address("hoofd@zorg.example");
    }

    @AfterEach
    void everyoneIsAsBefore() {
        identities.deleteUser("lead-a");
        address(null);
    }

    private void address(String address) {
        User head = identities.createUserQuery().userId("head-of-implementation").singleResult();
        head.setEmail(address);
        identities.saveUser(head);
    }

    private Dossier ledByWhoLeaves() {
        Dossier dossier = walk.accepted().chooseWeight("extended").formTeam("projectLead", "project-lead/lead-a")
                .grantRoom();
        identities.deleteUser("lead-a");
        return dossier.isWaitingAt("UserTask_ChooseCarrier");
    }

    @Test
    void headIsMailedOnceThatTheChosenLeadIsGone() throws Exception {
        Dossier dossier = ledByWhoLeaves().timePassesUntil(SEND).endedAt("EndEvent_HeadMailed");

        assertThat(smtp.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("hoofd@zorg.example");
            assertThat(mail.getSubject()).startsWith("Iemand is weg uit dossier " + dossier.number() + ": ");
            assertThat(GreenMailUtil.getBody(mail)).contains("lead-a (Projectleider)", "https://tweespoor.zorg.example/dossiers/" + dossier.number());
        });
        assertThat(dossier.jobs(SEND)).isEmpty();
    }

    @Test
    void headWithoutAnAddressHasTheTaskOnly() {
        address(null);

        ledByWhoLeaves().timePassesUntil(SEND).endedAt("EndEvent_HeadMailed").isWaitingAt("UserTask_ChooseCarrier");
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void headWhoAsksForSomeoneElseIsNotMailed() {
        Dossier dossier = walk.prepared();
        walk.otherCarrierWanted(dossier.number());

        assertThat(dossier.jobs(SEND)).isEmpty();
    }

    @Test
    void serverThatRefusesIsAskedAgainAndKeepsNothingWaiting() {
        smtp.stop();
        Dossier dossier = ledByWhoLeaves();

        assertThatThrownBy(() -> dossier.timePassesUntil(SEND)).isNotNull();
        management.setJobRetries(dossier.timer(SEND).getId(), 1);
        dossier.timePassesUntil(SEND).endedAt("EndEvent_HeadMailed");
        assertThat(List.of(smtp.getReceivedMessages())).isEmpty();
    }
}
