package nl.tweespoor.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.tweespoor.engine.DossierHistory;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.RemovalRule;
import nl.tweespoor.ledger.ChainRemoval;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.NotWholeException;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes the ledger of what was over for as long as the table said when it ended, and what other rooms keep of it. */
@Component
class LedgerCleanUp {

    private static final Logger log = LoggerFactory.getLogger(LedgerCleanUp.class);

    private final LedgerReader ledger;
    private final ChainRemoval removal;
    private final DossierHistory history;
    private final List<RemovalRule> rules;

    LedgerCleanUp(LedgerReader ledger, ChainRemoval removal, DossierHistory history, List<RemovalRule> rules) {
        this.ledger = ledger;
        this.removal = removal;
        this.history = history;
        this.rules = rules;
    }

    /** Each by itself, so that one that can't go keeps no other. Nodes that do this at once each find what is left. */
    @Scheduled(cron = "${tweespoor.retention.ledger-at}")
    void cleanUp() {
        List<Recorded> due = ledger.newestOfEach(Kind.END.word()).stream().filter(LedgerCleanUp::isDue).toList();
        for (Recorded end : due) {
            try {
                if (remove(end)) {
                    log.info("Grootboek van {} verwijderd: de bewaartermijn is voorbij", end.chain());
                }
            } catch (NotWholeException e) {
                log.error("Het grootboek van {} is NIET verwijderd, want het is veranderd: {}", end.chain(), e.getMessage());
            } catch (RuntimeException e) {
                log.error("Het grootboek van {} kon niet worden verwijderd: {}", end.chain(), e.getMessage(), e);
            }
        }
    }

    private boolean remove(Recorded end) {
        return removal.remove(end.chain(), Entry.Who.system("retention"), end.basis(), Map.of(
                        Facts.ENDED, end.recordedAt().toString(), Facts.LEDGER_UNTIL, end.facts().get(Facts.LEDGER_UNTIL),
                        Facts.LEDGER_GROUND, end.facts().get(Facts.LEDGER_GROUND)),
                () -> history.isOver(end.chain()) && isStillTheLast(end),
                () -> rules.forEach(rule -> rule.removed(end.chain())));
    }

    /** It may have gone on since, and have ended again. */
    private boolean isStillTheLast(Recorded end) {
        return ledger.newest(end.chain(), Kind.END.word()).map(Recorded::sequence).equals(Optional.of(end.sequence()));
    }

    private static boolean isDue(Recorded end) {
        String until = end.facts().get(Facts.LEDGER_UNTIL);
        return !Entry.NO_DOSSIER.equals(end.chain()) && until != null && !until.equals(ModelIds.NEVER)
                && Instant.parse(until).isBefore(EngineClock.now());
    }
}
