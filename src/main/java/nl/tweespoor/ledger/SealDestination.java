package nl.tweespoor.ledger;

import java.util.List;

/**
 * A place outside, where whoever can change the database can change nothing. It's how cutting off the newest entries shows.
 */
public interface SealDestination {

    /**
     * The number up to which all seals that are here now arrived, 0 when none did. Every one after it is sent again. That is
     * all it's good for: what it says may rest on our own database, so what vanished from there is asked of a
     * {@link SealArchive} only.
     */
    long arrived();

    /**
     * Brings seals outside, in the order of their numbers.
     *
     * @throws RuntimeException when they did not all arrive
     */
    void send(List<SentSeal> seals);
}
