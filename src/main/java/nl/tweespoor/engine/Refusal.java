package nl.tweespoor.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** Tweespoor says no, in a Dutch sentence that tells people what to do. Whatever it stops leaves nothing behind. */
public class Refusal extends BadUserRequestException {

    private final int status;

    private Refusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** What was sent can't be right: status 400. */
    public static Refusal invalid(String sentence) {
        return new Refusal(400, sentence);
    }

    /** Not by this person: status 403. */
    public static Refusal forbidden(String sentence) {
        return new Refusal(403, sentence);
    }

    /** Not as things stand now: status 409. */
    public static Refusal conflict(String sentence) {
        return new Refusal(409, sentence);
    }

    /** The HTTP status that fits. */
    public int status() {
        return status;
    }
}
