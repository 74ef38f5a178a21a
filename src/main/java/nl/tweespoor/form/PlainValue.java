package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/**
 * A variable without the wrapping of the engine: null, a text, a boolean, a number, Json, or {@link #UNREADABLE} for
 * all that no form asks, such as files and Java objects, which are not even unpacked.
 */
final class PlainValue {

    static final Object UNREADABLE = new Object();

    private static final Set<ValueType> SIMPLE = Set.of(ValueType.NULL, ValueType.STRING, ValueType.BOOLEAN,
            ValueType.INTEGER, ValueType.LONG, ValueType.SHORT, ValueType.DOUBLE, ValueType.NUMBER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainValue() {
    }

    static Object of(Object variable) {
        if (variable instanceof JsonValue json) {
            return parsed(json);
        }
        if (variable instanceof ObjectValue object) {
            return object.isDeserialized() ? of(object.getValue()) : UNREADABLE;
        }
        if (variable instanceof TypedValue untyped && untyped.getType() == null) {
            return of(untyped.getValue());
        }
        if (variable instanceof TypedValue typed) {
            return SIMPLE.contains(typed.getType()) ? typed.getValue() : UNREADABLE;
        }
        if (variable instanceof SpinJsonNode json) {
            return json.unwrap();
        }
        if (variable instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
            return JSON.valueToTree(List.copyOf(list));
        }
        return variable == null || variable instanceof String || variable instanceof Boolean
                || variable instanceof Number ? variable : UNREADABLE;
    }

    /** Json that a caller sent as text, without naming its type. */
    static Object parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (Exception e) {
            return UNREADABLE;
        }
    }

    /** What stands within Json, as it would be when it were a variable of its own. */
    static Object within(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        return json.isTextual() ? json.textValue() : json.isBoolean() ? (Object) json.booleanValue()
                : json.isNumber() ? json.numberValue() : json;
    }

    static boolean isNothing(Object plain) {
        return plain == null || plain instanceof String text && !VisibleText.isIn(text) || Boolean.FALSE.equals(plain)
                || plain instanceof JsonNode json && (json.isNull() || json.isContainerNode() && json.isEmpty());
    }

    private static Object parsed(JsonValue json) {
        try {
            SpinJsonNode node = json.getValue();
            return node == null ? null : node.unwrap();
        } catch (RuntimeException e) {
            return UNREADABLE;
        }
    }
}
