package nl.tweespoor.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds decisions by {@code register_decision} and the tables beside it. What comes next is asked for by where the last one was,
 * so that the last page is as quick as the first, and what is added meanwhile moves nothing.
 */
@Component
class DecisionSearch {

    private static final int AT_ONCE = 500;
    private static final String COLUMNS = "select d.chain, d.sequence, d.recorded_at";

    private final JdbcClient jdbc;
    private final JdbcClient bitByBit;
    private final TransactionTemplate reading;

    DecisionSearch(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(jdbc);
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        JdbcTemplate some = new JdbcTemplate(jdbc.getDataSource());
        some.setFetchSize(AT_ONCE);
        this.bitByBit = JdbcClient.create(new NamedParameterJdbcTemplate(some));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @return {@code most} when there are more as well, since counting those takes the longer the more there are */
    long count(Filter filter, int most) {
        return jdbc.sql("select count(*) from (select d.sequence" + filter.from("") + " fetch first " + most + " rows only) c")
                .params(filter.parameters()).query(Long.class).single();
    }

    long count(Filter filter) {
        return jdbc.sql("select count(*)" + filter.from("")).params(filter.parameters()).query(Long.class).single();
    }

    /** @param last of the page before; null for the first */
    List<Found> page(Filter filter, Order order, Found last, int most) {
        JdbcClient.StatementSpec query = jdbc.sql(COLUMNS + filter.from(last == null ? "" : order.afterLast()) + order.by(filter)
                        + " fetch first " + most + " rows only").params(filter.parameters());
        if (last != null) {
            query.param("lastChain", last.chain()).param("lastSequence", last.sequence());
            if (order == Order.NEWEST_FIRST) {
                query.param("lastAt", last.at());
            }
        }
        return query.query(DecisionSearch::found).list();
    }

    /** Reads all that is filtered, and nothing but where it stands. */
    List<Found> draw(Filter filter, Sample sample) {
        return reading.execute(transaction -> {
            try (Stream<Found> all = bitByBit.sql(COLUMNS + filter.from("")).params(filter.parameters())
                    .query(DecisionSearch::found).stream()) {
                return sample.of(all);
            }
        });
    }

    /** All of a selection, some at a time; between them no connection is held, however slow the reader is. */
    void each(Selection selection, Order order, Consumer<List<Found>> reader) {
        if (selection.sample().isPresent()) {
            List<Found> drawn = draw(selection.filter(), selection.sample().get());
            reader.accept(order == Order.NEWEST_FIRST ? drawn
                    : drawn.stream().sorted(Comparator.comparing(Found::chain).thenComparing(Found::sequence)).toList());
            return;
        }
        List<Found> some = page(selection.filter(), order, null, AT_ONCE);
        while (!some.isEmpty()) {
            reader.accept(some);
            some = some.size() < AT_ONCE ? List.of()
                    : page(selection.filter(), order, some.get(some.size() - 1), AT_ONCE);
        }
    }

    private static Found found(ResultSet row, int index) throws SQLException {
        return new Found(row.getString(1), row.getLong(2), row.getObject(3, LocalDateTime.class));
    }
}
