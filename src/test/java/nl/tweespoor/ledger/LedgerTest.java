package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.Test;

@OnPostgresToo
class LedgerTest extends WithTestLedger {

    @Test
    void whatIsAppendedStandsThereAndVerifies() {
        house.append(decision(DOSSIER, "select"), timer(DOSSIER));
        house.append(decision(OTHER, "reject"));

        Map<String, Object> row = house.jdbc.queryForMap("select * from ledger_entry where chain = ? and sequence = 1", DOSSIER);
        assertThat(row).containsEntry("kind", "task").containsEntry("process", "selection")
                .containsEntry("process_version", 3).containsEntry("element", "UserTask_SelectOpportunity")
                .containsEntry("actor", "hoofd.innovatie").containsEntry("outcome", "select")
                .containsEntry("against_advice", true);
        assertThat(Disclosed.read((String) row.get("disclosed")).value("reason"))
                .hasValue("Past bij “rustige nachten”, zei mevrouw Jansen.");
        assertThat((String) row.get("content")).contains("head-of-innovation", "selection-advice").doesNotContain("Jansen", "Hanna");
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(house.verifier.verify().entries()).isEqualTo(3);
    }

    /** What a database can't keep as it was typed must not block a task, nor make the ledger look changed. */
    @Test
    void halfCharactersAndZeroesVerifyToo() {
        Entry odd = new Entry(DOSSIER, "task", new Entry.Step("p", 1, "e", "nul \0 half \uD83D"),
                Entry.Who.person("a", List.of("g"), List.of()), Entry.Decision.NONE, List.of(),
                Map.of("reason", "nul \0 half \uD83D heel \uD83D\uDE00", "empty", ""), Map.of("half \uD83D", "\uDE00"));
        house.append(odd);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        house.append(timer(DOSSIER));
        assertThatThrownBy(() -> house.inTransaction(() -> {
            house.ledger.append(List.of(timer(DOSSIER), timer(OTHER)));
            throw new IllegalStateException("what it recorded failed");
        })).hasMessage("what it recorded failed");

        assertThat(sequences(DOSSIER)).containsExactly(1L);
        assertThat(sequences(OTHER)).isEmpty();
        house.append(timer(DOSSIER), timer(OTHER));
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void nothingIsWrittenOutsideATransaction() {
        assertThatThrownBy(() -> house.ledger.append(List.of(timer(DOSSIER)))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> house.append(timer("I-2026 'x'"))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Two nodes are two connections that know nothing of each other; the chain begins at the same moment. */
    @Test
    void oneChainGrowsInOneLineHoweverManyWriteToIt() throws Exception {
        together(8, writer -> {
            for (int i = 0; i < 25; i++) {
                house.append(timer(DOSSIER), decision(DOSSIER, "select"));
            }
        });
        assertThat(sequences(DOSSIER)).containsExactlyElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void aChainThatAnotherBeginsAndGivesUpBeginsAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch giveUp = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> gaveUp = other.submit(() -> house.inTransaction(() -> {
            house.ledger.append(List.of(timer(DOSSIER)));
            begun.countDown();
            await(giveUp);
            throw new IllegalStateException("gives up");
        }));
        await(begun);
        ExecutorService second = Executors.newSingleThreadExecutor();
        Future<?> appended = second.submit(() -> house.append(timer(DOSSIER)));
        Thread.sleep(200);
        giveUp.countDown();
        appended.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(gaveUp::get).hasMessageContaining("gives up");
        assertThat(sequences(DOSSIER)).containsExactly(1L);
        assertThat(house.verifier.verify().findings()).isEmpty();
        other.shutdown();
        second.shutdown();
    }

    @Test
    void chainsGrowBesideEachOther() throws Exception {
        CountDownLatch otherIsWritten = new CountDownLatch(1);
        together(2, writer -> {
            if (writer == 0) {
                house.inTransaction(() -> {
                    house.ledger.append(List.of(timer(DOSSIER)));
                    // Would never come if the other had to wait for this chain.
                    await(otherIsWritten);
                });
            } else {
                house.append(timer(OTHER));
                otherIsWritten.countDown();
            }
        });
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void twoThatNameTheSameChainsInAnotherOrderDoNotWaitForEachOther() throws Exception {
        together(4, writer -> {
            for (int i = 0; i < 25; i++) {
                house.append(timer(writer % 2 == 0 ? DOSSIER : OTHER), timer(writer % 2 == 0 ? OTHER : DOSSIER));
            }
        });
        assertThat(sequences(DOSSIER)).hasSize(100);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void whatIsErasedIsGoneAndTheChainStillVerifies() {
        house.append(decision(DOSSIER, "select"), timer(DOSSIER));
        house.seals.seal();
        house.inTransaction(() -> house.ledger.erase(DOSSIER, 1, "actorName",
                Entry.Who.person("privacy", List.of("privacy-quality"), List.of()), "Verzoek van betrokkene"));

        String disclosed = house.jdbc.queryForObject("select disclosed from ledger_entry where chain = ? and sequence = 1",
                String.class, DOSSIER);
        assertThat(disclosed).doesNotContain("actorName", "Hanna").contains("Jansen");
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(house.seals.seal()).isPresent();
        assertThatThrownBy(() -> house.inTransaction(() -> house.ledger.erase(DOSSIER, 1, "actorName",
                Entry.Who.system("x"), "again"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.inTransaction(() -> house.ledger.erase(DOSSIER, 9, "actorName",
                Entry.Who.system("x"), "no such entry"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(sequences(DOSSIER)).containsExactly(1L, 2L, 3L);
        // Also why it was erased can be.
        house.inTransaction(() -> house.ledger.erase(DOSSIER, 3, "reason", Entry.Who.system("x"), "Ook dit"));
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    private List<Long> sequences(String chain) {
        return house.jdbc.queryForList("select sequence from ledger_entry where chain = ? order by sequence", Long.class, chain);
    }

    private interface Writer {
        void write(int number) throws Exception;
    }

    private static void together(int writers, Writer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            int number = i;
            done.add(threads.submit(() -> {
                start.await();
                work.write(number);
                return null;
            }));
        }
        start.countDown();
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It never came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
