package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.Test;

@OnPostgresToo
class LedgerSealsTest extends WithTestLedger {

    @Test
    void aSealCoversAllDossiersAndKeepsWhatGrew() {
        house.append(decision(DOSSIER, "select"), timer(DOSSIER), timer(OTHER));
        Seal first = house.seals.seal().orElseThrow();
        house.append(timer(OTHER));
        Seal second = house.seals.seal().orElseThrow();

        assertThat(first).extracting(Seal::number, Seal::entries, Seal::chains, Seal::previousHash)
                .containsExactly(1L, 3L, 2L, Seal.ORIGIN);
        assertThat(second).extracting(Seal::number, Seal::entries, Seal::chains, Seal::previousHash)
                .containsExactly(2L, 4L, 2L, first.hash());
        assertThat(house.jdbc.queryForList("select chain from ledger_seal_head where seal = 2", String.class)).containsExactly(OTHER);
        Verdict verdict = house.verifier.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.seals()).isEqualTo(2);
        assertThat(verdict.sealedUntil()).isEqualTo(second.sealedAt());
    }

    @Test
    void nothingNewIsNoSeal() {
        assertThat(house.seals.seal()).isEmpty();
        house.append(timer(DOSSIER));
        assertThat(house.seals.seal()).isPresent();
        assertThat(house.seals.seal()).isEmpty();
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    /** None may take what another does meanwhile for a change to the ledger. */
    @Test
    void ofNodesThatSealAtOnceOneDoesWhileOthersCheck() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        for (int round = 1; round <= 30; round++) {
            house.append(timer(DOSSIER));
            List<Future<Optional<Seal>>> sealed = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                sealed.add(nodes.submit(() -> house.seals.seal()));
            }
            assertThat(nodes.submit(() -> house.verifier.verify()).get().findings()).isEmpty();
            int seals = 0;
            for (Future<Optional<Seal>> one : sealed) {
                seals += one.get().isPresent() ? 1 : 0;
            }
            assertThat(seals).isEqualTo(1);
        }
        nodes.shutdown();
        assertThat(house.folder.newest()).isEqualTo(30);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void eachSealGoesOutsideWholeAndOnlyOnce() throws IOException {
        house.append(timer(DOSSIER));
        house.seals.seal();
        house.append(timer(OTHER));
        house.seals.seal();
        try (Stream<Path> sent = Files.list(files.resolve("seals"))) {
            assertThat(sent.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("seal-000000001.json", "seal-000000002.json");
        }
        assertThat(house.folder.kept()).isEqualTo(new SealRepository(house.jdbc).since(0));
        SentSeal first = house.folder.kept().get(0);
        house.folder.send(List.of(first));
        assertThatThrownBy(() -> house.folder.send(List.of(new SentSeal(first.seal(), List.of())))).isInstanceOf(IllegalStateException.class);
        assertThat(house.folder.kept().get(0)).isEqualTo(first);
    }

    /** A folder that is full or away must not stop the sealing, nor leave a gap afterwards. */
    @Test
    void whatDidNotArriveIsSentWithTheNextSeal() throws IOException {
        Path folder = files.resolve("seals");
        Files.writeString(folder, "no folder");
        house.append(timer(DOSSIER));
        assertThatThrownBy(() -> house.seals.seal()).isInstanceOf(RuntimeException.class);
        assertThat(house.jdbc.queryForObject("select count(*) from ledger_seal", Long.class)).isEqualTo(1);

        Files.delete(folder);
        house.append(timer(DOSSIER));
        house.seals.seal();
        assertThat(house.folder.kept()).isEqualTo(new SealRepository(house.jdbc).since(0)).hasSize(2);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    /** Yesterday's dump is put back: in itself it is whole. */
    @Test
    void afterARestoreTheSealsOutsideSayWhatWasLost() throws IOException {
        house.append(timer(DOSSIER), timer(DOSSIER));
        house.seals.seal();
        try (TestLedger restored = new TestLedger(files)) {
            copy(restored);
            house.append(timer(DOSSIER), timer(OTHER));
            house.seals.seal();

            assertThat(restored.verifier.verify().findings()).extracting(Finding::chain, Finding::number).containsExactlyInAnyOrder(
                    tuple(null, 2L), tuple(DOSSIER, 3L),
                    tuple(OTHER, 1L));
            restored.append(timer(DOSSIER));
            assertThatThrownBy(() -> restored.seals.seal()).isInstanceOf(NotWholeException.class)
                    .hasMessageContaining("Zegel 2");
        }
    }

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersOnly() throws IOException {
        assertThat(files.resolve("ledger-key")).doesNotExist();
        house.append(timer(DOSSIER));
        house.seals.seal();
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve("ledger-key")))).isEqualTo("rw-------");
        }
        assertThat(new LedgerKey(house.settings).publicKey()).isEqualTo(house.key.publicKey());
    }

    @Test
    void sealsOfAKeyBeforeStillCountWhenItIsTrusted() {
        house.append(timer(DOSSIER));
        house.seals.seal();
        LedgerKey untold = new LedgerKey(new LedgerSettings(files.resolve("new-key"), List.of(), null, null));
        LedgerKey told = new LedgerKey(new LedgerSettings(files.resolve("new-key"), List.of(house.key.publicKey()), null, null));
        house.append(timer(DOSSIER));

        assertThatThrownBy(() -> sealsWith(untold).seal()).isInstanceOf(NotWholeException.class).hasMessageContaining("sleutel");
        assertThat(sealsWith(told).seal()).isPresent();
        assertThat(new LedgerVerifier(house.jdbc, house.transactions, told, Optional.of(house.folder)).verify().findings()).isEmpty();
    }

    private Seals sealsWith(LedgerKey key) {
        return new Seals(house.jdbc, house.transactions, key, new LedgerVerifier(house.jdbc, house.transactions, key, Optional.empty()),
                List.of(house.folder), Optional.of(house.folder), InstantSource.system());
    }

    private void copy(TestLedger to) {
        for (String table : List.of("ledger_head", "ledger_entry", "ledger_seal", "ledger_seal_head")) {
            house.jdbc.query("select * from " + table, result -> {
                Object[] values = new Object[result.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = result.getObject(i + 1);
                }
                to.jdbc.update("insert into " + table + " values (" + "?, ".repeat(values.length - 1) + "?)", values);
            });
        }
    }
}
