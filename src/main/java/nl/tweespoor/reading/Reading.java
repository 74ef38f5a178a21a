package nl.tweespoor.reading;

import java.time.Instant;
import java.util.List;

/**
 * Someone who read something, or was refused it.
 *
 * @param userId of the login
 * @param roles  ids of the groups of that moment
 * @param source the network address it was asked from
 */
public record Reading(Instant at, String userId, List<String> roles, Subject subject, Action action, boolean refused,
        String source) {

    /** What was done with it. */
    public enum Action {
        READ, PRINT, EXPORT
    }

    /** The kinds of what is read. */
    public enum Kind {
        DOSSIER, DECISION, DIAGRAM, READING_LOG, REGISTER
    }

    /**
     * What was read.
     *
     * @param detail which one of its kind, such as the number of a decision or how the register was filtered; empty for all
     * @param dossierNumber null for what is about more dossiers than one
     */
    public record Subject(Kind kind, String detail, String dossierNumber) {
    }
}
