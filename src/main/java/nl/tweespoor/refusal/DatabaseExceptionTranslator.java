package nl.tweespoor.refusal;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/** Explains what the database says, by its standard state (SQLSTATE). */
class DatabaseExceptionTranslator {

    /** Two at the same row: serialisation failures and deadlocks, locks, and H2's concurrent update and lost row. */
    private static final Set<String> RACES = Set.of("55P03", "HYT00", "90131", "90112", "23503", "23506");
    private static final String DUPLICATE = "23505";
    private static final String TOO_LONG = "57014";
    /** H2: broken or closed, file not to be written, read, locked or trusted. */
    private static final Set<String> AWAY = Set.of("90020", "90028", "90030", "90031", "90067", "90097", "90098", "90121");
    private static final String GENERAL_ERROR_OF_H2 = "HY000";
    /** The pool had none to lend, or one broke: the failed rollback then hides what the database said. */
    private static final List<Class<?>> NO_CONNECTION = List.of(SQLTransientConnectionException.class,
            TransactionSystemException.class);

    private DatabaseExceptionTranslator() {
    }

    static Explanation explain(Throwable cause) {
        String state = cause instanceof SQLException error ? error.getSQLState() : null;
        if (NO_CONNECTION.stream().anyMatch(kind -> kind.isInstance(cause)) || state != null && isAway(state, cause)) {
            return Explanation.cannotStore();
        }
        if (state == null) {
            return null;
        }
        if (TOO_LONG.equals(state)) {
            return new Explanation(503, "Dit duurde te lang. Vraag minder tegelijk, of probeer het later opnieuw.");
        }
        if (DUPLICATE.equals(state)) {
            return new Explanation(409, "Dit bestaat al, of een collega was u net voor. Ververs de pagina en kijk wat er nu staat.");
        }
        if (state.startsWith("40") || RACES.contains(state)) {
            return Explanation.of(409);
        }
        return state.startsWith("22") ? new Explanation(400,
                "Iets in uw invoer is te lang of heeft tekens die Tweespoor niet kan bewaren.") : null;
    }

    /** No connection, no room (PostgreSQL too), being stopped, or a file system that fails. */
    private static boolean isAway(String state, Throwable cause) {
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58")
                || AWAY.contains(state) || GENERAL_ERROR_OF_H2.equals(state)
                && ExceptionTranslator.causes(cause).stream().anyMatch(IOException.class::isInstance);
    }
}
