package nl.tweespoor.control;

import java.util.Collections;
import java.util.List;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.recording.Facts;
import nl.tweespoor.recording.Kind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A task is done by its groups, or by the one person whom the model names. */
@Component
@Order(5)
class OutsideGroup implements Control {

    private final LedgerReader ledger;
    private final Named named;

    OutsideGroup(LedgerReader ledger, Named named) {
        this.ledger = ledger;
        this.named = named;
    }

    @Override
    public String id() {
        return "group";
    }

    @Override
    public String name() {
        return "Taken zijn gedaan door hun groep";
    }

    @Override
    public String looksAt() {
        return "Deed iemand een taak zonder op dat moment in een groep van die taak te zitten?";
    }

    @Override
    public Evidence examine() {
        Evidence evidence = new Evidence();
        ledger.eachByPersons(Kind.TASK.word(), entry -> {
            List<String> openTo = Facts.listed(entry.facts().get(Facts.GROUPS));
            boolean ofOnePerson = openTo.isEmpty() || entry.facts().containsKey(Facts.NAMED);
            evidence.examined();
            if (!ofOnePerson && Collections.disjoint(openTo, entry.groups())) {
                evidence.find(Observation.of(entry, named.person(entry.actor()) + " deed '" + entry.step().name()
                        + "'. Die taak was voor " + named.groups(openTo) + "; " + named.person(entry.actor()) + " zat toen in "
                        + named.groups(entry.groups()) + "."));
            }
        });
        return evidence;
    }
}
