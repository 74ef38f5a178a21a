package nl.tweespoor.engine;

import java.util.Optional;

/**
 * A process that runs went over to another version of its model, whichever way that was asked.
 *
 * @param actor         who asked it; none when nobody is known, as for what waited for its turn
 * @param instance      the process, which the database still has on the version before
 * @param to            the version on which it goes on
 * @param dossierNumber null when it has none
 */
public record VersionChange(Optional<Actor> actor, String instance, ModelVersion to, String dossierNumber) {
}
