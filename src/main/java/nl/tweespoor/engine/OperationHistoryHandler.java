package nl.tweespoor.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Gives an operation on no process, such as a deployment, a date too: by itself the engine would keep it for ever. */
class OperationHistoryHandler implements HistoryEventHandler {

    private final RemovalTimeProvider removal;

    OperationHistoryHandler(RemovalTimeProvider removal) {
        this.removal = removal;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation && operation.getProcessInstanceId() == null
                && operation.getRemovalTime() == null) {
            operation.setRemovalTime(removal.after(operation.getTimestamp()));
        }
    }
}
