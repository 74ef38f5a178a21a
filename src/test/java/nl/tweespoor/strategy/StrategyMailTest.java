package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.Map;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import nl.tweespoor.walk.WithMailServer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has an address is mailed what was adopted, and the organisation doesn't hand out its list of addresses with it. */
@EngineTest
class StrategyMailTest extends WithMailServer {

    private static final Map<String, String> ADDRESSES = Map.of("it", "ict@zorg.example", "hr", "hr@zorg.example", "client-council", "raad@elders.example");

    @Autowired
    Walk walk;
    @Autowired
    IdentityService identities;

    @BeforeEach
    void someHaveAnAddress() {
        ADDRESSES.forEach(this::address);
    }

    @AfterEach
    void nobodyHasAnAddress() {
        ADDRESSES.keySet().forEach(user -> address(user, null));
    }

    private void address(String userId, String address) {
        User user = identities.createUserQuery().userId(userId).singleResult();
        user.setEmail(address);
        identities.saveUser(user);
    }

    @Test
    void everyoneIsMailedAndNobodySeesTheAddressOfAnother() {
        walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_AdoptStrategy", "adoptionOutcome", "adopt", "adoptionReason", "Iedereen staat erachter.")
                .timePassesUntil("SendTask_MailStrategy");

        assertThat(smtp.getReceivedMessages()).hasSameSizeAs(ADDRESSES.keySet()).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Nieuwe strategie op zorgtechnologie");
            assertThat(GreenMailUtil.getBody(mail)).contains("Iedereen staat erachter.", "https://tweespoor.zorg.example/strategy");
            assertThat(GreenMailUtil.getWholeMessage(mail)).doesNotContain(ADDRESSES.values());
        });
    }
}
