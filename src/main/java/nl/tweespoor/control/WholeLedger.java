package nl.tweespoor.control;

import nl.tweespoor.ledger.LedgerVerifier;
import nl.tweespoor.ledger.Verdict;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing in the ledger was changed since it was written. */
@Component
@Order(8)
class WholeLedger implements Control {

    private final LedgerVerifier verifier;

    WholeLedger(LedgerVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String id() {
        return "ledger-whole";
    }

    @Override
    public String name() {
        return "Het logboek is heel";
    }

    @Override
    public String looksAt() {
        return "Is een regel of een zegel van het logboek veranderd, weggehaald of toegevoegd buiten Tweespoor om?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Verdict verdict = verifier.verify();
        evidence.examined(verdict.entries() + verdict.seals());
        verdict.findings().forEach(finding -> evidence.find(finding.chain() == null
                ? Observation.of(null, "zegel " + finding.number(), finding.problem())
                : new Observation(finding.chain(), finding.number(), null, finding.problem())));
        return evidence;
    }
}
