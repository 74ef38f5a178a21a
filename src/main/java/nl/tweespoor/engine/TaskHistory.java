package nl.tweespoor.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tasks that were completed, as far as the engine still has its history. */
@Component
public class TaskHistory {

    private static final int AT_ONCE = 1000;
    private static final String KEPT = "(P.REMOVAL_TIME_ is null or P.REMOVAL_TIME_ > :now)";
    private static final String COMPLETED = "T.DELETE_REASON_ = 'completed'";

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    TaskHistory(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        JdbcTemplate some = new JdbcTemplate(jdbc.getDataSource());
        some.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(some));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param dossierNumber null for a process that has none */
    public record Completed(String dossierNumber, String name, Instant at) {
    }

    /** The ids of the runs whose history stays for now; what may be cleaned up can be half gone. Reads all runs. */
    public Set<String> keptProcesses() {
        Set<String> kept = new HashSet<>();
        reading.executeWithoutResult(transaction -> jdbc.sql("select P.ID_ from ACT_HI_PROCINST P where " + KEPT)
                .param("now", now()).query(row -> {
                    kept.add(row.getString(1));
                }));
        return kept;
    }

    /** The id of each completed task of a process. Reads all tasks in history, in no order. */
    public void eachCompleted(Consumer<String> reader) {
        reading.executeWithoutResult(transaction -> jdbc
                .sql("select T.ID_ from ACT_HI_TASKINST T where T.PROC_INST_ID_ is not null and " + COMPLETED).query(row -> {
                    reader.accept(row.getString(1));
                }));
    }

    /** By its key. */
    public Optional<Completed> completed(String taskId) {
        return jdbc.sql("select P.BUSINESS_KEY_, T.NAME_, T.END_TIME_ from ACT_HI_TASKINST T"
                        + " join ACT_HI_PROCINST P on P.ID_ = T.PROC_INST_ID_ where T.ID_ = :id and " + COMPLETED)
                .param("id", taskId).query((row, index) -> new Completed(row.getString(1), row.getString(2),
                        row.getTimestamp(3).toInstant())).optional();
    }

    /** By its key. */
    public boolean keeps(String process) {
        return jdbc.sql("select count(*) from ACT_HI_PROCINST P where P.ID_ = :id and " + KEPT)
                .param("id", process).param("now", now()).query(Integer.class).single() > 0;
    }

    private static Timestamp now() {
        return Timestamp.from(EngineClock.now());
    }
}
