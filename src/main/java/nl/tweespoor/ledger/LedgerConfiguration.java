package nl.tweespoor.ledger;

import java.time.InstantSource;
import nl.tweespoor.engine.EngineClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The ledger writes by the clock of what it records. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LedgerConfiguration {

    @Bean
    InstantSource ledgerClock() {
        return EngineClock::precise;
    }
}
