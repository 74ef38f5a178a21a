package nl.tweespoor.control;

import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody puts a model live alone. What comes with the program was looked at when the program was made. */
@Component
@Order(6)
class OneWhoDeploys implements Control {

    private final LedgerReader ledger;

    OneWhoDeploys(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public String id() {
        return "second-pair-of-eyes";
    }

    @Override
    public String name() {
        return "Een tweede persoon keek mee bij elke wijziging";
    }

    @Override
    public String looksAt() {
        return "Zette iemand een model, tabel of formulier live zonder dat een tweede persoon het goedkeurde?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        ledger.each(Kind.DEPLOYMENT.word(), entry -> {
            evidence.examined();
            if (entry.actor() != null) {
                evidence.find(Observation.of(entry, entry.actor() + " zette '" + entry.facts().getOrDefault("name", "(zonder naam)")
                        + "' live (" + entry.facts().get("deployment") + "). Een goedkeuring van een tweede persoon staat er niet bij."));
            }
        });
        return evidence;
    }
}
