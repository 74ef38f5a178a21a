package nl.tweespoor.moving;

import java.time.Instant;

/**
 * What someone asked: dossiers of a process from one version to another.
 *
 * @param process    its id in the model
 * @param from       the engine's id of the version
 * @param fromNumber the number of that version
 * @param askedBy    the id of the account
 */
record Move(String id, String process, String from, String to, int fromNumber, int toNumber, String askedBy, String reason, Instant askedAt) {
}
