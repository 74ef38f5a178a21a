package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A chain goes as a whole and on record; every other chain that is missing is found. */
@OnPostgresToo
class LedgerRemovalTest extends WithTestLedger {

    private static final String GENERAL = Entry.NO_DOSSIER;

    private ChainRemoval removal;

    @BeforeEach
    void twoDossiersThatAreSealed() {
        removal = new ChainRemoval(house.ledger, house.verifier, house.transactions);
        house.append(decision(DOSSIER, "select"), timer(DOSSIER), timer(OTHER), timer(GENERAL));
        house.seals.seal();
        // The last one no seal has seen.
        house.append(timer(DOSSIER));
    }

    @Test
    void whatIsRemovedIsGoneAndTheRestVerifiesWithItsSeals() {
        assertThat(remove()).isTrue();

        assertThat(house.jdbc.queryForList("select chain from ledger_entry order by chain, sequence", String.class))
                .containsExactlyInAnyOrder(OTHER, GENERAL, GENERAL);
        Recorded said = last();
        assertThat(said.kind()).isEqualTo("removal");
        assertThat(said.facts()).containsEntry("entries", "3").containsEntry("ground", "test");
        Content.Removed removed = Content.read(house.jdbc.queryForObject(
                "select content from ledger_entry where chain = ? and sequence = 2", String.class, GENERAL)).removes();
        assertThat(removed.chain()).isEqualTo(DOSSIER);
        assertThat(removed.sequence()).isEqualTo(3);
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(house.seals.seal()).isPresent();
        house.append(timer(OTHER));
        assertThat(house.seals.seal()).isPresent();
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(new LedgerVerifier(house.jdbc, house.transactions, house.key, Optional.empty()).verify().findings()).isEmpty();
        assertThat(remove()).isFalse();
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void nothingGoesOfWhatMayStayOrIsTheChainOfAll() {
        assertThat(removal.remove(DOSSIER, Entry.Who.system("x"), List.of(), Map.of(), () -> false, () -> fail("not removed"))).isFalse();
        assertThatThrownBy(() -> removal.remove(GENERAL, Entry.Who.system("x"), List.of(), Map.of(), () -> true, () -> {
        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.append(new Entry(GENERAL, "removal", Entry.Step.NONE, Entry.Who.system("x"),
                Entry.Decision.NONE, List.of(), Map.of(), Map.of()))).isInstanceOf(IllegalArgumentException.class);
        assertThat(house.verifier.verify().entries()).isEqualTo(5);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void whatDoesNotVerifyStays() {
        house.jdbc.update("update ledger_entry set outcome = 'reject' where chain = ? and sequence = 1", DOSSIER);
        assertThatThrownBy(this::remove).isInstanceOf(NotWholeException.class).hasMessageContaining(DOSSIER + ", regel 1");
        assertThat(house.verifier.verify().entries()).isEqualTo(5);
    }

    @Test
    void ofNodesThatRemoveAtOnceOneDoesAndWritersGoOn() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> removed = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            removed.add(nodes.submit(this::remove));
        }
        Future<?> writer = nodes.submit(() -> {
            for (int i = 0; i < 10; i++) {
                house.append(timer(OTHER), timer(GENERAL));
            }
        });
        int times = 0;
        for (Future<Boolean> one : removed) {
            times += one.get() ? 1 : 0;
        }
        writer.get();
        nodes.shutdown();
        assertThat(times).isEqualTo(1);
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    @Test
    void whatComesLaterGoesOnFromThereAlsoInAProof() throws Exception {
        remove();
        house.append(timer(DOSSIER), decision(DOSSIER, "select"));
        assertThat(house.verifier.verify().findings()).isEmpty();
        house.seals.seal();
        VerifyProgram program = new VerifyProgram(files);
        assertThat(program.run(proof(DOSSIER))).startsWith("0 ").contains("Regel 1 tot en met 3 zijn verwijderd", "2 regels");
        assertThat(program.run(proof(GENERAL))).startsWith("0 ").contains("1 ander dossier");

        assertThat(remove()).isTrue();
        assertThat(house.verifier.verify().findings()).isEmpty();
        house.append(timer(DOSSIER));
        house.seals.seal();
        assertThat(house.verifier.verify().findings()).isEmpty();
        assertThat(program.run(proof(DOSSIER))).startsWith("0 ").contains("Regel 1 tot en met 5 zijn verwijderd");
        house.jdbc.update("delete from ledger_entry where chain = ? and sequence = 3", GENERAL);
        assertThat(program.run(proof(DOSSIER))).startsWith("1 ").contains("Regel 4");
    }

    /** Each by itself, after a removal as it should be. */
    @Test
    void everyOtherAbsenceIsFound() {
        List<Row> rows = house.jdbc.query("select " + Row.COLUMNS + " from ledger_entry where chain = ? order by sequence",
                Row::of, DOSSIER);
        remove();
        Mutants.unlock(house);
        String hash = rows.get(2).hash();
        Map<String, Runnable> mutants = new LinkedHashMap<>();
        mutants.put("head gone", () -> house.jdbc.update("delete from ledger_head where chain = ?", DOSSIER));
        mutants.put("head further", () -> house.jdbc.update("update ledger_head set sequence = 4 where chain = ?", DOSSIER));
        mutants.put("head with another hash", () -> house.jdbc.update("update ledger_head set hash = ? where chain = ?",
                "0".repeat(64), DOSSIER));
        mutants.put("an entry back", () -> insert(rows.get(2)));
        mutants.put("all entries back", () -> rows.forEach(this::insert));
        mutants.put("removal gone, its head put back", () -> {
            house.jdbc.update("delete from ledger_entry where chain = ? and sequence = 2", GENERAL);
            house.jdbc.update("update ledger_head set sequence = 1, hash = (select hash from ledger_entry where chain = ?"
                    + " and sequence = 1) where chain = ?", GENERAL, GENERAL);
        });
        mutants.put("removal of less", () -> forge("removal", removes(DOSSIER, 2, rows.get(1).hash())));
        mutants.put("removal of more", () -> forge("removal", removes(DOSSIER, 4, hash)));
        mutants.put("removal with another hash", () -> forge("removal", removes(DOSSIER, 3, "0".repeat(64))));
        mutants.put("removal under another name", () -> forge("task", removes(DOSSIER, 3, hash)));
        mutants.put("removal of nothing", () -> forge("removal", "{}"));
        for (Map.Entry<String, Runnable> mutant : mutants.entrySet()) {
            assertThat(findingsDuring(mutant.getValue())).as(mutant.getKey()).isNotEmpty()
                    .anyMatch(finding -> DOSSIER.equals(finding.chain()));
        }
        Map<String, Runnable> elsewhere = new LinkedHashMap<>();
        elsewhere.put("other dossier gone", () -> house.jdbc.update("delete from ledger_entry where chain = ?", OTHER));
        elsewhere.put("all that belongs to no dossier gone", () -> {
            house.jdbc.update("delete from ledger_entry where chain = ?", GENERAL);
            house.jdbc.update("delete from ledger_head where chain = ?", GENERAL);
        });
        elsewhere.put("removal twice", () -> {
            Row last = row(2);
            Row again = new Row(GENERAL, 3, last.recordedAt(), "removal", null, null, null, null, null, null, null,
                    last.content(), "{}", last.hash(), null).hashed(new Fields());
            insert(again);
            house.jdbc.update("update ledger_head set sequence = 3, hash = ? where chain = ?", again.hash(), GENERAL);
        });
        for (Map.Entry<String, Runnable> mutant : elsewhere.entrySet()) {
            assertThat(findingsDuring(mutant.getValue())).as(mutant.getKey()).isNotEmpty();
        }
        assertThat(house.verifier.verify().findings()).isEmpty();
    }

    private List<Finding> findingsDuring(Runnable change) {
        return new TransactionTemplate(house.transactions).execute(transaction -> {
            change.run();
            List<Finding> findings = house.verifier.verify().findings();
            transaction.setRollbackOnly();
            return findings;
        });
    }

    private boolean remove() {
        return removal.remove(DOSSIER, Entry.Who.system("retention"), List.of(), Map.of("ground", "test"), () -> true, () -> {
        });
    }

    private static String removes(String chain, long sequence, String hash) {
        return "{\"removes\":{\"chain\":\"" + chain + "\",\"sequence\":" + sequence + ",\"hash\":\"" + hash + "\"}}";
    }

    /** In the place of the removal, with all hashes right. */
    private void forge(String kind, String content) {
        Row row = row(2);
        Row forged = new Row(GENERAL, 2, row.recordedAt(), kind, null, null, null, null, null, null, null, content, "{}",
                row.previousHash(), null).hashed(new Fields());
        house.jdbc.update("delete from ledger_entry where chain = ? and sequence = 2", GENERAL);
        insert(forged);
        house.jdbc.update("update ledger_head set hash = ? where chain = ?", forged.hash(), GENERAL);
    }

    private Row row(long sequence) {
        return house.jdbc.queryForObject("select " + Row.COLUMNS + " from ledger_entry where chain = ? and sequence = ?", Row::of,
                GENERAL, sequence);
    }

    private void insert(Row row) {
        house.jdbc.update("insert into ledger_entry (" + Row.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.values());
    }

    private Recorded last() {
        return Recorded.of(row(2));
    }

    private Path proof(String chain) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.proof.write(chain, List.of(), out);
        return Files.write(files.resolve(chain + ".zip"), out.toByteArray());
    }
}
