package nl.tweespoor.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.tweespoor.change.OutcomeRepository.About;
import nl.tweespoor.change.OutcomeRepository.Run;
import nl.tweespoor.change.OutcomeRepository.State;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What a proposal does, found out before someone approves it, and kept with it. */
@EngineTest
class ProposedOutcomesTest {

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    OutcomeRepository repository;
    @Autowired
    OutcomeRunner runner;
    @Autowired
    Outcomes outcomes;
    @Autowired
    LedgerReader ledger;

    @Test
    void reviewerReadsThatTheTrialIsNotReadyAndThenWhatCameOfIt() throws Exception {
        Dossier change = proposed("erasure.bpmn").complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason",
                "Mensen begrijpen dit beter.");
        assertThat(change.shownAt("UserTask_ReviewChange", "proposalTrial")).contains("nog niet klaar");
        String page = "/processes/changes/" + change.number();
        assertThat(read("auditor", page)).contains("Proefdraaien").contains("nog niet klaar");

        runner.doAll();

        assertThat(change.shownAt("UserTask_ReviewChange", "proposalTrial")).contains("dossiers liepen proef en namen").doesNotContain("nog niet klaar");
        assertThat(read("auditor", page)).contains("dossiers liepen proef en namen").doesNotContain("nog niet klaar");
        assertThat(ledger.entries(change.number())).anySatisfy(entry -> assertThat(entry.facts()).containsEntry("message", "ChangeTried")
                .containsKeys("walks", "taken", "paths", "findings"));
        assertThat(Visitor.loggedIn(port, "employee").get(page).statusCode()).isIn(403, 404);
    }

    @Test
    @OnPostgresToo
    void decisionsAreTakenAgainOnceAndKeptWithTheProposal() {
        Dossier change = proposed("mandate.dmn").complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason",
                "De bedragen zijn oud.");
        assertThat(outcomes.replayed(change.number())).isEmpty();
        assertThat(outcomes.areUnderWay(change.number())).isTrue();

        runner.doAll();

        assertThat(change.shownAt("UserTask_ReviewChange", "replayedDecisions")).contains("\"different\":0");
        assertThat(outcomes.areUnderWay(change.number())).isFalse();
        assertThat(outcomes.trial(change.number())).isEmpty();
        assertThat(ledger.entries(change.number())).anySatisfy(entry -> assertThat(entry.facts()).containsEntry("message", "DecisionsReplayed"));
    }

    @Test
    @OnPostgresToo
    void eachOfTwoProposalsIsDoneByOneNode() {
        Dossier one = proposed("mandate.dmn");
        Dossier other = proposed("mandate.dmn");

        assertThat(List.of(repository.take().orElseThrow().proposal(), repository.take().orElseThrow().proposal()))
                .containsExactlyInAnyOrder(one.number(), other.number());
        assertThat(repository.take()).isEmpty();
    }

    @Test
    @OnPostgresToo
    void whatWasBrokenOffBeginsAgain() {
        proposed("mandate.dmn");
        Run stopped = repository.take().orElseThrow();
        repository.again(stopped);
        Run killed = repository.take().orElseThrow();
        assertThat(repository.take()).isEmpty();

        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + Duration.ofMinutes(6).toMillis()));

        Run again = repository.take().orElseThrow();
        assertThat(again.proposal()).isEqualTo(killed.proposal());
        assertThat(repository.tell(killed, State.DONE, "[]")).isFalse();
        assertThat(repository.tell(again, State.DONE, "[]")).isTrue();
    }

    @Test
    void whatIsStoppedOnTheWayKeepsNothingOfIt() {
        Dossier change = proposed("erasure.bpmn");
        OutcomeRunner other = new OutcomeRunner(repository, outcomes);
        other.look();
        await().atMost(Duration.ofMinutes(2)).until(() -> trial(change).json() != null);

        other.destroy();

        assertThat(trial(change)).isEqualTo(new OutcomeRepository.Outcome(State.WAITING, null));
        assertThat(ledger.entries(change.number())).noneMatch(entry -> "ChangeTried".equals(entry.facts().get("message")));
    }

    @Test
    void otherFilesAreTriedAnew() throws Exception {
        Dossier change = proposed("mandate.dmn");
        Run before = repository.take().orElseThrow();
        String page = "/processes/changes/" + change.number();

        Visitor.loggedIn(port, "process-owner").sendFile(page, page + "/files", Map.of(), "mandate.dmn", text("mandate.dmn").replace("50000", "70000"));

        assertThat(repository.tell(before, State.DONE, "[]")).isFalse();
        assertThat(repository.of(change.number(), About.REPLAY).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    /** A process that does the same as before, or a table with another amount. */
    private Dossier proposed(String file) {
        return walk.changeProposed(file, text(file).replace("</bpmn:definitions>", " </bpmn:definitions>").replace("50000", "60000"));
    }

    private OutcomeRepository.Outcome trial(Dossier change) {
        return repository.of(change.number(), About.TRIAL).orElseThrow();
    }

    private String read(String account, String page) throws Exception {
        return Visitor.text(Visitor.loggedIn(port, account).get(page).body());
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("processes/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
