package nl.tweespoor.ledger;

import java.util.List;

/**
 * A seal as it goes outside, with what grew since the one before: who has all of them can say what was lost.
 */
public record SentSeal(Seal seal, List<SealedHead> heads) {
}
