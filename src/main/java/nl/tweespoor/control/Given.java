package nl.tweespoor.control;

import java.util.Set;
import nl.tweespoor.ledger.Erasure;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;

/** Whether something was answered. What was erased as it should was answered once, and is no finding. */
final class Given {

    private final Set<Erasure> erasures;

    Given(LedgerReader ledger) {
        erasures = ledger.erasures();
    }

    boolean has(Recorded entry, String name) {
        String value = entry.values().get(name);
        return value != null && !value.isBlank() || erasures.contains(new Erasure(entry.chain(), entry.sequence(), name));
    }
}
