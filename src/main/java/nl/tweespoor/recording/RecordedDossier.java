package nl.tweespoor.recording;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All that the ledger tells of a dossier, newest first.
 *
 * @param title   as it was reported; empty when it wasn't reported by a form
 * @param routine what happened besides the decisions: never what someone answered
 * @param actors  ids of who reported it or did a task in it
 */
public record RecordedDossier(String title, List<RecordedDecision> decisions, List<Routine> routine, Set<String> actors) {

    /**
     * Something that decided nothing.
     *
     * @param process its id in the model; null when it belongs to none
     * @param step    as people read it; null when it belongs to no step
     * @param groups  ids of those whose task it was
     */
    public record Routine(Instant at, Kind kind, String process, String step, List<String> groups) {
    }
}
