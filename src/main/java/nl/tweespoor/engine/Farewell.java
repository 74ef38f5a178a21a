package nl.tweespoor.engine;

/** Hears who left, in the transaction in which they do. */
public interface Farewell {

    /** This person lost a group or the account. */
    void left(String userId);
}
