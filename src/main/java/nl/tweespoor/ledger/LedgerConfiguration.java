package nl.tweespoor.ledger;

import java.time.InstantSource;
import nl.tweespoor.engine.EngineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger writes by the clock of what it records. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    InstantSource ledgerClock() {
        return EngineClock::precise;
    }
}
