package nl.tweespoor.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The level {@code full}, in the place of Camunda's own. A called process begins with the values of its dossier; the engine
 * would write each of them down once more as a change, thousands in a dossier, though nobody changed anything.
 */
class HistoryWithoutCopies extends HistoryLevelFull {

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                || !(entity instanceof HistoricVariableUpdateEventEntity change && isCopy(change));
    }

    private static boolean isCopy(HistoricVariableUpdateEventEntity change) {
        ExecutionEntity instance = Context.getCommandContext().getExecutionManager().findExecutionById(change.getProcessInstanceId());
        boolean begins = instance != null && instance.getActivityInstanceId() == null;
        return begins && instance.getSuperExecutionId() != null;
    }
}
