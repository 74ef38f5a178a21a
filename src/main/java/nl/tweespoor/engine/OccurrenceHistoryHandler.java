package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Tells every {@link OccurrenceRule} what the engine writes in its history of operations and of timers. */
class OccurrenceHistoryHandler implements HistoryEventHandler {

    private static final String TIMER = "timer-";

    private final Rules rules;

    OccurrenceHistoryHandler(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation) {
            rules.actor().ifPresent(actor -> tell(operation, actor));
        } else if (event instanceof HistoricJobLogEvent job && job.isSuccessLog() && isTimer(job)) {
            ProcessDefinitionEntity process = Context.getProcessEngineConfiguration().getDeploymentCache()
                    .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
            var element = process.findActivity(job.getActivityId());
            DossierStep timer = new DossierStep(ModelVersion.of(process), job.getActivityId(),
                    element == null ? null : element.getName(), numberOf(job.getProcessInstanceId()).orElse(null));
            rules.onOccurrences().forEach(rule -> rule.timerFired(timer));
        } else if (event instanceof HistoricProcessInstanceEventEntity instance
                && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            VersionChange change = new VersionChange(rules.actor().or(this::whoMadeTheBatch), instance.getProcessInstanceId(),
                    ModelVersion.of(Context.getProcessEngineConfiguration().getDeploymentCache()
                            .findDeployedProcessDefinitionById(instance.getProcessDefinitionId())),
                    numberOf(instance.getProcessInstanceId()).orElse(null));
            rules.onOccurrences().forEach(rule -> rule.goesOver(change));
        }
    }

    /** A batch works when nobody is logged in; the engine remembers who made it. */
    private Optional<Actor> whoMadeTheBatch() {
        return Optional.ofNullable(Context.getCommandContext().getCurrentJob()).flatMap(job -> Context.getProcessEngineConfiguration()
                .getManagementService().createBatchQuery().list().stream()
                .filter(batch -> batch.getBatchJobDefinitionId().equals(job.getJobDefinitionId())).findFirst())
                .map(Batch::getCreateUserId).map(rules::actor);
    }

    private void tell(UserOperationLogEntryEventEntity operation, Actor actor) {
        Operation ours = new Operation(actor, operation.getOperationType(), operation.getEntityType(),
                numberOf(operation.getProcessInstanceId()), operation.getProcessDefinitionKey(), operation.getTaskId(),
                operation.getProperty(), operation.getOrgValue(), operation.getNewValue(), operation.getAnnotation());
        rules.onOccurrences().forEach(rule -> rule.done(ours));
    }

    private static boolean isTimer(HistoricJobLogEvent job) {
        return job.getJobDefinitionType() != null && job.getJobDefinitionType().startsWith(TIMER)
                && job.getProcessDefinitionId() != null;
    }

    /** The business key of a process that runs, or did until a moment ago. */
    private static Optional<String> numberOf(String processInstanceId) {
        if (processInstanceId == null) {
            return Optional.empty();
        }
        CommandContext context = Context.getCommandContext();
        ExecutionEntity running = context.getExecutionManager().findExecutionById(processInstanceId);
        if (running != null) {
            return Optional.ofNullable(running.getProcessBusinessKey());
        }
        HistoricProcessInstanceEntity past =
                context.getHistoricProcessInstanceManager().findHistoricProcessInstance(processInstanceId);
        return Optional.ofNullable(past).map(HistoricProcessInstanceEntity::getBusinessKey);
    }
}
