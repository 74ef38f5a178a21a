package nl.tweespoor.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a whole chain out of the ledger, never a part, and leaves behind that it did. Nothing goes that doesn't verify. */
@Component
public class ChainRemoval {

    private final Ledger ledger;
    private final LedgerVerifier verifier;
    private final TransactionTemplate own;

    ChainRemoval(Ledger ledger, LedgerVerifier verifier, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.verifier = verifier;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Removes a chain in a transaction of its own. Of several nodes that try at once, one does.
     *
     * @param by    who removes it
     * @param basis the exact table that says how long it stays
     * @param why   as facts, so without names of persons
     * @param may   asked once nobody can write to the chain any more; when it says no, everything stays
     * @param along what goes with it, in the same transaction
     * @return whether this removed it
     * @throws NotWholeException        when something in the chain isn't as it was written; then everything stays
     * @throws IllegalArgumentException for {@link Entry#NO_DOSSIER}, which never ends
     */
    public boolean remove(String chain, Entry.Who by, List<Entry.Basis> basis, Map<String, String> why, BooleanSupplier may,
            Runnable along) {
        return Boolean.TRUE.equals(own.execute(transaction -> {
            boolean removed = ledger.remove(chain, by, basis, why, () -> may.getAsBoolean() && isWhole(chain));
            if (removed) {
                along.run();
            }
            return removed;
        }));
    }

    private boolean isWhole(String chain) {
        List<Finding> findings = verifier.verify(chain);
        if (!findings.isEmpty()) {
            throw new NotWholeException(findings);
        }
        return true;
    }
}
