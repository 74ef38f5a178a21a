package nl.tweespoor.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what a transaction has to tell, and writes it as the last thing that the transaction does: a chain is held for
 * a moment only, and what is told is as it was in the end. What happens outside a transaction gets one.
 */
@Component
public class Journal {

    private final Ledger ledger;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Journal(Ledger ledger, TransactionOperations transaction, InstantSource clock) {
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    public void add(Entry entry) {
        add(() -> entry);
    }

    /** @param entry asked for when the transaction is about to end; a dossier gets its number on the way */
    public void add(Supplier<Entry> entry) {
        addIfSo(() -> Optional.of(entry.get()));
    }

    /** @param entry asked for when the transaction is about to end; empty when there is nothing to tell after all */
    public void addIfSo(Supplier<Optional<Entry>> entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            page().tell(entry, clock.instant());
        } else {
            transaction.executeWithoutResult(status -> page().tell(entry, clock.instant()));
        }
    }

    private Page page() {
        Page page = (Page) TransactionSynchronizationManager.getResource(this);
        if (page == null) {
            page = new Page();
            TransactionSynchronizationManager.bindResource(this, page);
            TransactionSynchronizationManager.registerSynchronization(page);
        }
        return page;
    }

    private class Page implements TransactionSynchronization {

        private final List<Supplier<Optional<Ledger.Told>>> entries = new ArrayList<>();

        void tell(Supplier<Optional<Entry>> entry, Instant at) {
            entries.add(() -> entry.get().map(told -> new Ledger.Told(told, at)));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            ledger.appendAsOf(entries.stream().flatMap(entry -> entry.get().stream()).toList());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Journal.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Journal.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Journal.this);
        }
    }
}
