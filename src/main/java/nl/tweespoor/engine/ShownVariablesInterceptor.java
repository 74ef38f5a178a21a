package nl.tweespoor.engine;

import java.util.Collection;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.beans.DirectFieldAccessor;

/** Adds every {@link ShownVariable}, and what can be chosen, to what whoever may read the form of a task gets of its variables. */
class ShownVariablesInterceptor extends CommandInterceptor {

    private final Rules rules;

    ShownVariablesInterceptor(Rules rules) {
        this.rules = rules;
    }

    @Override
    public <T> T execute(Command<T> command) {
        return !(command instanceof GetTaskFormVariablesCmd) ? next.execute(command) : next.execute(context -> {
            T variables = command.execute(context);
            add(context, new DirectFieldAccessor(command), (VariableMap) variables);
            return variables;
        });
    }

    private void add(CommandContext context, DirectFieldAccessor asked, VariableMap variables) {
        TaskEntity task = context.getTaskManager().findTaskById((String) asked.getPropertyValue("resourceId"));
        var names = (Collection<?>) asked.getPropertyValue("formVariableNames");
        if (task.getExecution() != null) {
            rules.shownAt(DossierTask.of(task)).forEach((name, value) -> {
                if (names == null || names.contains(name)) {
                    variables.putValueTyped(name, asAsked(asked, value.get()));
                }
            });
        }
    }

    /** A page asks what is JSON as text, as it gets it of what is stored. */
    private static TypedValue asAsked(DirectFieldAccessor asked, TypedValue value) {
        return value instanceof JsonValue json && json.isDeserialized() && Boolean.FALSE.equals(asked.getPropertyValue("deserializeObjectValues"))
                ? SpinValues.jsonValue(json.getValue().toString()).create() : value;
    }
}
