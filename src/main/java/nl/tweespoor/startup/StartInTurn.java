package nl.tweespoor.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes on one PostgreSQL start after each other: the engine makes its tables without a lock, and two that look at the
 * same moment find none. The turn lasts from before the first table until everything is ready, and ends with the
 * connection, so also when a node dies meanwhile. The embedded database has one node only.
 */
@Component
class StartInTurn implements FlywayMigrationStrategy, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StartInTurn.class);
    /** Any number that nobody else uses: "tweespor" in ASCII. */
    private static final long TURN = 0x7477656573706f72L;

    private final DataSource dataSource;
    private Connection turn;

    StartInTurn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            take();
        } catch (SQLException e) {
            throw new IllegalStateException("Can't take a turn to start", e);
        }
        flyway.migrate();
    }

    private void take() throws SQLException {
        Connection connection = dataSource.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.close();
            return;
        }
        turn = connection;
        try (Statement wait = turn.createStatement()) {
            log.debug("Waiting for other nodes that start");
            wait.execute("select pg_advisory_lock(" + TURN + ")");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws SQLException {
        destroy();
    }

    @Override
    public synchronized void destroy() throws SQLException {
        if (turn != null) {
            try (Connection mine = turn; Statement end = mine.createStatement()) {
                turn = null;
                end.execute("select pg_advisory_unlock(" + TURN + ")");
            }
        }
    }
}
