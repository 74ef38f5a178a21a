package nl.tweespoor.control;

import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where a model asks why, the ledger says why. */
@Component
@Order(2)
class DecisionsWithoutReason implements Control {

    private final LedgerReader ledger;
    private final Named named;

    DecisionsWithoutReason(LedgerReader ledger, Named named) {
        this.ledger = ledger;
        this.named = named;
    }

    @Override
    public String id() {
        return "reason";
    }

    @Override
    public String name() {
        return "Bij elk besluit staat een reden";
    }

    @Override
    public String looksAt() {
        return "Ontbreekt de reden bij een besluit waarvoor het formulier er een vraagt, terwijl die niet gewist is?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Given given = new Given(ledger);
        ledger.eachByPersons(Kind.TASK.word(), entry -> {
            String reason = entry.facts().get(Facts.REASON);
            if (entry.outcome() != null && reason != null) {
                evidence.examined();
                if (!given.has(entry, reason)) {
                    evidence.find(Observation.of(entry, "Bij '" + entry.step().name() + "' besloot " + named.person(entry.actor()) + ": "
                            + entry.facts().getOrDefault(Facts.OUTCOME_LABEL, entry.outcome()) + ". Een reden staat er niet bij."));
                }
            }
        });
        return evidence;
    }
}
