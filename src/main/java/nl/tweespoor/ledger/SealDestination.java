package nl.tweespoor.ledger;

/**
 * A place outside, where whoever can change the database can change nothing. It's how cutting off the newest entries shows.
 */
public interface SealDestination {

    /** The number of the newest seal that arrived, 0 when none did. Every one after it is sent again. */
    long newest();

    /**
     * Keeps a seal. They come in the order of their numbers.
     *
     * @throws RuntimeException when it did not arrive
     */
    void send(SentSeal seal);
}
