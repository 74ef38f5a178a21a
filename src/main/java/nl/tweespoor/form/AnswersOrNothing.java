package nl.tweespoor.form;

import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Lets FEEL see an unanswered question as null, as Tasklist does, where the engine would fail on an unknown name. */
record AnswersOrNothing(VariableScope answers) implements VariableContext {

    @Override
    public TypedValue resolve(String name) {
        TypedValue value = answers.getVariableTyped(name);
        return value == null ? Variables.untypedNullValue() : value;
    }

    @Override
    public boolean containsVariable(String name) {
        return true;
    }

    @Override
    public Set<String> keySet() {
        return answers.getVariableNames();
    }
}
