package nl.tweespoor.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is live as it stands in the engine's own tables, also what the engine itself didn't put there. */
@Component
public class StoredModels {

    private static final int AT_ONCE = 10;
    private static final byte[] NOTHING = {};
    private static final String FILES = "select D.ID_, D.NAME_, B.NAME_, B.BYTES_ from ACT_RE_DEPLOYMENT D"
            + " left join ACT_GE_BYTEARRAY B on B.DEPLOYMENT_ID_ = D.ID_";
    private static final List<String> DEFINITIONS = List.of("ACT_RE_PROCDEF", "ACT_RE_DECISION_DEF",
            "ACT_RE_DECISION_REQ_DEF", "ACT_RE_CAMFORMDEF");

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    StoredModels(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        // PostgreSQL gives the rows bit by bit only when asked, and only in a transaction.
        JdbcTemplate some = new JdbcTemplate(jdbc.getDataSource());
        some.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(some));
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * A file of a deployment.
     *
     * @param file null for a deployment without files
     */
    public record StoredFile(String deployment, String deploymentName, DeployedResource file) {
    }

    /**
     * A process, table or form that can be asked for by its key.
     *
     * @param table    of the engine that holds it
     * @param resource the name of its file in its deployment
     */
    public record StoredModel(String table, String key, int version, String deployment, String resource) {
    }

    /** The files of all deployments, in no order, as they are at one moment; never more than a few in memory. */
    public void eachFile(Consumer<StoredFile> reader) {
        reading.executeWithoutResult(transaction -> jdbc.sql(FILES).query(row -> {
            reader.accept(new StoredFile(row.getString(1), row.getString(2), row.getString(3) == null ? null
                    : new DeployedResource(row.getString(3), Objects.requireNonNullElse(row.getBytes(4), NOTHING))));
        }));
    }

    /** Whether a file with exactly this in it was ever put live, and is still there. */
    public boolean wereLive(DeployedResource file) {
        return jdbc.sql("select count(*) from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ is not null and BYTES_ = ?").param(file.content())
                .query(Long.class).single() > 0;
    }

    /** Each table by itself, the versions of one key in their order. */
    public List<StoredModel> models() {
        return DEFINITIONS.stream().flatMap(table -> jdbc.sql("select KEY_, VERSION_, DEPLOYMENT_ID_, RESOURCE_NAME_ from "
                + table + " order by KEY_, VERSION_").query((row, index) -> new StoredModel(table, row.getString(1),
                row.getInt(2), row.getString(3), row.getString(4))).list().stream()).toList();
    }
}
