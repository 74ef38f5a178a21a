package nl.tweespoor.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * All that the engine can keep, without each earlier value of each variable. Who changed what stands in the ledger, what was
 * submitted with a task in the answers that the engine keeps of it. A called process begins with the values of its dossier, so
 * the engine would write all of them down once more with each call.
 */
class DossierHistoryLevel implements HistoryLevel {

    static final String NAME = "full-without-variable-updates";

    @Override
    public int getId() {
        // Camunda's own are 0 to 3.
        return 10;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL;
    }
}
