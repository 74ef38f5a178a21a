package nl.tweespoor.refusal;

import java.sql.SQLException;
import java.util.Set;

/** Explains what the database says, by its standard state (SQLSTATE). */
class DatabaseExceptionTranslator {

    /** Two at the same row: serialisation failures and deadlocks, locks, and H2's concurrent update and lost row. */
    private static final Set<String> RACES = Set.of("55P03", "HYT00", "90131", "90112", "23503", "23506");
    private static final String DUPLICATE = "23505";

    private DatabaseExceptionTranslator() {
    }

    static Explanation explain(Throwable cause) {
        String state = cause instanceof SQLException error ? error.getSQLState() : null;
        if (state == null) {
            return null;
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
}
