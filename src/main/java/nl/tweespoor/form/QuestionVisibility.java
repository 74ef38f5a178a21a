package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Which questions are asked depends on the answers, and a question can hide another one. Found by repeating until
 * nothing changes: the answer to a hidden question counts as none, except for the question itself.
 */
class QuestionVisibility {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FormField> fields;
    private final SubmittedAnswers answers;
    private final Map<String, Object> seen = new HashMap<>();
    private final FormContext context;
    private Set<FormField> hidden = Set.of();

    QuestionVisibility(List<FormField> fields, SubmittedAnswers answers, Function<String, TypedValue> stored) {
        this.fields = fields;
        this.answers = answers;
        context = new FormContext(seen, stored);
        findHidden();
    }

    /** What the expressions of the form see, now that it is known which questions are asked. */
    FormContext context() {
        return context;
    }

    boolean isHidden(FormField field) {
        return hidden.contains(field);
    }

    boolean isReadOnly(FormField field) {
        JsonNode readOnly = field.component().path("readonly");
        return field.isDisabled() || (readOnly.asText().startsWith("=")
                ? Boolean.TRUE.equals(context.evaluate(readOnly.asText())) : readOnly.asBoolean());
    }

    Object computed(FormField field) {
        String expression = field.component().path("expression").asText();
        Object outcome = expression.startsWith("=") ? context.evaluate(expression) : null;
        if (outcome instanceof Number number) {
            return number.doubleValue();
        }
        return outcome instanceof TemporalAccessor ? outcome.toString() : outcome;
    }

    private void findHidden() {
        boolean changed = true;
        for (int round = 0; changed && round <= fields.size(); round++) {
            fillSeen();
            Set<FormField> now = fields.stream().filter(this::hides).collect(Collectors.toSet());
            // Hiding what was empty anyway changes nothing for the others.
            changed = fields.stream().anyMatch(field -> now.contains(field) != hidden.contains(field)
                    && (field.isComputed() || answers.value(field) != null || answers.shown(field) != null));
            hidden = now;
        }
        fillSeen();
    }

    private void fillSeen() {
        seen.clear();
        fields.forEach(field -> see(field, hidden.contains(field) ? null
                : isReadOnly(field) ? answers.shown(field) : answers.value(field)));
        fields.stream().filter(FormField::isComputed).filter(field -> !hidden.contains(field))
                .forEach(field -> see(field, computed(field)));
    }

    private boolean hides(FormField field) {
        if (field.hiddenWhen().isEmpty()) {
            return false;
        }
        boolean wasHidden = hidden.contains(field);
        if (wasHidden) {
            see(field, answers.value(field));
        }
        boolean isHidden = field.hiddenWhen().stream().anyMatch(rule -> Boolean.TRUE.equals(context.evaluate(rule)));
        if (wasHidden) {
            see(field, null);
        }
        return isHidden;
    }

    private void see(FormField field, Object value) {
        Object simple = value instanceof JsonNode json ? JSON.convertValue(json, Object.class)
                : value == PlainValue.UNREADABLE ? null : value;
        if (field.path().size() == 1) {
            seen.put(field.variable(), simple);
            return;
        }
        Object root = seen.computeIfAbsent(field.variable(), name -> answers.known().get(name) instanceof ObjectNode object
                ? JSON.convertValue(object, Map.class) : new HashMap<>());
        put(root, field.path().subList(1, field.path().size()), simple);
    }

    @SuppressWarnings("unchecked")
    private static void put(Object map, List<String> path, Object value) {
        Map<String, Object> names = (Map<String, Object>) map;
        if (path.size() == 1) {
            names.put(path.get(0), value);
        } else {
            put(names.compute(path.get(0), (name, inner) -> inner instanceof Map ? inner : new HashMap<>()),
                    path.subList(1, path.size()), value);
        }
    }
}
