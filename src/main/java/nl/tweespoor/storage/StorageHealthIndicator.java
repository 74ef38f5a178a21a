package nl.tweespoor.storage;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says whether anything can be stored, by storing something: a database whose disk is full may still answer. Strangers may
 * ask for health, so it is written by one of them at a time and remembered for a while.
 */
@Component
class StorageHealthIndicator implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(StorageHealthIndicator.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** On H2 as much as a report takes: on a full disk there may be room for less. PostgreSQL compresses it. */
    private static final String WRITE = "update storage_probe set written_at = current_timestamp, content = repeat('x', 131072)";

    private final JdbcTemplate database;
    private final ReentrantLock writing = new ReentrantLock();
    /** Up at first: to start, Tweespoor has written. */
    private volatile Health last = Health.up().build();
    private volatile long writeAgainAt = System.nanoTime();

    StorageHealthIndicator(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public Health health() {
        if (System.nanoTime() - writeAgainAt >= 0 && writing.tryLock()) {
            try {
                last = write();
                writeAgainAt = System.nanoTime() + REMEMBERED.toNanos();
            } finally {
                writing.unlock();
            }
        }
        return last;
    }

    private Health write() {
        boolean wasUp = last.getStatus().equals(Status.UP);
        try {
            database.update(WRITE);
        } catch (DataAccessException e) {
            if (wasUp) {
                log.error("Tweespoor kan niets opslaan. Is de schijf vol?", e);
            }
            return Health.down(e).build();
        }
        if (!wasUp) {
            log.info("Tweespoor kan weer opslaan.");
        }
        return Health.up().build();
    }
}
