package nl.tweespoor.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * When clean-up may take what has ended: as {@link HistoryRetention} says, and not the models. A process with a number is one
 * of several of its dossier, so it gets no date before all of them are over.
 */
class RemovalTimeProvider implements HistoryRemovalTimeProvider {

    private final Rules rules;

    RemovalTimeProvider(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity process, ProcessDefinition model) {
        return process.getBusinessKey() == null ? after(process.getEndTime()) : null;
    }

    @Override
    public Date calculateRemovalTime(HistoricDecisionInstanceEntity decision, DecisionDefinition table) {
        return decision.getProcessInstanceId() == null ? after(decision.getEvaluationTime()) : null;
    }

    @Override
    public Date calculateRemovalTime(HistoricBatchEntity batch) {
        return after(batch.getEndTime());
    }

    /** @param end null while it runs */
    Date after(Date end) {
        return end == null ? null : Context.getCommandContext().runWithoutAuthorization(
                () -> rules.retention().ofWhatHasNoNumber(end.toInstant()).map(Date::from).orElse(null));
    }
}
