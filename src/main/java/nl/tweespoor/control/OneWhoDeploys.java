package nl.tweespoor.control;

import java.util.HashMap;
import java.util.Map;
import nl.tweespoor.change.Approvals;
import nl.tweespoor.engine.StoredModels;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody puts a model live alone, nor past Tweespoor in the engine's tables. What comes with the program was looked at when the
 * program was made. The tables are read first: what is deployed meanwhile is then only in the ledger.
 */
@Component
@Order(6)
class OneWhoDeploys implements Control {

    private final LedgerReader ledger;
    private final StoredModels stored;
    private final Named named;
    private final Approvals approvals;

    OneWhoDeploys(LedgerReader ledger, StoredModels stored, Named named, Approvals approvals) {
        this.ledger = ledger;
        this.approvals = approvals;
        this.stored = stored;
        this.named = named;
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
        return "Zette iemand een model, tabel of formulier live zonder dat een tweede persoon het goedkeurde, of in de database buiten Tweespoor om?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Live live = Live.read(stored);
        Map<String, Recorded> recorded = new HashMap<>();
        ledger.each(Kind.DEPLOYMENT.word(), entry -> {
            evidence.examined();
            recorded.put(entry.facts().get(Facts.DEPLOYMENT), entry);
            if (entry.actor() == null && entry.values().containsKey("source") && approvals.of(entry).isEmpty()) {
                evidence.find(Observation.of(entry, "'" + entry.values().getOrDefault("name", "(zonder naam)") + "' ging live op voorstel "
                        + entry.values().get("source") + ". Een goedkeuring door een tweede persoon staat daar niet bij."));
            } else if (entry.actor() != null) {
                evidence.find(Observation.of(entry, named.person(entry.actor()) + " zette '" + entry.values().getOrDefault("name", "(zonder naam)")
                        + "' live (" + entry.facts().get(Facts.DEPLOYMENT) + "). Een goedkeuring van een tweede persoon staat er niet bij."));
            }
        });
        live.compare(recorded, evidence);
        return evidence;
    }
}
