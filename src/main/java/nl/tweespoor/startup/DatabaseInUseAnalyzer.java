package nl.tweespoor.startup;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words that the embedded database is open elsewhere: mostly Tweespoor itself runs, beside a command or a second start. */
class DatabaseInUseAnalyzer implements FailureAnalyzer {

    /** Of H2; so is the number. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return new FailureAnalysis("Tweespoor draait al met deze database, en de ingebouwde database kan één programma"
                        + " tegelijk aan.", "Stop Tweespoor eerst. Met PostgreSQL hoeft dat niet.", failure);
            }
        }
        return null;
    }
}
