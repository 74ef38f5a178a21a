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
import nl.tweespoor.reading.ReadingLog;
import nl.tweespoor.recording.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes away what was over for as long as the table said when it ended: first the engine's history, then the ledger, with
 * what other rooms keep of it. Until then nothing is written in the history: when a dossier ends someone waits, at night nobody.
 */
@Component
class CleanUp {

    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);

    private final LedgerReader ledger;
    private final ChainRemoval removal;
    private final DossierHistory history;
    private final List<RemovalRule> rules;
    private final TransactionOperations transaction;
    private final RetentionTables tables;
    private final ReadingLog readings;

    CleanUp(LedgerReader ledger, ChainRemoval removal, DossierHistory history, List<RemovalRule> rules,
            TransactionOperations transaction, RetentionTables tables, ReadingLog readings) {
        this.ledger = ledger;
        this.removal = removal;
        this.history = history;
        this.rules = rules;
        this.transaction = transaction;
        this.tables = tables;
        this.readings = readings;
    }

    /** Each by itself, so that one that can't go keeps no other. Nodes that do this at once each find what is left. */
    @Scheduled(cron = "${tweespoor.retention.at}")
    void cleanUp() {
        for (Recorded end : ledger.newestOfEach(Kind.END.word())) {
            try {
                if (isDue(end, Facts.HISTORY_UNTIL)) {
                    transaction.executeWithoutResult(status -> letHistoryGo(end));
                }
                if (isDue(end, Facts.LEDGER_UNTIL) && remove(end)) {
                    log.info("Logboek van {} verwijderd: de bewaartermijn is voorbij", end.chain());
                }
            } catch (NotWholeException e) {
                log.error("Het logboek van {} is NIET verwijderd, want het is veranderd: {}", end.chain(), e.getMessage());
            } catch (RuntimeException e) {
                log.error("Wat er over {} is, kon niet worden verwijderd: {}", end.chain(), e.getMessage(), e);
            }
        }
        forgetReadings();
    }

    /** By the table of this night: a reading has no end at which something could be said. */
    private void forgetReadings() {
        try {
            tables.newest().table().of(ModelIds.READINGS).before(EngineClock.now()).map(readings::forgetBefore)
                    .filter(gone -> gone > 0).ifPresent(gone -> log.info("{} inzagen verwijderd: de bewaartermijn is voorbij", gone));
        } catch (RuntimeException e) {
            log.error("Oude inzagen konden niet worden verwijderd: {}", e.getMessage(), e);
        }
    }

    /** The engine's own clean-up takes it in its window of this night. */
    private void letHistoryGo(Recorded end) {
        if (isStillOver(end)) {
            history.goesAt(end.chain(), until(end, Facts.HISTORY_UNTIL).orElseThrow());
        }
    }

    private boolean remove(Recorded end) {
        return removal.remove(end.chain(), Entry.Who.system("retention"), end.basis(), Map.of(
                        Facts.ENDED, end.recordedAt().toString(), Facts.LEDGER_UNTIL, end.facts().get(Facts.LEDGER_UNTIL),
                        Facts.LEDGER_GROUND, end.facts().get(Facts.LEDGER_GROUND)),
                () -> isStillOver(end), () -> removed(end));
    }

    private void removed(Recorded end) {
        // Nobody could tell afterwards until when it stays.
        until(end, Facts.HISTORY_UNTIL).ifPresent(moment -> history.goesAt(end.chain(), moment));
        rules.forEach(rule -> rule.removed(end.chain()));
    }

    /** It may have gone on since, and have ended again. */
    private boolean isStillOver(Recorded end) {
        return history.isOver(end.chain()) && ledger.newest(end.chain(), Kind.END.word()).map(Recorded::sequence).equals(Optional.of(end.sequence()));
    }

    private static boolean isDue(Recorded end, String fact) {
        return until(end, fact).filter(moment -> moment.isBefore(EngineClock.now())).isPresent();
    }

    /** Empty for what stays for ever. */
    private static Optional<Instant> until(Recorded end, String fact) {
        return Optional.ofNullable(end.facts().get(fact))
                .filter(moment -> !moment.equals(ModelIds.NEVER) && !Entry.NO_DOSSIER.equals(end.chain())).map(Instant::parse);
    }
}
