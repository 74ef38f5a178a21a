package nl.tweespoor.ledger;

import java.util.List;
import java.util.Objects;

/** Holds seals, as they come by in order, against each other, their signatures and the heads that each of them saw. */
class SealLine {

    private final LedgerKey key;
    private final List<Finding> findings;
    private final MerkleTree tree = new MerkleTree();
    private boolean rootsHold = true;
    private long last;
    private String lastHash = Seal.ORIGIN;

    SealLine(LedgerKey key, List<Finding> findings) {
        this.key = key;
        this.findings = findings;
    }

    void next(Seal seal, List<SealedHead> heads) {
        if (seal.number() > last + 1) {
            found(last + 1, last + 2 == seal.number() ? "Dit zegel ontbreekt."
                    : "De zegels tot aan zegel " + seal.number() + " ontbreken.");
        } else if (seal.number() <= last) {
            found(seal.number(), "Dit nummer hoort hier niet.");
        } else if (!Objects.equals(seal.previousHash(), lastHash)) {
            found(seal.number(), "Dit zegel sluit niet aan op het vorige.");
        }
        itself(seal, key, findings);
        heads(seal, heads);
        last = seal.number();
        lastHash = seal.hash();
    }

    /** The tree over what the newest seal saw. */
    MerkleTree tree() {
        return tree;
    }

    /** What can be said of a seal without knowing any other. */
    static void itself(Seal seal, LedgerKey key, List<Finding> findings) {
        if (!seal.computedHash().equals(seal.hash())) {
            findings.add(Finding.ofSeal(seal.number(), "Dit zegel is veranderd: de vingerafdruk past niet bij de inhoud."));
        } else if (!LedgerKey.holds(seal.publicKey(), seal.hash(), seal.signature())) {
            findings.add(Finding.ofSeal(seal.number(), "De handtekening klopt niet."));
        } else if (!key.trusts(seal.publicKey())) {
            findings.add(Finding.ofSeal(seal.number(), "De handtekening is van een sleutel die we niet vertrouwen: "
                    + seal.publicKey()));
        }
    }

    private void heads(Seal seal, List<SealedHead> heads) {
        for (SealedHead head : heads) {
            SealedHead before = tree.head(head.chain());
            if (before != null && before.sequence() >= head.sequence()) {
                found(seal.number(), "Volgens dit zegel is " + head.chain() + " niet langer geworden.");
            }
            tree.put(head);
        }
        boolean holds = tree.chains() == seal.chains() && tree.entries() == seal.entries()
                && tree.chains() > 0 && tree.root().equals(seal.root());
        // One head that was changed shows in every seal after it.
        if (rootsHold && !holds) {
            found(seal.number(), "De standen die dit zegel zag, zijn niet meer dezelfde.");
        }
        rootsHold = holds;
    }

    private void found(long number, String problem) {
        findings.add(Finding.ofSeal(number, problem));
    }
}
