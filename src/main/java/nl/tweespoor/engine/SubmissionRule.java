package nl.tweespoor.engine;

import java.util.Map;

/**
 * A rule on what a person sends with a task or a start, whichever way it comes in. Beans of this type are asked one after
 * another, before anything changes; each gets what the one before it let through. Throw a {@link Refusal} to refuse.
 */
public interface SubmissionRule {

    /** What of the answers is to be stored, by the name of the variable. */
    Map<String, Object> accept(Submission submission);
}
