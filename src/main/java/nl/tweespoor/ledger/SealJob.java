package nl.tweespoor.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals at a fixed rhythm. What doesn't verify is said each time, until someone looks at it. */
@Component
class SealJob {

    private static final Logger log = LoggerFactory.getLogger(SealJob.class);

    private final Seals seals;

    SealJob(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(cron = "${tweespoor.ledger.seal-at}")
    void seal() {
        try {
            seals.seal().ifPresent(seal -> log.info("Logboek verzegeld: zegel {}, {} regels van {} dossiers en andere reeksen",
                    seal.number(), seal.entries(), seal.chains()));
        } catch (NotWholeException e) {
            log.error("Het logboek is NIET verzegeld, want het is veranderd: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("Het zegel van het logboek kon niet worden gemaakt of verstuurd: {}", e.getMessage(), e);
        }
    }
}
