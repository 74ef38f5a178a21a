package nl.tweespoor.register;

import java.time.Instant;
import java.util.Optional;
import nl.tweespoor.recording.RecordedDecision;

/**
 * A decision with the dossier that it belongs to.
 *
 * @param title    of the dossier; empty when it has none
 * @param process  as people call it
 * @param decision as the ledger has it; empty when that can't be read any more
 */
record Registered(String number, long sequence, Instant at, String title, String process, Optional<RecordedDecision> decision) {
}
