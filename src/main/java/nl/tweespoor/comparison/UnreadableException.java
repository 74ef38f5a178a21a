package nl.tweespoor.comparison;

/** A file is not what its name says; the gate tells where. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(Throwable cause) {
        super(cause);
    }
}
