package nl.tweespoor.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Holds what isn't there against what the chain of what belongs to no dossier says was removed. */
final class Absences {

    private final List<Finding> findings;
    private final List<Absence> absences = new ArrayList<>();
    /** By chain, the last thing that was removed of it. */
    private final Map<String, Content.Removed> removals = new HashMap<>();
    /** The first entry of each chain that has any. */
    private final Map<String, Long> begins = new HashMap<>();

    Absences(List<Finding> findings) {
        this.findings = findings;
    }

    void begins(String chain, long sequence) {
        begins.put(chain, sequence);
    }

    void add(Absence absence) {
        absences.add(absence);
    }

    boolean isEmpty() {
        return absences.isEmpty();
    }

    /**
     * A chain without entries.
     *
     * @param saw  what seals saw of it
     * @param head as the tables hold it; null when there is none
     */
    void ofWhole(String chain, Collection<SealedHead> saw, SealedHead head) {
        List<Finding> otherwise = new ArrayList<>();
        saw.forEach(sealed -> otherwise.add(new Finding(chain, sealed.sequence(),
                "Deze regel ontbreekt, met dit hele dossier. Zegel " + sealed.seal() + " heeft die gezien.")));
        if (head != null) {
            otherwise.add(new Finding(chain, head.sequence(),
                    "Dit hele dossier ontbreekt. Volgens de stand horen er zoveel regels te zijn."));
        }
        add(new Absence(chain, head == null ? 0 : head.sequence(), head == null ? null : head.hash(), List.copyOf(saw), otherwise));
    }

    void removed(Row by, Content.Removed removed) {
        Content.Removed before = removals.put(removed.chain(), removed);
        if (before != null && before.sequence() >= removed.sequence()) {
            findings.add(new Finding(by.chain(), by.sequence(),
                    removed.chain() + " was al verwijderd, tot en met regel " + before.sequence() + "."));
        }
    }

    /** Once all that isn't there was added, and all that was removed. */
    void explain() {
        absences.stream().filter(absence -> !absence.isExplainedBy(removals.get(absence.chain())))
                .forEach(absence -> findings.addAll(absence.otherwise()));
    }

    /** @param isThere whether a chain has this entry now: it may have been removed since it was read */
    void whatWasRemovedIsGone(BiPredicate<String, Long> isThere) {
        removals.forEach((chain, removed) -> {
            Long first = begins.get(chain);
            if (first == null && absences.stream().noneMatch(absence -> absence.chain().equals(chain))) {
                findings.add(new Finding(chain, removed.sequence(), "Dit dossier is verwijderd, maar ook de stand is weg."));
            } else if (first != null && first <= removed.sequence() && isThere.test(chain, first)) {
                findings.add(new Finding(chain, first, "Dit dossier is verwijderd, maar deze regel is er nog."));
            }
        });
    }
}
