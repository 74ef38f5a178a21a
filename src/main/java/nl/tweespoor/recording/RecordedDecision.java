package nl.tweespoor.recording;

import java.time.Instant;

/**
 * A decision as people read it.
 *
 * @param outcome as the form called it
 * @param by      the name of who took it, and for whom they stood in
 * @param reason  empty when the step asks none
 */
public record RecordedDecision(Instant at, String step, String outcome, String userId, String by, String reason) {
}
