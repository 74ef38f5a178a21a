package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What came in for a form, without what a caller wrapped it in, beside what was there before. */
class SubmittedAnswers {

    private final List<FormField> fields;
    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Map<String, Object> known = new HashMap<>();

    SubmittedAnswers(List<FormField> fields, Map<String, Object> submitted, Function<String, TypedValue> stored) {
        this.fields = fields;
        fields.forEach(field -> known.computeIfAbsent(field.variable(), name -> PlainValue.of(stored.apply(name))));
        VariableMap typed = Variables.fromMap(submitted);
        typed.keySet().forEach(name -> given.put(name, readable(PlainValue.of(typed.getValueTyped(name)))));
        Set<String> objects = fields.stream().filter(field -> field.path().size() > 1).map(FormField::variable)
                .collect(Collectors.toSet());
        given.replaceAll((name, value) -> objects.contains(name) && value instanceof String text
                ? PlainValue.parsed(text) : value);
    }

    /** What was there before, by the name of the variable. */
    Map<String, Object> known() {
        return known;
    }

    boolean isGiven(FormField field) {
        return given.containsKey(field.variable())
                && (field.path().size() == 1 || !at(field, given.get(field.variable())).isMissingNode());
    }

    Object given(FormField field) {
        return at(field, given);
    }

    Object known(FormField field) {
        return at(field, known);
    }

    Object value(FormField field) {
        return isGiven(field) ? given(field) : known(field);
    }

    /** What Tasklist shows before anyone types: what was there, or else the default of the form. */
    Object shown(FormField field) {
        return known(field) == null ? PlainValue.within(field.component().path("defaultValue")) : known(field);
    }

    /** The names of what no question of the form asks. */
    List<String> notAsked() {
        List<String> names = new ArrayList<>();
        given.forEach((name, value) -> addNotAsked(List.of(name), value, names));
        return names;
    }

    private void addNotAsked(List<String> path, Object value, List<String> names) {
        if (fields.stream().anyMatch(field -> field.path().equals(path))) {
            return;
        }
        boolean group = fields.stream().anyMatch(field -> field.path().size() > path.size()
                && field.path().subList(0, path.size()).equals(path));
        if (group && value instanceof JsonNode object && object.isObject()) {
            object.fields().forEachRemaining(entry -> addNotAsked(
                    Stream.concat(path.stream(), Stream.of(entry.getKey())).toList(), entry.getValue(), names));
        } else if (!group || !PlainValue.isNothing(value)) {
            names.add(String.join(".", path));
        }
    }

    private static Object at(FormField field, Map<String, Object> variables) {
        Object root = variables.get(field.variable());
        return field.path().size() == 1 ? root : readable(PlainValue.within(at(field, root)));
    }

    /** What nobody can read was not answered. */
    private static Object readable(Object answer) {
        return answer instanceof String text && !VisibleText.isIn(text) ? "" : answer;
    }

    private static JsonNode at(FormField field, Object root) {
        JsonNode json = root instanceof JsonNode node ? node : MissingNode.getInstance();
        for (String step : field.path().subList(1, field.path().size())) {
            json = json.path(step);
        }
        return json;
    }
}
