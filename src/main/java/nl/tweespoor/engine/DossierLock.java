package nl.tweespoor.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Lets people complete the tasks of one dossier after each other. The engine reads a task, its execution and its
 * variables one by one; when a colleague finishes in between it stumbles over half of what was there. It also refuses one
 * of two who complete different tasks at the same moment, for no reason that they could understand.
 */
class DossierLock {

    private static final String LOCK = "select ID_ from ACT_RU_EXECUTION where ID_ = (select E.ROOT_PROC_INST_ID_"
            + " from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_ where T.ID_ = ?) for update";

    private DossierLock() {
    }

    /** Waits for its turn, until the end of the transaction; without such a task there is nothing to wait for. */
    static void await(CommandContext context, String taskId) {
        try (PreparedStatement lock =
                context.getDbSqlSession().getSqlSession().getConnection().prepareStatement(LOCK)) {
            lock.setString(1, taskId);
            lock.executeQuery().close();
        } catch (SQLException e) {
            throw new ProcessEngineException("No turn for task " + taskId, e);
        }
    }
}
