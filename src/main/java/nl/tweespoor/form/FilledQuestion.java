package nl.tweespoor.form;

/**
 * A question as people saw it, with the answer as they gave it.
 *
 * @param key of the question in the form
 */
public record FilledQuestion(String key, String question, String answer) {
}
