package nl.tweespoor.ledger;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import nl.tweespoor.Tweespoor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tweespoor with a journal that forgets, to measure what writing one costs. It has no annotation, as everything that has one
 * is found by every test.
 */
public class WithoutLedger {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Tweespoor.class, WithoutLedger.class);
        application.setAllowBeanDefinitionOverriding(true);
        application.run(args);
    }

    @Bean
    Journal journal(Ledger ledger, TransactionOperations transaction, InstantSource clock) {
        return new Journal(ledger, transaction, clock) {
            @Override
            public void addIfSo(Supplier<Optional<Entry>> entry) {
                // Nothing is kept.
            }
        };
    }
}
