package nl.tweespoor.ledger;

import java.util.List;

/** A destination that itself says what it holds, whatever our database says, and so knows a seal that vanished here. */
interface SealArchive extends SealDestination {

    /** The number of the newest seal that it holds, 0 when it holds none. */
    long newest();

    /** All that it holds, in the order of their numbers. */
    List<SentSeal> kept();

    @Override
    default long arrived() {
        return newest();
    }
}
