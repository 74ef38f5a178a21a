package nl.tweespoor.moving;

import java.util.Optional;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.VersionChanges;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a dossier to another version and undoes that: what the engine says then, it says when it is done too. */
@Component
class TryOut {

    private final VersionChanges changes;
    private final WhyNot whyNot;
    private final TransactionOperations transaction;

    TryOut(VersionChanges changes, WhyNot whyNot, TransactionOperations transaction) {
        this.changes = changes;
        this.whyNot = whyNot;
        this.transaction = transaction;
    }

    Optional<String> whyNot(String instance, MovePlan plan) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                changes.change(instance, plan.from().id(), plan.to().id());
            });
            return Optional.empty();
        } catch (MigratingProcessInstanceValidationException refused) {
            return Optional.of(whyNot.of(refused, plan.from().id(), plan.to().id(), plan.to().number()));
        } catch (Refusal gone) {
            return Optional.of(gone.getMessage());
        } catch (OptimisticLockingException | ConcurrencyFailureException busy) {
            return Optional.empty();
        }
    }
}
