package nl.tweespoor.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what was recorded; it has no way to write. What goes by one at a time may be the whole ledger: an entry of which the
 * content can't be read any more is left out there, and is for {@link LedgerVerifier} to tell.
 */
@Component
public class LedgerReader {

    private static final int AT_ONCE = 1000;
    private static final String ENTRIES = "select " + Row.COLUMNS + " from ledger_entry where ";
    private static final String ENTRIES_OF_LISTED = "select e." + Row.COLUMNS.replace(", ", ", e.") + " from (values %s) p (%s)"
            + " join ledger_entry e on ";
    private static final String A_CHAIN = "(cast(? as varchar(100)))";
    private static final String A_PLACE = "(cast(? as varchar(100)), cast(? as bigint))";

    private final JdbcClient jdbc;
    private final JdbcClient bitByBit;
    private final TransactionTemplate reading;

    LedgerReader(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        JdbcTemplate some = new JdbcTemplate(jdbc.getDataSource());
        some.setFetchSize(AT_ONCE);
        this.bitByBit = JdbcClient.create(new NamedParameterJdbcTemplate(some));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Where an entry stands. */
    public record Place(String chain, long sequence) {
    }

    /** All of a chain, oldest first. */
    public List<Recorded> entries(String chain) {
        return jdbc.sql(ENTRIES + "chain = :chain order by sequence")
                .param("chain", chain).query(Row::of).list().stream().map(Recorded::of).toList();
    }

    /** The newest entry of this kind in a chain. */
    public Optional<Recorded> newest(String chain, String kind) {
        return jdbc.sql(ENTRIES + "chain = :chain and kind = :kind order by sequence desc fetch first 1 rows only")
                .param("chain", chain).param("kind", kind).query(Row::of).optional().map(Recorded::of);
    }

    /** The newest entry of this kind in each chain, those of longest ago first. */
    public List<Recorded> newestOfEach(String kind) {
        return jdbc.sql("select " + Row.COLUMNS + " from ledger_entry e where kind = :kind and sequence = (select max(sequence)"
                        + " from ledger_entry later where later.chain = e.chain and later.kind = :kind) order by recorded_at")
                .param("kind", kind).query(Row::of).list().stream().flatMap(row -> readable(row).stream()).toList();
    }

    /** The entries of this kind that have an outcome, newest first; of one chain, by its key. */
    public List<Recorded> decisions(String chain, String kind) {
        return jdbc.sql(ENTRIES + "chain = :chain and kind = :kind and outcome is not null order by sequence desc")
                .param("chain", chain).param("kind", kind).query(Row::of).list().stream().map(Recorded::of).toList();
    }

    /** What a person did of this kind, newest first; by {@code ledger_entry_by_actor}. */
    public List<Recorded> newestBy(String actor, String kind, int most) {
        return jdbc.sql(ENTRIES + "actor = :actor and kind = :kind order by actor, kind, recorded_at desc fetch first :most rows only")
                .param("actor", actor).param("kind", kind).param("most", most).query(Row::of).list().stream()
                .flatMap(row -> readable(row).stream()).toList();
    }

    /**
     * Those of these kinds in these chains, each chain in its order; by its key. Asked for as a list of names, PostgreSQL would also
     * go along all there is of these kinds, and H2 would by the index on the kind, which lower() keeps it from.
     */
    public List<Recorded> ofKinds(Collection<String> chains, Collection<String> kinds) {
        List<String> names = chains.stream().distinct().toList();
        return names.isEmpty() ? List.of() : jdbc
                .sql(listed(A_CHAIN, names.size(), "chain") + "e.chain = p.chain where lower(e.kind) in ("
                        + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ") order by e.chain, e.sequence")
                .params(Stream.concat(names.stream(), kinds.stream()).toList()).query(Row::of).list().stream().flatMap(row -> readable(row).stream()).toList();
    }

    /** The entries at these places, in no order. */
    public List<Recorded> at(List<Place> places) {
        return places.isEmpty() ? List.of() : jdbc
                .sql(listed(A_PLACE, places.size(), "chain, sequence") + "e.chain = p.chain and e.sequence = p.sequence")
                .params(places.stream().<Object>mapMulti((place, each) -> {
                    each.accept(place.chain());
                    each.accept(place.sequence());
                }).toList())
                .query(Row::of).list().stream().flatMap(row -> readable(row).stream()).toList();
    }

    private static String listed(String one, int number, String columns) {
        return ENTRIES_OF_LISTED.formatted(String.join(", ", Collections.nCopies(number, one)), columns);
    }

    /** The names of some chains by their order, from after this one. */
    public List<String> chainsAfter(String chain, int most) {
        return jdbc.sql("select chain from ledger_head where chain > :chain order by chain fetch first " + most + " rows only")
                .param("chain", chain).query(String.class).list();
    }

    /** All of this kind, in no order; by {@code ledger_entry_by_kind}. */
    public void each(String kind, Consumer<Recorded> reader) {
        each(bitByBit.sql(ENTRIES + "kind = :kind").param("kind", kind), reader);
    }

    /** All of this kind that a person did, in no order. Of tasks that is most of the ledger, so it is read from end to end. */
    public void eachByPersons(String kind, Consumer<Recorded> reader) {
        each(bitByBit.sql(ENTRIES + "kind = :kind and actor is not null").param("kind", kind), reader);
    }

    /** All at these elements of this process, each chain in its order; by {@code ledger_entry_by_element}. */
    public void eachAt(String process, List<String> elements, Consumer<Recorded> reader) {
        each(bitByBit.sql(ENTRIES + "process = :process and element in (:elements) order by chain, sequence")
                .param("process", process).param("elements", elements), reader);
    }

    /** All decisions that a table or a council advised otherwise, in no order; by {@code ledger_entry_by_advice}. */
    public void eachAgainstAdvice(Consumer<Recorded> reader) {
        each(bitByBit.sql(ENTRIES + "against_advice = true"), reader);
    }

    /** What was taken out of the ledger as it should; by {@code ledger_entry_by_kind}. */
    public Set<Erasure> erasures() {
        Set<Erasure> erasures = new HashSet<>();
        rows(bitByBit.sql(ENTRIES + "kind = :kind").param("kind", Ledger.ERASURE),
                row -> erasure(row).ifPresent(erasures::add));
        return erasures;
    }

    private void each(JdbcClient.StatementSpec query, Consumer<Recorded> reader) {
        rows(query, row -> readable(row).ifPresent(reader));
    }

    private void rows(JdbcClient.StatementSpec query, Consumer<Row> reader) {
        reading.executeWithoutResult(transaction -> query.query(result -> {
            reader.accept(Row.of(result, 0));
        }));
    }

    private static Optional<Erasure> erasure(Row row) {
        try {
            return Optional.ofNullable(Content.read(row.content()).erases())
                    .map(erased -> new Erasure(row.chain(), erased.sequence(), erased.name()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Recorded> readable(Row row) {
        try {
            return Optional.of(Recorded.of(row));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
