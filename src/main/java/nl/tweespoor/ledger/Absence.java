package nl.tweespoor.ledger;

import java.util.List;

/**
 * The beginning of a chain, or all of it, that isn't there. Nothing is wrong with that when the chain of what belongs to no
 * dossier says that exactly this was removed.
 *
 * @param until     the last entry that isn't there
 * @param hash      of that entry, as what is left says; null when nothing does
 * @param saw       the seals that saw entries of it
 * @param otherwise what is wrong when nothing explains it
 */
record Absence(String chain, long until, String hash, List<SealedHead> saw, List<Finding> otherwise) {

    /** @param removed what was removed of this chain; null when nothing was */
    boolean isExplainedBy(Content.Removed removed) {
        return removed != null && removed.sequence() == until && removed.hash().equals(hash) && saw.stream()
                .allMatch(head -> head.sequence() < until || head.sequence() == until && head.hash().equals(hash));
    }
}
