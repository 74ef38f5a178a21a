package nl.tweespoor.recording;

import nl.tweespoor.engine.DossierTurn;
import nl.tweespoor.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whoever completes a task will write in the chain of its dossier, so holding that chain is holding the turn: one lock for
 * both. What has no chain of its own, such as a process with a business key that is no name, waits for its root.
 */
@Component
class LedgerTurn implements DossierTurn {

    private static final String ROOT = " from ACT_RU_TASK T join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_"
            + " join ACT_RU_EXECUTION R on R.ID_ = P.ROOT_PROC_INST_ID_ where T.ID_ = ?";

    private final Ledger ledger;
    private final JdbcTemplate jdbc;

    LedgerTurn(Ledger ledger, JdbcTemplate jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Override
    public void await(String taskId) {
        if (!ledger.hold("select R.BUSINESS_KEY_" + ROOT, taskId)) {
            jdbc.queryForList("select ID_ from ACT_RU_EXECUTION where ID_ = (select R.ID_" + ROOT + ") for update",
                    String.class, taskId);
        }
    }
}
