package nl.tweespoor.ledger;

/**
 * Something that isn't as it was written.
 *
 * @param chain   null when it is about a seal
 * @param number  of the entry in its chain, or of the seal
 * @param problem in Dutch
 */
public record Finding(String chain, long number, String problem) {

    static Finding ofSeal(long number, String problem) {
        return new Finding(null, number, problem);
    }

    @Override
    public String toString() {
        return (chain == null ? "Zegel " : chain + ", regel ") + number + ": " + problem;
    }
}
