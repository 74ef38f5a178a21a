package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.tweespoor.engine.Feel;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What the expressions of a form see: the answers, and else what the task knew already. An unanswered question is null,
 * as in Tasklist, where the engine would fail on an unknown name.
 */
record FormContext(Map<String, Object> answers, Function<String, TypedValue> stored)
        implements VariableContext {

    @Override
    public TypedValue resolve(String name) {
        if (answers.containsKey(name)) {
            return Variables.untypedValue(answers.get(name));
        }
        TypedValue value = stored.apply(name);
        return value == null ? Variables.untypedNullValue() : value;
    }

    @Override
    public boolean containsVariable(String name) {
        return true;
    }

    @Override
    public Set<String> keySet() {
        // Names are looked up one by one; a list of all would be copied at every evaluation.
        return Set.of();
    }

    /** The outcome of an expression as a form writes it, with a leading {@code =}; null when it has none. */
    Object evaluate(String expression) {
        try {
            return Feel.evaluate(expression.substring(1), this);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** A number that the form sets an answer, such as the longest text; null for none. It can be an expression too. */
    BigDecimal limit(FormField field, String name) {
        JsonNode limit = field.rule(name);
        return limit.isTextual() && limit.asText().startsWith("=")
                ? Decimals.of(evaluate(limit.asText()), false) : Decimals.of(limit.asText(), true);
    }
}
