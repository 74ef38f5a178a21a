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

    /** Both tracks of a dossier have its number; always in the same order, so that nobody waits for each other. */
    private static final String LOCK = "select ID_ from ACT_RU_EXECUTION where ID_ in (select coalesce(D.ID_, R.ID_)"
            + " from ACT_RU_TASK T join ACT_RU_EXECUTION P on P.ID_ = T.PROC_INST_ID_"
            + " join ACT_RU_EXECUTION R on R.ID_ = P.ROOT_PROC_INST_ID_"
            + " left join ACT_RU_EXECUTION D on D.BUSINESS_KEY_ = R.BUSINESS_KEY_ and D.PARENT_ID_ is null"
            + " and D.SUPER_EXEC_ is null where T.ID_ = ?) order by ID_ for update";

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
