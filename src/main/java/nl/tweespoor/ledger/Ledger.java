package nl.tweespoor.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what happened, in the transaction in which it happens: both are there afterwards, or neither. A chain is written by
 * one transaction at a time, whichever node it is on; chains don't wait for each other.
 */
@Component
public class Ledger {

    static final String ERASURE = "erasure";
    static final String REMOVAL = "removal";
    static final String REASON = "reason";

    /** So that two transactions never wait for each other; one that holds a dossier comes to what belongs to none last. */
    private static final Comparator<String> LOCKING =
            Comparator.<String, Boolean>comparing(Entry.NO_DOSSIER::equals).thenComparing(Comparator.naturalOrder());
    private static final Pattern CHAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String ALREADY_THERE = "23505";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    Ledger(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Appends entries, in this order, to the chains that they name. The chains stay locked until the transaction ends, so
     * call this last, and once with all that a transaction has to say.
     *
     * @throws IllegalStateException    outside a transaction
     * @throws IllegalArgumentException when the name of a chain has other characters than {@link Entry#chain} says, or an
     *                                  entry pretends to be an erasure
     */
    public void append(List<Entry> entries) {
        appendAsOf(entries.stream().map(entry -> new Told(entry, null)).toList());
    }

    /** The same for what happened a moment ago, in the order in which it did. */
    void appendAsOf(List<Told> entries) {
        Map<String, List<Draft>> chains = new TreeMap<>(LOCKING);
        for (Told told : entries) {
            Entry entry = told.entry();
            if (entry.kind().equals(ERASURE) || entry.kind().equals(REMOVAL)) {
                throw new IllegalArgumentException("Saying that something is gone doesn't take it away");
            }
            chains.computeIfAbsent(entry.chain(), chain -> new ArrayList<>()).add(new Draft(entry, null, null, told.at()));
        }
        chains.forEach((chain, drafts) -> append(lock(chain), drafts));
    }

    /**
     * Takes one value out of an entry for ever, and says so in the same chain. What was decided stays, and so does the proof.
     *
     * @param sequence of the entry
     * @param name     of the value
     * @param by       who erases it
     * @param reason   why, in the words of who erases it
     * @throws IllegalArgumentException when that entry has no such value, or no more
     * @throws IllegalStateException    outside a transaction
     */
    public void erase(String chain, long sequence, String name, Entry.Who by, String reason) {
        Head head = lock(chain);
        Disclosed disclosed = Disclosed.read(disclosedOf(chain, sequence));
        if (!disclosed.has(name)) {
            throw new IllegalArgumentException("Entry " + sequence + " of " + chain + " has no value " + name);
        }
        jdbc.update("update ledger_entry set disclosed = ? where chain = ? and sequence = ?",
                disclosed.without(name).written(), chain, sequence);
        append(head, List.of(new Draft(new Entry(chain, ERASURE, Entry.Step.NONE, by, Entry.Decision.NONE, List.of(),
                Map.of(REASON, reason), Map.of()), new Content.Erased(sequence, name), null, null)));
    }

    /**
     * Takes away all entries of a chain, and says so in the chain of what belongs to no dossier. Its head stays: it holds a
     * number and a hash, and what may come later goes on from there.
     *
     * @param may  asked once nobody can write to the chain any more
     * @param why  what is said besides, as facts
     * @return whether something was removed; not when that happened before
     * @throws IllegalArgumentException for the chain of what belongs to no dossier, which never ends
     * @throws IllegalStateException    outside a transaction
     */
    boolean remove(String chain, Entry.Who by, List<Entry.Basis> basis, Map<String, String> why, BooleanSupplier may) {
        if (chain.equals(Entry.NO_DOSSIER)) {
            throw new IllegalArgumentException("What belongs to no dossier never ends");
        }
        Head head = lock(chain);
        Head general = lock(Entry.NO_DOSSIER);
        if (!may.getAsBoolean()) {
            return false;
        }
        int entries = jdbc.update("delete from ledger_entry where chain = ?", chain);
        if (entries == 0) {
            return false;
        }
        Map<String, String> facts = new LinkedHashMap<>(Map.of("entries", String.valueOf(entries)));
        facts.putAll(why);
        append(general, List.of(new Draft(new Entry(Entry.NO_DOSSIER, REMOVAL, Entry.Step.NONE, by,
                Entry.Decision.NONE, basis, Map.of(), facts), null,
                new Content.Removed(chain, head.sequence(), head.hash()), null)));
        return true;
    }

    private String disclosedOf(String chain, long sequence) {
        try {
            return jdbc.queryForObject("select disclosed from ledger_entry where chain = ? and sequence = ?",
                    String.class, chain, sequence);
        } catch (EmptyResultDataAccessException e) {
            throw new IllegalArgumentException("No entry " + sequence + " in " + chain, e);
        }
    }

    private record Head(String chain, long sequence, String hash) {
    }

    /** @param at when it happened; null for the moment at which its chain is there to write in */
    record Told(Entry entry, Instant at) {
    }

    private record Draft(Entry entry, Content.Erased erases, Content.Removed removes, Instant at) {
    }

    private void append(Head head, List<Draft> drafts) {
        // After the lock, so that time follows the order of the chain.
        Instant now = clock.instant();
        Fields fields = new Fields();
        List<Object[]> rows = new ArrayList<>();
        long sequence = head.sequence();
        String hash = head.hash();
        for (Draft draft : drafts) {
            Row row = row(draft, ++sequence, Moment.of(draft.at() == null ? now : draft.at()), hash, fields).hashed(fields);
            rows.add(row.values());
            hash = row.hash();
        }
        jdbc.batchUpdate("insert into ledger_entry (" + Row.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.update("update ledger_head set sequence = ?, hash = ? where chain = ?", sequence, hash, head.chain());
        held().put(head.chain(), new Head(head.chain(), sequence, hash));
    }

    private static Row row(Draft draft, long sequence, LocalDateTime now, String previousHash, Fields fields) {
        Entry entry = draft.entry();
        Entry.Step step = entry.step();
        Disclosed disclosed = Disclosed.salted(entry.values());
        Content content = new Content(entry.who().groups(), entry.who().standsInFor(), entry.who().system(),
                entry.decision().advice(), entry.basis(), entry.facts(), draft.erases(), draft.removes(),
                disclosed.commitments(fields));
        return new Row(entry.chain(), sequence, now, stored(entry.kind()), stored(step.process()), step.version(),
                stored(step.element()), stored(step.name()), stored(entry.who().actor()), stored(entry.decision().outcome()),
                entry.decision().againstAdvice(), stored(content.written()), stored(disclosed.written()), previousHash, null);
    }

    /** As both databases give it back: neither half a character nor, on PostgreSQL, a zero one can be kept. */
    private static String stored(String text) {
        return text == null ? null
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '?');
    }

    /**
     * Holds a chain from now until the end of the transaction, for who must do things in it one after another.
     *
     * @param name a question in SQL that gives the name of a chain, or nothing, with one parameter
     * @return whether there is such a chain
     * @throws IllegalStateException outside a transaction
     */
    public boolean hold(String name, String parameter) {
        checkTransaction();
        List<Head> heads = jdbc.query("select chain, sequence, hash from ledger_head where chain = (" + name + ") for update",
                (row, index) -> new Head(row.getString(1), row.getLong(2), row.getString(3)), parameter);
        heads.forEach(head -> held().put(head.chain(), head));
        return !heads.isEmpty();
    }

    /** The same for a chain by its name. */
    public boolean hold(String chain) {
        return hold("?", chain);
    }

    /** The chains that this transaction holds, as it will leave them. */
    @SuppressWarnings("unchecked")
    private Map<String, Head> held() {
        Map<String, Head> held = (Map<String, Head>) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(new Release(held));
        }
        return held;
    }

    private class Release implements TransactionSynchronization {

        private final Map<String, Head> held;

        Release(Map<String, Head> held) {
            this.held = held;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Ledger.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Ledger.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Ledger.this);
        }
    }

    private static void checkTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The ledger is written in the transaction of what it records");
        }
    }

    private Head lock(String chain) {
        checkTransaction();
        Head held = held().get(chain);
        if (held != null) {
            return held;
        }
        if (!CHAIN.matcher(chain).matches()) {
            throw new IllegalArgumentException("No name for a chain: " + chain);
        }
        List<Head> head = find(chain);
        if (head.isEmpty()) {
            begin(chain);
            head = find(chain);
        }
        return head.get(0);
    }

    private List<Head> find(String chain) {
        return jdbc.query("select sequence, hash from ledger_head where chain = ? for update",
                (row, index) -> new Head(chain, row.getLong(1), row.getString(2)), chain);
    }

    /** Another node may begin it at the same moment; then this waits for it, and goes on after it. */
    private void begin(String chain) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into ledger_head (chain, sequence, hash) values (?, 0, ?)")) {
                insert.setString(1, chain);
                insert.setString(2, Row.origin(chain));
                insert.executeUpdate();
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                if (!ALREADY_THERE.equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(before);
            }
            return null;
        });
    }
}
