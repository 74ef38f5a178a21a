package nl.tweespoor.ledger;

/** A value that was taken out of an entry on request, so that it is missing for a reason. */
public record Erasure(String chain, long sequence, String name) {
}
