package nl.tweespoor.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.ledger.Entry.Step;

/**
 * All that the ledger tells of a dossier, newest first.
 *
 * @param title   as it was reported; empty when it wasn't reported by a form
 * @param routine what happened besides the decisions: never what someone answered
 * @param actors  ids of who reported it or did a task in it
 * @param filled  the forms as they were sent, of decisions too: whoever shows them decides who reads what
 * @param advice  what tables gave
 */
public record RecordedDossier(String title, List<RecordedDecision> decisions, List<Routine> routine, Set<String> actors,
        List<Filled> filled, List<TableAdvice> advice) {

    /**
     * Something that decided nothing.
     *
     * @param process its id in the model; null when it belongs to none
     * @param step    as people read it; null when it belongs to no step
     * @param groups  ids of those whose task it was
     */
    public record Routine(Instant at, Kind kind, String process, String step, List<String> groups) {
    }

    /**
     * A form as someone sent it.
     *
     * @param values the answers by the names in the form, as text; what was erased says so
     */
    public record Filled(long sequence, Instant at, Step step, String userId, List<String> groups, Map<String, String> values,
            List<Basis> basis) {

        /** None when no form was asked. */
        public Optional<Basis> form() {
            return basis.stream().filter(file -> file.kind().equals("form")).findFirst();
        }
    }

    /**
     * What a table gave.
     *
     * @param rules   the ids of what fired, and the annotation of each
     * @param outputs by name, as text
     */
    public record TableAdvice(long sequence, Instant at, Step step, Basis table, Map<String, String> rules,
            Map<String, String> outputs) {
    }
}
