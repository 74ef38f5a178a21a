package nl.tweespoor.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
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
 * may write meanwhile: each question to the database sees one moment, and what
 * was written last is read first: seals outside, then seals, then the entries they saw.
 */
@Component
public class LedgerVerifier {

    private static final int AT_ONCE = 1000;
    private static final Comparator<SealedHead> IN_CHAIN = Comparator.comparingLong(SealedHead::sequence)
            .thenComparing(SealedHead::hash).thenComparing(SealedHead::seal);
    private static final String WITH_HEAD = "select e." + Row.COLUMNS.replace(", ", ", e.")
            + ", h.sequence, h.hash from ledger_entry e left join ledger_head h on h.chain = e.chain";

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

    /** An entry, and the head that its chain has at the same moment. */
    private record Read(Row row, long headSequence, String headHash) {
    }

    private final class Check {

        private final List<Finding> findings = new ArrayList<>();
        private final List<Read> batch = new ArrayList<>(AT_ONCE);
        private final Map<String, TreeSet<SealedHead>> sealed = new HashMap<>();
        private final List<Absence> absences = new ArrayList<>();
        /** By chain, the last thing that was removed of it. */
        private final Map<String, Content.Removed> removals = new HashMap<>();
        /** The first entry of each chain that has any. */
        private final Map<String, Long> begins = new HashMap<>();
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
            jdbc.query(WITH_HEAD + " where e.chain <> ? order by e.chain, e.sequence", this::entry, Entry.NO_DOSSIER);
            lastOnes();
            withGeneral();
            removals.forEach(this::isGone);
            return new Verdict(findings, entries, chains, seals.size(),
                    seals.values().stream().map(Seal::sealedAt).reduce((before, after) -> after).orElse(null));
        }

        List<Finding> only(Collection<SealedHead> heads, Collection<String> names) {
            heads.forEach(this::seen);
            sealed.keySet().retainAll(names);
            names.stream().filter(name -> !name.equals(Entry.NO_DOSSIER)).forEach(this::entriesOf);
            lastOnes();
            withGeneral();
            return findings;
        }

        List<Finding> one(String name) {
            repository.heads(name).forEach(this::seen);
            entriesOf(name);
            lastOnes();
            if (!absences.isEmpty()) {
                entriesOf(Entry.NO_DOSSIER);
                lastOnes();
                explain();
            }
            return findings.stream().filter(finding -> name.equals(finding.chain())).toList();
        }

        private void entriesOf(String name) {
            jdbc.query(WITH_HEAD + " where e.chain = ? order by e.sequence", this::entry, name);
        }

        /** Last: whatever is missing by now, and was removed, stands in it. */
        private void withGeneral() {
            Map<String, SealedHead> heads = headsWithoutEntries();
            entriesOf(Entry.NO_DOSSIER);
            lastOnes();
            sealed.forEach((name, saw) -> absent(name, saw, heads.remove(name)));
            heads.forEach((name, head) -> absent(name, List.of(), head));
            explain();
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

        private void entry(ResultSet result) throws SQLException {
            batch.add(new Read(Row.of(result, 0), result.getLong(16), result.getString(17)));
            if (batch.size() == AT_ONCE) {
                batch();
            }
        }

        private void batch() {
            List<RowCheck> checks = batch.parallelStream().map(read -> check(read.row())).toList();
            for (int i = 0; i < checks.size(); i++) {
                next(batch.get(i), checks.get(i));
            }
            batch.clear();
        }

        private void next(Read read, RowCheck check) {
            if (!read.row().chain().equals(chain)) {
                endChain();
                chain = read.row().chain();
                headSequence = read.headSequence();
                headHash = read.headHash();
                TreeSet<SealedHead> saw = sealed.remove(chain);
                current = new ChainCheck(chain, saw == null ? List.of() : saw, absences, findings);
                begins.put(chain, read.row().sequence());
                chains++;
            }
            entries++;
            current.next(check);
            if (check.removes() != null) {
                removed(read.row(), check.removes());
            }
        }

        private void lastOnes() {
            batch();
            endChain();
        }

        private void endChain() {
            if (current != null) {
                current.end(headSequence, headHash);
                current = null;
                chain = null;
            }
        }

        private void removed(Row row, Content.Removed removed) {
            Content.Removed before = removals.put(removed.chain(), removed);
            if (before != null && before.sequence() >= removed.sequence()) {
                findings.add(new Finding(row.chain(), row.sequence(),
                        removed.chain() + " was al verwijderd, tot en met regel " + before.sequence() + "."));
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

        /** @param head as the tables hold it; null when there is none */
        private void absent(String name, Collection<SealedHead> saw, SealedHead head) {
            List<Finding> otherwise = new ArrayList<>();
            saw.forEach(sealed -> otherwise.add(new Finding(name, sealed.sequence(),
                    "Deze regel ontbreekt, met dit hele dossier. Zegel " + sealed.seal() + " heeft die gezien.")));
            if (head != null) {
                otherwise.add(new Finding(name, head.sequence(),
                        "Dit hele dossier ontbreekt. Volgens de stand horen er zoveel regels te zijn."));
            }
            absences.add(new Absence(name, head == null ? 0 : head.sequence(), head == null ? null : head.hash(),
                    List.copyOf(saw), otherwise));
        }

        private void explain() {
            absences.stream().filter(absence -> !absence.isExplainedBy(removals.get(absence.chain())))
                    .forEach(absence -> findings.addAll(absence.otherwise()));
        }

        /** It may have been removed since it was read. */
        private void isGone(String name, Content.Removed removed) {
            Long first = begins.get(name);
            if (first == null && absences.stream().noneMatch(absence -> absence.chain().equals(name))) {
                findings.add(new Finding(name, removed.sequence(), "Dit dossier is verwijderd, maar ook de stand is weg."));
            } else if (first != null && first <= removed.sequence() && Boolean.TRUE.equals(jdbc.queryForObject(
                    "select count(*) > 0 from ledger_entry where chain = ? and sequence = ?", Boolean.class, name, first))) {
                findings.add(new Finding(name, first, "Dit dossier is verwijderd, maar deze regel is er nog."));
            }
        }
    }
}
