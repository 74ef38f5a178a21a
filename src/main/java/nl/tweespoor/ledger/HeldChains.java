package nl.tweespoor.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The chains that a transaction holds: until it ends nobody else writes to them, whichever node they are on. */
final class HeldChains {

    /** So that two transactions never wait for each other; one that holds a dossier comes to what belongs to none last. */
    static final Comparator<String> ORDER =
            Comparator.<String, Boolean>comparing(Entry.NO_DOSSIER::equals).thenComparing(Comparator.naturalOrder());

    private static final Pattern CHAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final String ALREADY_THERE = "23505";

    private final JdbcTemplate jdbc;

    HeldChains(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest entry of a chain, as this transaction will leave it. */
    record Head(String chain, long sequence, String hash) {
    }

    /**
     * Holds a chain, and begins it when it isn't there.
     *
     * @throws IllegalArgumentException when it can't be the name of one
     * @throws IllegalStateException    outside a transaction
     */
    Head hold(String chain) {
        checkTransaction();
        Head held = held().get(chain);
        if (held != null) {
            return held;
        }
        if (!CHAIN.matcher(chain).matches()) {
            throw new IllegalArgumentException("No name for a chain: " + chain);
        }
        if (!holdIfThere("?", chain)) {
            begin(chain);
            holdIfThere("?", chain);
        }
        return held().get(chain);
    }

    /**
     * Holds a chain that is there.
     *
     * @param name a question in SQL that gives the name of a chain, or nothing, with one parameter
     * @return whether there is such a chain
     * @throws IllegalStateException outside a transaction
     */
    boolean holdIfThere(String name, String parameter) {
        checkTransaction();
        List<Head> heads = jdbc.query("select chain, sequence, hash from ledger_head where chain = (" + name + ") for update",
                (row, index) -> new Head(row.getString(1), row.getLong(2), row.getString(3)), parameter);
        heads.forEach(head -> held().put(head.chain(), head));
        return !heads.isEmpty();
    }

    /** @param head of a chain that is held, now that entries were added to it */
    void move(Head head) {
        jdbc.update("update ledger_head set sequence = ?, hash = ? where chain = ?", head.sequence(), head.hash(), head.chain());
        held().put(head.chain(), head);
    }

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
            TransactionSynchronizationManager.unbindResource(HeldChains.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(HeldChains.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(HeldChains.this);
        }
    }

    private static void checkTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The ledger is written in the transaction of what it records");
        }
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
