package nl.tweespoor.ledger;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By which clock the ledger writes: that of the machine. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    InstantSource ledgerClock() {
        return InstantSource.system();
    }
}
