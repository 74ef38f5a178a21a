package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.tweespoor.ledger.Mutants.Mutant;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change that was made straight in the database is found, and the report names what was changed. */
@OnPostgresToo
class LedgerMutantsTest {

    @TempDir
    static Path files;
    private static TestLedger house;

    @BeforeAll
    static void open() {
        house = new TestLedger(files);
        Mutants.fill(house);
        Mutants.unlock(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyMutantIsFoundInTheDatabase() {
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(survivorsOf(house.verifier)).isEmpty();
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    /** Long enough for many to check at once while it is still read, and for whoever reads to lend a hand. */
    @Test
    void inALongChainExactlyWhatWasChangedIsFound() {
        try (TestLedger large = new TestLedger(files.resolve("large"))) {
            large.append(Collections.nCopies(10_001, TestLedger.timer(DOSSIER)).toArray(Entry[]::new));
            assertThat(large.verifier.verify().findings()).isEmpty();
            List<Long> changed = List.of(1L, 250L, 251L, 5000L, 9999L, 10_001L);
            changed.forEach(number -> large.jdbc.update("update ledger_entry set actor = 'x' where chain = ? and sequence = ?", DOSSIER, number));
            Verdict verdict = large.verifier.verify();
            assertThat(verdict.findings()).extracting(Finding::number).containsExactlyElementsOf(changed);
            assertThat(verdict.entries()).isEqualTo(10_001);
        }
    }

    /** The control: the suite must be able to fail. */
    @Test
    void aVerifierThatBelievesTheHashOfAnEntryLetsMutantsLive() {
        LedgerVerifier credulous = new LedgerVerifier(house.jdbc, house.transactions, house.key, Optional.of(house.folder)) {
            @Override
            RowCheck check(Row row) {
                RowCheck honest = RowCheck.of(row);
                return new RowCheck(row, true, honest.problems(), honest.missing(), honest.erases(), honest.removes());
            }
        };
        assertThat(credulous.verify().findings()).isEmpty();
        assertThat(survivorsOf(credulous)).contains("outcome of entry 7 changed: not found", "actor taken out: not found");
    }

    /** Exactly what takes away the newest seal with all it saw needs the seals outside; nothing else may lean on them. */
    @Test
    void withoutSealsFromOutsideOnlyTheEndCanBeCutOff() {
        LedgerVerifier alone = new LedgerVerifier(house.jdbc, house.transactions, house.key, Optional.empty());
        assertThat(survivorsOf(alone)).containsExactlyInAnyOrder("newest seal deleted with its heads: not found",
                "all seals deleted: not found", "the newest cut off, seal, head and all: not found", "everything gone: not found");
    }

    /** A dossier that hasn't grown isn't read again for a seal, so this is about the one that has. */
    @Test
    void nothingIsSealedThatDoesNotVerify() {
        List<String> sealed = new ArrayList<>();
        for (Mutant mutant : Mutants.all()) {
            if (DOSSIER.equals(mutant.chain())) {
                Mutants.during(house, mutant, () -> {
                    try {
                        house.seals.sealWhatGrew();
                        sealed.add(mutant.name());
                    } catch (NotWholeException e) {
                        assertThat(e.findings()).isNotEmpty();
                    }
                    return null;
                });
            }
        }
        assertThat(sealed).isEmpty();
        assertThat(house.jdbc.queryForObject("select count(*) from ledger_seal", Long.class)).isEqualTo(2);
    }

    @Test
    void everyMutantIsFoundInAProof() throws Exception {
        Path key = Files.writeString(files.resolve("trusted.pem"), house.key.publicKeyAsPem());
        VerifyProgram program = new VerifyProgram(files);
        assertThat(program.run(proof(DOSSIER))).startsWith("0 ");
        assertThat(program.run(proof(OTHER))).startsWith("0 ");
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : Mutants.all()) {
            if (mutant.inProof()) {
                String said = Mutants.during(house, mutant, () -> program.run(proof(mutant.chain() == null ? DOSSIER : mutant.chain()),
                        key));
                String concerned = (mutant.chain() == null ? "- Zegel " : "- Regel ") + mutant.number();
                if (!said.startsWith("1 ") || !said.contains(concerned + ":") && !said.contains(concerned + " ")) {
                    survivors.add(mutant.name() + " -> " + said);
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    private static List<String> survivorsOf(LedgerVerifier verifier) {
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : Mutants.all()) {
            List<Finding> findings = Mutants.during(house, mutant, () -> verifier.verify().findings());
            if (findings.isEmpty()) {
                survivors.add(mutant.name() + ": not found");
            } else if (findings.stream().noneMatch(finding -> finding.number() == mutant.number()
                    && Objects.equals(finding.chain(), mutant.chain()))) {
                survivors.add(mutant.name() + ": found elsewhere: " + findings);
            }
        }
        return survivors;
    }

    private static Path proof(String chain) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            house.proof.write(chain, List.of(), out);
            return Files.write(files.resolve("proof.zip"), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
