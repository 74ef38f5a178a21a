package nl.tweespoor.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ConditionEvaluationBuilderImpl;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.SignalEventReceivedBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Whichever way a person completes a task or starts a process, only answers to its form come in. Else a caller could
 * bring an advice or a decision of its own. What the engine does by itself, such as handing over, is no person's submit.
 */
class FormSubmissionInterceptor extends CommandInterceptor {

    private final Rules rules;

    FormSubmissionInterceptor(Rules rules) {
        this.rules = rules;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Consumer<CommandContext> check = Context.getCommandContext() == null ? checkOf(command) : null;
        return check == null ? next.execute(command) : next.execute(context -> {
            check.accept(context);
            return command.execute(context);
        });
    }

    /** Null for a command that brings no answers. The engine keeps what a command brings in fields without a getter. */
    private Consumer<CommandContext> checkOf(Command<?> command) {
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        if (command instanceof ResolveTaskCmd && variables(fields, "variables").isEmpty()) {
            return null; // Hands the task back as it is; who completes it is still asked everything.
        }
        if (command instanceof CompleteTaskCmd) {
            return context -> checkTask(context, fields, "variables");
        }
        if (command instanceof SubmitTaskFormCmd) {
            return context -> checkTask(context, fields, "properties");
        }
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            return context -> {
                mayWorkOn(context, (String) fields.getPropertyValue("taskId"));
                acceptNothing(variables(fields, "variables"));
            };
        }
        if (command instanceof SubmitStartFormCmd) {
            return context -> {
                ProcessDefinitionEntity definition =
                        definition(context, (String) fields.getPropertyValue("processDefinitionId"));
                fields.setPropertyValue("variables",
                        Variables.fromMap(start(context, definition, variables(fields, "variables"))));
            };
        }
        if (command instanceof StartProcessInstanceCmd) {
            var builder = (ProcessInstantiationBuilderImpl) fields.getPropertyValue("instantiationBuilder");
            return context -> {
                ProcessDefinitionEntity definition = new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
                Map<String, Object> accepted = start(context, definition, builder.getVariables());
                builder.getVariables().clear();
                builder.getVariables().putAll(accepted);
            };
        }
        return checkOfEvent(command, fields);
    }

    /** An event can start a process too, and then never has a form. */
    private Consumer<CommandContext> checkOfEvent(Command<?> command, DirectFieldAccessor fields) {
        if (command instanceof AbstractCorrelateMessageCmd) {
            var builder = (MessageCorrelationBuilderImpl) fields.getPropertyValue("builder");
            Map<String, Object> variables = new HashMap<>();
            Stream.of(builder.getPayloadProcessInstanceVariables(), builder.getPayloadProcessInstanceVariablesLocal(),
                    builder.getPayloadProcessInstanceVariablesToTriggeredScope()).filter(Objects::nonNull)
                    .forEach(some -> some.keySet().forEach(name -> variables.put(name, null)));
            return context -> context.getEventSubscriptionManager()
                    .findMessageStartEventSubscriptionByName(builder.getMessageName())
                    .forEach(subscription -> startWithoutForm(context, subscription, variables));
        }
        if (command instanceof SignalEventReceivedCmd) {
            var builder = (SignalEventReceivedBuilderImpl) fields.getPropertyValue("builder");
            return context -> context.getEventSubscriptionManager()
                    .findSignalEventSubscriptionsByEventName(builder.getSignalName()).stream()
                    .filter(subscription -> subscription.getExecutionId() == null)
                    .forEach(subscription -> startWithoutForm(context, subscription, builder.getVariables()));
        }
        if (command instanceof EvaluateStartConditionCmd) {
            var builder = (ConditionEvaluationBuilderImpl) fields.getPropertyValue("builder");
            return context -> acceptNothing(builder.getVariables());
        }
        return null;
    }

    private void checkTask(CommandContext context, DirectFieldAccessor fields, String name) {
        TaskEntity task = mayWorkOn(context, (String) fields.getPropertyValue("taskId"));
        if (task != null) {
            fields.setPropertyValue(name, Variables.fromMap(accepted(task, variables(fields, name))));
        }
    }

    /** Who may not do this hears that first, and nothing of the form. Null when there is no such task. */
    private TaskEntity mayWorkOn(CommandContext context, String taskId) {
        if (taskId == null) {
            return null;
        }
        rules.turns().await(taskId);
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
        }
        return task;
    }

    private Map<String, Object> start(CommandContext context, ProcessDefinitionEntity definition,
            Map<String, Object> variables) {
        mayStart(context, definition);
        return accepted(new Submission(rules.actor(), Optional.empty(), DeployedForms.ofStart(definition), variables,
                name -> null));
    }

    private Map<String, Object> accepted(TaskEntity task, Map<String, Object> answers) {
        if (task.getExecution() == null) {
            return acceptNothing(answers); // A task that belongs to no process.
        }
        DossierTask ours = DossierTask.of(task);
        Map<String, Supplier<TypedValue>> options = rules.optionsAt(ours);
        return accepted(new Submission(rules.actor(), Optional.of(ours), DeployedForms.ofTask(ours), answers,
                name -> options.getOrDefault(name, () -> task.getVariableTyped(name, false)).get()));
    }

    private Map<String, Object> acceptNothing(Map<String, Object> answers) {
        return accepted(new Submission(rules.actor(), Optional.empty(), Optional.empty(), answers, name -> null));
    }

    private Map<String, Object> accepted(Submission submission) {
        Submission left = submission;
        for (SubmissionRule rule : rules.onSubmissions()) {
            left = left.with(rule.accept(left));
        }
        return left.answers();
    }

    private void startWithoutForm(CommandContext context, EventSubscriptionEntity subscription,
            Map<String, Object> variables) {
        mayStart(context, definition(context, subscription.getConfiguration()));
        acceptNothing(variables);
    }

    private static void mayStart(CommandContext context, ProcessDefinitionEntity definition) {
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(definition);
        }
    }

    private static ProcessDefinitionEntity definition(CommandContext context, String id) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    @SuppressWarnings("unchecked")
    private static VariableMap variables(DirectFieldAccessor fields, String name) {
        return Variables.fromMap((Map<String, Object>) fields.getPropertyValue(name));
    }
}
