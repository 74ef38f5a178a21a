package nl.tweespoor.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what happened, in the transaction in which it happens: both are there afterwards, or neither. A chain is written by
 * one transaction at a time, whichever node it is on; chains don't wait for each other.
 */
@Component
public class Ledger {

    /** In which a transaction holds several chains. */
    public static final Comparator<String> ORDER = HeldChains.ORDER;

    static final String ERASURE = "erasure";
    static final String REMOVAL = "removal";
    static final String REASON = "reason";

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final HeldChains chains;
    private final List<LedgerFollower> followers;

    Ledger(JdbcTemplate jdbc, InstantSource clock, List<LedgerFollower> followers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.followers = followers;
        this.chains = new HeldChains(jdbc);
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
        Map<String, List<Draft>> drafts = new TreeMap<>(HeldChains.ORDER);
        for (Told told : entries) {
            Entry entry = told.entry();
            if (entry.kind().equals(ERASURE) || entry.kind().equals(REMOVAL)) {
                throw new IllegalArgumentException("Saying that something is gone doesn't take it away");
            }
            drafts.computeIfAbsent(entry.chain(), chain -> new ArrayList<>()).add(new Draft(entry, null, null, told.at()));
        }
        drafts.forEach((chain, ofChain) -> append(chains.hold(chain), ofChain));
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
        HeldChains.Head head = chains.hold(chain);
        Disclosed disclosed = Disclosed.read(disclosedOf(chain, sequence));
        if (!disclosed.has(name)) {
            throw new IllegalArgumentException("Entry " + sequence + " of " + chain + " has no value " + name);
        }
        jdbc.update("update ledger_entry set disclosed = ? where chain = ? and sequence = ?",
                disclosed.without(name).written(), chain, sequence);
        append(head, List.of(new Draft(new Entry(chain, ERASURE, Entry.Step.NONE, by, Entry.Decision.NONE, List.of(),
                Map.of(REASON, reason), Map.of()), new Content.Erased(sequence, name), null, null)));
        followers.forEach(follower -> follower.reduced(chain));
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
        HeldChains.Head head = chains.hold(chain);
        HeldChains.Head general = chains.hold(Entry.NO_DOSSIER);
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
        followers.forEach(follower -> follower.reduced(chain));
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

    /** @param at when it happened; null for the moment at which its chain is there to write in */
    record Told(Entry entry, Instant at) {
    }

    private record Draft(Entry entry, Content.Erased erases, Content.Removed removes, Instant at) {
    }

    private void append(HeldChains.Head head, List<Draft> drafts) {
        // After the lock, so that time follows the order of the chain.
        Instant now = clock.instant();
        Fields fields = new Fields();
        List<Row> rows = new ArrayList<>();
        long sequence = head.sequence();
        String hash = head.hash();
        for (Draft draft : drafts) {
            Row row = row(draft, ++sequence, Moment.of(draft.at() == null ? now : draft.at()), hash, fields).hashed(fields);
            rows.add(row);
            hash = row.hash();
        }
        jdbc.batchUpdate("insert into ledger_entry (" + Row.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(Row::values).toList());
        chains.move(new HeldChains.Head(head.chain(), sequence, hash));
        List<Recorded> recorded = rows.stream().map(Recorded::of).toList();
        followers.forEach(follower -> follower.appended(recorded));
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
        return chains.holdIfThere(name, parameter);
    }

    /** The same for a chain by its name. */
    public boolean hold(String chain) {
        return hold("?", chain);
    }
}
