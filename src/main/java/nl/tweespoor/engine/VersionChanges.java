package nl.tweespoor.engine;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Takes a process that runs to another version of its model: from each element to the one with the same id, and nowhere else, so
 * that nothing is skipped. It asks nobody's authorizations: whoever offers this decides who may.
 */
@Component
public class VersionChanges {

    /** Of a timer the day stands; of what else is waited for, the new version says the name. */
    private static final Set<String> TIMERS = Set.of(ActivityTypes.BOUNDARY_TIMER, ActivityTypes.START_EVENT_TIMER,
            ActivityTypes.INTERMEDIATE_EVENT_TIMER);

    private final ProcessEngine engine;
    private final Rules rules;

    VersionChanges(ProcessEngine engine, Rules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /**
     * An element of a model.
     *
     * @param name as people read it
     * @param type as the engine calls it, such as {@code userTask}
     * @param form   the id of its form; null when it has none
     * @param openTo who may do it, as the model says it; empty for what is no task
     */
    public record Element(String id, String name, String type, String form, Set<String> openTo) {
    }

    /** By id, in the order of the model. */
    public Map<String, Element> elements(String version) {
        return Unchecked.inCommand(engine, context -> within(model(context, version)).collect(Collectors.toMap(ActivityImpl::getId,
                VersionChanges::element, (one, other) -> one, LinkedHashMap::new)));
    }

    /** The ids of what is the same in both. */
    public Set<String> shared(String before, String after) {
        return Unchecked.inCommand(engine, context -> plan(context, before, after).getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId).collect(Collectors.toSet()));
    }

    /**
     * Within the transaction of who asks it.
     *
     * @throws org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException when it stands where it can't go along
     * @throws Refusal when it is over, or on another version
     */
    public void change(String instance, String before, String after) {
        Unchecked.inCommand(engine, context -> {
            ExecutionEntity running = context.getExecutionManager().findExecutionById(instance);
            if (running == null || !running.getProcessDefinitionId().equals(before)) {
                throw Refusal.conflict("Dit dossier is hier intussen klaar, of staat al op een andere versie.");
            }
            engine.getRuntimeService().newMigration(plan(context, before, after)).processInstanceIds(instance).execute();
            context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(task ->
                    adopt(task, model(context, before), model(context, after)));
            return null;
        });
    }

    /** The engine leaves a task that waits as it was; who may do it is for the new version to say, when that differs. */
    private void adopt(TaskEntity task, ProcessDefinitionEntity before, ProcessDefinitionEntity after) {
        if (after.findActivity(task.getTaskDefinitionKey()).getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            Optional.ofNullable(behavior.getTaskDefinition().getNameExpression())
                    .ifPresent(name -> task.setName((String) name.getValue(task.getExecution())));
            if (!element(before.findActivity(task.getTaskDefinitionKey())).openTo().equals(openTo(behavior.getTaskDefinition()))) {
                giveToOthers(task, behavior);
            }
        }
    }

    private void giveToOthers(TaskEntity task, UserTaskActivityBehavior behavior) {
        Date due = task.getDueDate();
        task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).forEach(task::deleteCandidateGroup);
        task.setAssignee(null);
        behavior.getTaskDecorator().decorate(task, task.getExecution());
        task.setDueDate(due);
        DossierTask ours = DossierTask.of(task);
        rules.onTasks().forEach(rule -> rule.alsoOpenTo(ours).forEach(task::addCandidateGroup));
    }

    private MigrationPlan plan(CommandContext context, String before, String after) {
        List<MigrationInstruction> same = engine.getRuntimeService().createMigrationPlan(before, after).mapEqualActivities()
                .updateEventTriggers().build().getInstructions();
        Map<String, String> types = within(model(context, after)).collect(Collectors.toMap(ActivityImpl::getId, VersionChanges::type,
                (one, other) -> one));
        MigrationPlanBuilder plan = engine.getRuntimeService().createMigrationPlan(before, after);
        for (MigrationInstruction instruction : same) {
            MigrationInstructionBuilder mapped = plan.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            if (instruction.isUpdateEventTrigger() && !TIMERS.contains(types.getOrDefault(instruction.getTargetActivityId(), ""))) {
                mapped.updateEventTrigger();
            }
        }
        return plan.build();
    }

    private static Stream<ActivityImpl> within(ScopeImpl scope) {
        return scope.getActivities().stream().flatMap(activity -> Stream.concat(Stream.of(activity), within(activity)));
    }

    private static String type(ActivityImpl activity) {
        return Optional.ofNullable(activity.getProperties().get(BpmnProperties.TYPE)).orElse("");
    }

    private static Element element(ActivityImpl activity) {
        String name = Optional.ofNullable(activity.getName()).orElse("een stap zonder naam");
        if (!(activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior)) {
            return new Element(activity.getId(), name, type(activity), null, Set.of());
        }
        TaskDefinition task = behavior.getTaskDefinition();
        return new Element(activity.getId(), name, type(activity), Optional.ofNullable(task.getCamundaFormDefinitionKey())
                .map(Expression::getExpressionText).orElse(null),
                openTo(task));
    }

    private static Set<String> openTo(TaskDefinition task) {
        return Stream.concat(task.getCandidateGroupIdExpressions().stream(), Stream.ofNullable(task.getAssigneeExpression()))
                .map(Expression::getExpressionText).collect(Collectors.toSet());
    }

    private static ProcessDefinitionEntity model(CommandContext context, String version) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(version);
    }
}
