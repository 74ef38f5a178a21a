package nl.tweespoor.moving;

import nl.tweespoor.engine.DossierTurn;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.engine.VersionChanges;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what waits to its other version, each dossier in a transaction of its own: one that can't go keeps no other. After a
 * restart it goes on, and of nodes that do this at once each takes what is left.
 */
@Component
class Mover {

    private static final Logger log = LoggerFactory.getLogger(Mover.class);
    /** Other work that comes by itself has its turn in between. */
    private static final int AT_ONCE = 50;

    private final MoveRepository moves;
    private final VersionChanges changes;
    private final DossierTurn turn;
    private final WhyNot whyNot;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    Mover(MoveRepository moves, VersionChanges changes, DossierTurn turn, WhyNot whyNot, TransactionOperations transaction, JdbcClient jdbc) {
        this.moves = moves;
        this.changes = changes;
        this.turn = turn;
        this.whyNot = whyNot;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelayString = "${tweespoor.moving.every}", fixedDelayString = "${tweespoor.moving.every}")
    void go() {
        moves.waiting(AT_ONCE).forEach(this::move);
    }

    private void move(MoveRepository.Waiting waiting) {
        Move move = waiting.move();
        try {
            transaction.executeWithoutResult(status -> {
                if (moves.take(waiting)) {
                    awaitTurn(waiting.instance());
                    changes.change(waiting.instance(), move.from(), move.to());
                    moves.moved(waiting);
                }
            });
        } catch (OptimisticLockingException | ConcurrencyFailureException busy) {
            log.debug("{} is busy, and gets its turn later", waiting.number());
        } catch (MigratingProcessInstanceValidationException refused) {
            moves.stayed(waiting, whyNot.of(refused, move.from(), move.to(), move.toNumber()));
        } catch (Refusal refused) {
            moves.stayed(waiting, refused.getMessage());
        } catch (RuntimeException e) {
            log.error("{} kon niet naar versie {} van {}: {}", waiting.number(), move.toNumber(), move.process(), e.getMessage(), e);
            moves.stayed(waiting, "Het lukte niet. Vraag uw beheerder om in het log van Tweespoor te kijken.");
        }
    }

    /** Whoever completes a task there goes first. */
    private void awaitTurn(String instance) {
        jdbc.sql("select id_ from act_ru_task where proc_inst_id_ = ? fetch first 1 rows only").param(instance).query(String.class)
                .optional().ifPresent(turn::await);
    }
}
