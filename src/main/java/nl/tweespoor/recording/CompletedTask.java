package nl.tweespoor.recording;

import java.time.Instant;

/**
 * A task that someone completed.
 *
 * @param chain   the number of its dossier, or that of what belongs to none
 * @param name    as people read it
 * @param outcome as the form called it; empty when it decided nothing
 */
public record CompletedTask(String chain, String name, String outcome, Instant at) {
}
