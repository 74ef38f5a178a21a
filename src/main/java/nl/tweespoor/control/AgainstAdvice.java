package nl.tweespoor.control;

import java.util.Optional;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.recording.Facts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Going against an advice is allowed, and needs a reason of its own (invariant 5 of the domain). */
@Component
@Order(3)
class AgainstAdvice implements Control {

    private final LedgerReader ledger;
    private final Named named;

    AgainstAdvice(LedgerReader ledger, Named named) {
        this.ledger = ledger;
        this.named = named;
    }

    @Override
    public String id() {
        return "against-advice";
    }

    @Override
    public String name() {
        return "Tegen het advies alleen met reden";
    }

    @Override
    public String looksAt() {
        return "Ontbreekt bij een besluit tegen het advies waarom ervan is afgeweken? Ter informatie: al deze besluiten.";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        Given given = new Given(ledger);
        ledger.eachAgainstAdvice(entry -> {
            evidence.examined();
            String decided = "Bij '" + entry.step().name() + "' besloot " + named.person(entry.actor()) + " tegen het advies: "
                    + entry.facts().getOrDefault(Facts.OUTCOME_LABEL, entry.outcome()) + ".";
            evidence.inform(Observation.of(entry, decided));
            Optional<String> reason = Optional.ofNullable(entry.facts().get(Facts.REASON_AGAINST))
                    .or(() -> Optional.ofNullable(entry.facts().get(Facts.REASON)));
            if (reason.filter(name -> given.has(entry, name)).isEmpty()) {
                evidence.find(Observation.of(entry, decided + " Waarom staat er niet bij."));
            }
        });
        return evidence;
    }
}
