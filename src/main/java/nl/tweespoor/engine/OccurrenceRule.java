package nl.tweespoor.engine;

import java.util.Optional;

/**
 * Hears of what happens beside tasks, processes and advice. A bean of this type is told at each of these moments, in the
 * same transaction, except for a refusal: that has undone its own, so it is told in a new one.
 */
public interface OccurrenceRule {

    default void done(Operation operation) {
    }

    /** A timer went off, and what it led to has happened. */
    default void timerFired(DossierStep timer) {
    }

    /** A process goes over to another version; the tables still have it on the one before. */
    default void goesOver(VersionChange change) {
    }

    /** A new deployment passed every {@link DeploymentCheck}. */
    default void deployed(Deployed deployment) {
    }

    /**
     * Someone may not do what they tried, or what they deployed was refused.
     *
     * @param task          none when it was about no task, or about one that they only guessed
     * @param dossierNumber of that task, or of the process that it was about; none when there is no such process
     * @param sentence      that they got
     */
    default void refused(Optional<Actor> actor, Optional<DossierTask> task, Optional<String> dossierNumber, String sentence) {
    }
}
