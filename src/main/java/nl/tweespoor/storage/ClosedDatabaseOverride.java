package nl.tweespoor.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Throws a connection out of the pool whose database closed itself, as H2 does when it can't write. The pool doesn't know
 * these states and would lend it out for ever; a new connection opens the database again.
 */
public class ClosedDatabaseOverride implements SQLExceptionOverride {

    /** H2: connection broken, database closed, database closed at a shutdown. */
    private static final Set<String> CLOSED = Set.of("90067", "90098", "90121");

    @java.lang.Override
    public Override adjudicate(SQLException thrown) {
        return CLOSED.contains(thrown.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
