package nl.tweespoor.ledger;

import java.util.List;

/**
 * Keeps something beside the ledger, such as what one searches it by. It hears of a change in the transaction of that change,
 * while the chain is held, so that the two never differ.
 */
public interface LedgerFollower {

    /** @param entries that were added to one chain, in its order */
    void appended(List<Recorded> entries);

    /** Something in this chain isn't there any more: a value, or all of it. */
    void reduced(String chain);
}
