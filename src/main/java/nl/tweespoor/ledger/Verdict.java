package nl.tweespoor.ledger;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What a check of the ledger says.
 *
 * @param entries     that were read
 * @param sealedUntil the moment of the newest seal, in UTC; what came after isn't sealed yet. Null when nothing is
 */
public record Verdict(List<Finding> findings, long entries, long chains, long seals, LocalDateTime sealedUntil) {

    /** Whether nothing was changed since it was written, as far as can be seen. */
    public boolean isWhole() {
        return findings.isEmpty();
    }
}
