package nl.tweespoor.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the entries of one chain, as they come by in order, against each other, their seals and the head. */
final class ChainCheck {

    private static final String SEAL_SAW = " Zegel %d heeft die gezien.";

    private final String chain;
    private final List<Finding> findings;
    private final Iterator<SealedHead> seals;
    private SealedHead nextSealed;
    private final Absences absences;
    private boolean begun;
    private long last;
    private String lastHash;
    /** What was taken out of which entry, as long as no erasure explains it. */
    private final Map<Long, Set<String>> missing = new TreeMap<>();

    /**
     * @param sealed   in the order of their sequence
     * @param absences gets the beginning of the chain when that isn't there
     */
    ChainCheck(String chain, Collection<SealedHead> sealed, Absences absences, List<Finding> findings) {
        this.chain = chain;
        this.absences = absences;
        this.findings = findings;
        this.lastHash = Row.origin(chain);
        this.seals = sealed.iterator();
        advance();
    }

    void next(RowCheck check) {
        Row row = check.row();
        if (!begun && row.sequence() > 1) {
            beginsLater(row);
        } else if (row.sequence() <= last) {
            found(row.sequence(), "Dit nummer hoort hier niet.");
        } else if (row.sequence() > last + 1) {
            absent(last + 1, row.sequence() - 1, "");
        } else if (!Objects.equals(row.previousHash(), lastHash)) {
            found(row.sequence(), last == 0 ? "Deze regel sluit niet aan op het begin van dit dossier."
                    : "Deze regel sluit niet aan op regel " + last + ": een van beide is veranderd of vervangen.");
        }
        if (!check.hashHolds()) {
            found(row.sequence(), "Deze regel is veranderd: de vingerafdruk past niet bij de inhoud.");
        }
        sealed(row);
        check.problems().forEach(problem -> found(row.sequence(), problem));
        if (!check.missing().isEmpty()) {
            missing.computeIfAbsent(row.sequence(), sequence -> new TreeSet<>()).addAll(check.missing());
        }
        if (check.erases() != null) {
            erased(row.sequence(), check.erases());
        }
        begun = true;
        last = row.sequence();
        lastHash = row.hash();
    }

    /** @param headHash null when there is no head */
    void end(long headSequence, String headHash) {
        missing.forEach((sequence, names) -> names.forEach(name -> found(sequence,
                "De waarde '" + name + "' is weg, en nergens staat dat die gewist is.")));
        for (; nextSealed != null; advance()) {
            absent(nextSealed.sequence(), nextSealed.sequence(), SEAL_SAW.formatted(nextSealed.seal()));
        }
        if (headHash == null) {
            found(last, "Van dit dossier is de stand weg.");
        } else if (headSequence > last) {
            absent(last + 1, headSequence, " Volgens de stand horen die er te zijn.");
        } else if (headSequence < last) {
            found(last, "Deze regel is buiten Tweespoor om toegevoegd: de stand is regel " + headSequence + ".");
        } else if (!headHash.equals(lastHash)) {
            found(last, "De stand van dit dossier past niet bij deze laatste regel.");
        }
    }

    private void beginsLater(Row row) {
        long until = row.sequence() - 1;
        List<SealedHead> saw = new ArrayList<>();
        List<Finding> otherwise = new ArrayList<>(List.of(absence(1, until, "")));
        for (; nextSealed != null && nextSealed.sequence() <= until; advance()) {
            saw.add(nextSealed);
            otherwise.add(absence(nextSealed.sequence(), nextSealed.sequence(), SEAL_SAW.formatted(nextSealed.seal())));
        }
        absences.add(new Absence(chain, until, row.previousHash(), saw, otherwise));
    }

    private void sealed(Row row) {
        while (nextSealed != null && nextSealed.sequence() <= row.sequence()) {
            if (nextSealed.sequence() < row.sequence()) {
                absent(nextSealed.sequence(), nextSealed.sequence(), SEAL_SAW.formatted(nextSealed.seal()));
            } else if (!nextSealed.hash().equals(row.hash())) {
                found(row.sequence(), "Zegel " + nextSealed.seal() + " zag hier een andere regel.");
            }
            advance();
        }
    }

    private void erased(long by, Content.Erased erased) {
        Set<String> gone = missing.get(erased.sequence());
        if (gone == null || !gone.remove(erased.name())) {
            found(erased.sequence(), "De waarde '" + erased.name() + "' hoort gewist te zijn volgens regel " + by
                    + ", maar is er nog of is er nooit geweest.");
        }
    }

    private void absent(long from, long to, String why) {
        findings.add(absence(from, to, why));
    }

    private Finding absence(long from, long to, String why) {
        return new Finding(chain, from,
                (from == to ? "Deze regel ontbreekt." : "Regel " + from + " tot en met " + to + " ontbreken.") + why);
    }

    private void found(long sequence, String problem) {
        findings.add(new Finding(chain, sequence, problem));
    }

    private void advance() {
        nextSealed = seals.hasNext() ? seals.next() : null;
    }
}
