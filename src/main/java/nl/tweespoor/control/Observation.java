package nl.tweespoor.control;

import java.util.Comparator;
import nl.tweespoor.ledger.Recorded;

/**
 * What a control saw, and where.
 *
 * @param chain    of the ledger, which is the number of the dossier; null when it is about none
 * @param sequence of the entry in that chain; null when it is about another row
 * @param row      what else it is about, such as a task in the history of the engine; null when it is about an entry
 * @param sentence in Dutch
 */
public record Observation(String chain, Long sequence, String row, String sentence) implements Comparable<Observation> {

    private static final Comparator<Observation> ORDER = Comparator
            .comparing(Observation::chain, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Observation::sequence, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Observation::row, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Observation::sentence);

    static Observation of(Recorded entry, String sentence) {
        return new Observation(entry.chain(), entry.sequence(), null, sentence);
    }

    static Observation of(String dossier, String row, String sentence) {
        return new Observation(dossier, null, row, sentence);
    }

    @Override
    public int compareTo(Observation other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String where = (chain == null ? "" : chain) + (chain != null && (sequence != null || row != null) ? ", " : "")
                + (sequence != null ? "regel " + sequence : row != null ? row : "");
        return (where.isEmpty() ? "" : where + ": ") + sentence;
    }
}
