package nl.tweespoor.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads entries, checks each by itself, and hands them over in the order in which they were asked for. Other threads check
 * while this one reads on; when they have enough to do, this one checks too.
 */
final class EntryReading {

    private static final int TOGETHER = 250;
    private static final int AHEAD = 2 * ForkJoinPool.getCommonPoolParallelism();
    private static final String WITH_HEAD = "select e." + Row.COLUMNS.replace(", ", ", e.")
            + ", h.sequence, h.hash from ledger_entry e left join ledger_head h on h.chain = e.chain where ";

    private final JdbcTemplate jdbc;
    private final Function<Row, RowCheck> check;
    private final Consumer<Checked> reader;
    private final Queue<ForkJoinTask<List<Checked>>> underWay = new ArrayDeque<>();
    private List<Read> batch = new ArrayList<>(TOGETHER);

    EntryReading(JdbcTemplate jdbc, Function<Row, RowCheck> check, Consumer<Checked> reader) {
        this.jdbc = jdbc;
        this.check = check;
        this.reader = reader;
    }

    private record Read(Row row, long headSequence, String headHash) {
    }

    /**
     * An entry, and the head that its chain has at the same moment.
     *
     * @param headHash null when there is no head
     */
    record Checked(RowCheck check, long headSequence, String headHash) {
    }

    /** @param where and in which order, of {@code ledger_entry e} */
    void read(String where, Object... parameters) {
        jdbc.query(WITH_HEAD + where, this::row, parameters);
        checkHere();
        while (!underWay.isEmpty()) {
            handOver();
        }
    }

    private void row(ResultSet result) throws SQLException {
        batch.add(new Read(Row.of(result, 0), result.getLong(16), result.getString(17)));
        if (batch.size() < TOGETHER) {
            return;
        }
        if (underWay.stream().filter(task -> !task.isDone()).count() < AHEAD) {
            underWay.add(ForkJoinPool.commonPool().submit(task()));
        } else {
            checkHere();
        }
        // Whatever happens to the others, no more than this is in memory.
        while (!underWay.isEmpty() && (underWay.element().isDone() || underWay.size() > 4 * AHEAD)) {
            handOver();
        }
    }

    private void checkHere() {
        ForkJoinTask<List<Checked>> task = task();
        task.invoke();
        underWay.add(task);
    }

    private ForkJoinTask<List<Checked>> task() {
        List<Read> reads = batch;
        batch = new ArrayList<>(TOGETHER);
        return ForkJoinTask.adapt(() -> reads.stream()
                .map(read -> new Checked(check.apply(read.row()), read.headSequence(), read.headHash())).toList());
    }

    private void handOver() {
        underWay.remove().join().forEach(reader);
    }
}
