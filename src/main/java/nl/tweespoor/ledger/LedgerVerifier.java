package nl.tweespoor.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the whole ledger again from what stands in the tables, and believes nothing that they say of themselves. Others
 * may write meanwhile: each question to the database sees one moment, and what was written last is read first: seals outside,
 * then seals, then the entries they saw.
 */
@Component
public class LedgerVerifier {

    private static final int AT_ONCE = 1000;
    private static final Comparator<SealedHead> IN_CHAIN = Comparator.comparingLong(SealedHead::sequence)
            .thenComparing(SealedHead::hash).thenComparing(SealedHead::seal);

    private final JdbcTemplate jdbc;
    private final SealRepository repository;
    private final TransactionTemplate reading;
    private final LedgerKey key;
    private final Optional<SealArchive> outside;

    LedgerVerifier(JdbcTemplate jdbc, PlatformTransactionManager transactions, LedgerKey key, Optional<SealArchive> outside) {
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(AT_ONCE);
        this.repository = new SealRepository(this.jdbc);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.key = key;
        this.outside = outside;
    }

    /** Checks every chain and every seal, also against the seals that an archive outside holds, when there is one. */
    public Verdict verify() {
        return reading.execute(transaction -> new Check().everything());
    }

    /** Checks these chains from their first entry, against the heads that the caller knows to be sealed. */
    List<Finding> verify(Collection<SealedHead> sealed, Collection<String> chains) {
        return reading.execute(transaction -> new Check().only(sealed, chains));
    }

    /** Checks one chain, also against all that seals saw of it. */
    List<Finding> verify(String chain) {
        return reading.execute(transaction -> new Check().one(chain));
    }

    RowCheck check(Row row) {
        return RowCheck.of(row);
    }

    private final class Check {

        private final List<Finding> findings = new ArrayList<>();
        private final Absences absences = new Absences(findings);
        private final EntryReading inOrder = new EntryReading(jdbc, LedgerVerifier.this::check, this::next);
        private final Map<String, TreeSet<SealedHead>> sealed = new HashMap<>();
        private long entries;
        private long chains;
        private ChainCheck current;
        private String chain;
        private long headSequence;
        private String headHash;

        Verdict everything() {
            List<SentSeal> sentBefore = outside.map(SealArchive::kept).orElse(List.of());
            Map<Long, Seal> seals = seals();
            sentBefore.forEach(sent -> outside(sent, seals));
            read("e.chain <> ? order by e.chain, e.sequence", Entry.NO_DOSSIER);
            withGeneral();
            absences.whatWasRemovedIsGone(this::isThere);
            return new Verdict(findings, entries, chains, seals.size(),
                    seals.values().stream().map(Seal::sealedAt).reduce((before, after) -> after).orElse(null));
        }

        List<Finding> only(Collection<SealedHead> heads, Collection<String> names) {
            heads.forEach(this::seen);
            sealed.keySet().retainAll(names);
            names.stream().filter(name -> !name.equals(Entry.NO_DOSSIER)).forEach(this::entriesOf);
            withGeneral();
            return findings;
        }

        List<Finding> one(String name) {
            repository.heads(name).forEach(this::seen);
            entriesOf(name);
            if (!absences.isEmpty()) {
                entriesOf(Entry.NO_DOSSIER);
                absences.explain();
            }
            return findings.stream().filter(finding -> name.equals(finding.chain())).toList();
        }

        private void entriesOf(String name) {
            read("e.chain = ? order by e.sequence", name);
        }

        private void read(String where, String parameter) {
            inOrder.read(where, parameter);
            endChain();
        }

        /** Last: whatever is missing by now, and was removed, stands in it. */
        private void withGeneral() {
            Map<String, SealedHead> heads = headsWithoutEntries();
            entriesOf(Entry.NO_DOSSIER);
            sealed.forEach((name, saw) -> absences.ofWhole(name, saw, heads.remove(name)));
            heads.forEach((name, head) -> absences.ofWhole(name, List.of(), head));
            absences.explain();
        }

        private Map<Long, Seal> seals() {
            Map<Long, Seal> seals = new LinkedHashMap<>();
            SealLine line = new SealLine(key, findings);
            repository.each(saw -> {
                seals.put(saw.seal().number(), saw.seal());
                line.next(saw.seal(), saw.heads());
                saw.heads().forEach(this::seen);
            });
            repository.headsWithoutSeal().forEach(head -> {
                findings.add(Finding.ofSeal(head.seal(), "Dit zegel ontbreekt, en het zag " + head.chain() + "."));
                seen(head);
            });
            return seals;
        }

        /** What it saw counts as much as what our own seals saw. */
        private void outside(SentSeal sent, Map<Long, Seal> seals) {
            Seal seal = sent.seal();
            List<Finding> ofFile = new ArrayList<>();
            SealLine.itself(seal, key, ofFile);
            Seal ours = seals.get(seal.number());
            if (!ofFile.isEmpty()) {
                ofFile.forEach(finding -> findings.add(Finding.ofSeal(finding.number(), "In het bestand buiten: " + finding.problem())));
            } else if (ours == null) {
                findings.add(Finding.ofSeal(seal.number(), "Dit zegel is buiten bewaard, maar hier ontbreekt het."));
            } else if (!seal.equals(ours)) {
                findings.add(Finding.ofSeal(seal.number(), "Buiten is een ander zegel bewaard."));
            }
            sent.heads().forEach(this::seen);
        }

        private void seen(SealedHead head) {
            sealed.computeIfAbsent(head.chain(), name -> new TreeSet<>(IN_CHAIN)).add(head);
        }

        private void next(EntryReading.Checked read) {
            RowCheck check = read.check();
            if (!check.row().chain().equals(chain)) {
                endChain();
                chain = check.row().chain();
                headSequence = read.headSequence();
                headHash = read.headHash();
                TreeSet<SealedHead> saw = sealed.remove(chain);
                current = new ChainCheck(chain, saw == null ? List.of() : saw, absences, findings);
                absences.begins(chain, check.row().sequence());
                chains++;
            }
            entries++;
            current.next(check);
            if (check.removes() != null) {
                absences.removed(check.row(), check.removes());
            }
        }

        private void endChain() {
            if (current != null) {
                current.end(headSequence, headHash);
                current = null;
                chain = null;
            }
        }

        private Map<String, SealedHead> headsWithoutEntries() {
            Map<String, SealedHead> heads = new TreeMap<>();
            jdbc.query("select chain, sequence, hash from ledger_head h where sequence > 0"
                    + " and not exists (select 1 from ledger_entry e where e.chain = h.chain)", result -> {
                heads.put(result.getString(1), new SealedHead(0, result.getString(1), result.getLong(2), result.getString(3)));
            });
            return heads;
        }

        private boolean isThere(String name, long sequence) {
            return Boolean.TRUE.equals(jdbc.queryForObject("select count(*) > 0 from ledger_entry where chain = ? and sequence = ?",
                    Boolean.class, name, sequence));
        }
    }
}
