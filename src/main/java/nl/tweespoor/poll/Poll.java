package nl.tweespoor.poll;

import java.time.Instant;

/**
 * A poll as who answers sees it.
 *
 * @param question2 null when only one was asked
 * @param until     when it closes
 */
record Poll(String id, String question1, String question2, Instant until) {
}
