package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** One set of answers that is held against its form. What is stored is made here anew, whatever a caller wrapped it in. */
class Submit {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 60;

    private final List<FormField> fields;
    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Object> seen = new HashMap<>();
    private final Problems problems = new Problems();
    private final FormContext context;
    private Set<FormField> hidden = Set.of();

    Submit(List<FormField> fields, Map<String, Object> submitted, Function<String, TypedValue> stored, FeelEngine feel) {
        this.fields = fields;
        context = new FormContext(seen, stored, feel);
        fields.forEach(field -> known.computeIfAbsent(field.variable(), name -> Plain.of(stored.apply(name))));
        VariableMap typed = Variables.fromMap(submitted);
        typed.keySet().forEach(name -> given.put(name, Plain.of(typed.getValueTyped(name))));
        Set<String> objects = fields.stream().filter(field -> field.path().size() > 1).map(FormField::variable)
                .collect(Collectors.toSet());
        given.replaceAll((name, value) -> objects.contains(name) && value instanceof String text
                ? Plain.parsed(text) : value);
    }

    /** What to store. Refuses when anything is wrong, and then says all of it. */
    Map<String, Object> accepted() {
        refuseWhatIsNotAsked();
        findHidden();
        Answers answers = new Answers(known);
        AnswerRules rules = new AnswerRules(context, problems);
        for (FormField field : fields) {
            if (hidden.contains(field)) {
                refuseChange(field, known(field), "Laat leeg, want dit hoort nu niet bij uw antwoorden");
                if (!Plain.isNothing(known(field))) {
                    answers.put(field, null);
                }
            } else if (field.isComputed()) {
                answers.put(field, computed(field));
            } else if (isReadOnly(field)) {
                refuseChange(field, shown(field), "Laat zoals het is");
                refuseOpen(field, shown(field));
            } else if (!refuseOpen(field, value(field))) {
                Object answer = rules.check(field, value(field));
                if (isGiven(field)) {
                    answers.put(field, answer);
                }
            }
        }
        problems.refuse();
        return answers.toStore();
    }

    // What came in, and what was there

    private boolean isGiven(FormField field) {
        return given.containsKey(field.variable())
                && (field.path().size() == 1 || !at(field, given.get(field.variable())).isMissingNode());
    }

    private Object given(FormField field) {
        return field.path().size() == 1 ? given.get(field.variable())
                : Plain.within(at(field, given.get(field.variable())));
    }

    private Object known(FormField field) {
        return field.path().size() == 1 ? known.get(field.variable())
                : Plain.within(at(field, known.get(field.variable())));
    }

    private static JsonNode at(FormField field, Object root) {
        JsonNode json = root instanceof JsonNode node ? node : JSON.missingNode();
        for (String step : field.path().subList(1, field.path().size())) {
            json = json.path(step);
        }
        return json;
    }

    private Object value(FormField field) {
        return isGiven(field) ? given(field) : known(field);
    }

    /** What Tasklist shows before anyone types: what was there, or else the default of the form. */
    private Object shown(FormField field) {
        return known(field) == null ? Plain.within(field.component().path("defaultValue")) : known(field);
    }

    // What may not come in

    private void refuseWhatIsNotAsked() {
        List<String> names = new ArrayList<>();
        given.forEach((name, value) -> notAsked(List.of(name), value, names));
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? ", en nog " + (names.size() - MOST_NAMES) : "";
            problems.add("Stuur alleen antwoorden op de vragen van het formulier, dus niet",
                    names.stream().limit(MOST_NAMES).map(Submit::readable).collect(Collectors.joining(", ")) + more);
        }
    }

    private void notAsked(List<String> path, Object value, List<String> names) {
        if (fields.stream().anyMatch(field -> field.path().equals(path))) {
            return;
        }
        boolean group = fields.stream().anyMatch(field -> field.path().size() > path.size()
                && field.path().subList(0, path.size()).equals(path));
        if (group && value instanceof JsonNode object && object.isObject()) {
            object.fields().forEachRemaining(entry -> notAsked(
                    Stream.concat(path.stream(), Stream.of(entry.getKey())).toList(), entry.getValue(), names));
        } else if (!group || !Plain.isNothing(value)) {
            names.add(String.join(".", path));
        }
    }

    /** A name that a stranger chose, fit for a sentence. */
    private static String readable(String name) {
        String printable = name.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) + "..." : printable;
    }

    /** Tasklist sends what is read-only along; it may stay away, or come back as it was. */
    private void refuseChange(FormField field, Object before, String whatToDo) {
        if (isGiven(field) && !Plain.isNothing(given(field)) && !isSame(before, given(field))) {
            problems.add(whatToDo, field.label());
        }
    }

    private boolean refuseOpen(FormField field, Object value) {
        boolean open = field.isRequired() && Plain.isNothing(value);
        if (open) {
            problems.add("Vul nog in", field.label());
        }
        return open;
    }

    /** As far as Tasklist leaves a value the way it was: it makes one line of a text field and drops lost options. */
    private static boolean isSame(Object before, Object now) {
        if (before instanceof Number && now instanceof Number) {
            return new BigDecimal(before.toString()).compareTo(new BigDecimal(now.toString())) == 0;
        }
        if (before instanceof JsonNode list && list.isArray() && now instanceof JsonNode some && some.isArray()) {
            return StreamSupport.stream(some.spliterator(), false).allMatch(one ->
                    StreamSupport.stream(list.spliterator(), false).anyMatch(one::equals));
        }
        return before != null && (before.equals(now) || before instanceof String && now instanceof String
                && before.toString().replaceAll("[\r\n\t]", " ").equals(now));
    }

    // What is asked depends on the answers

    /**
     * Repeats until nothing changes, since a question can hide another one: the answer to a hidden question counts as
     * none, except for the question itself.
     */
    private void findHidden() {
        boolean changed = true;
        for (int round = 0; changed && round <= fields.size(); round++) {
            fillSeen();
            Set<FormField> now = fields.stream().filter(this::isHidden).collect(Collectors.toSet());
            // Hiding what was empty anyway changes nothing for the others.
            changed = fields.stream().anyMatch(field -> now.contains(field) != hidden.contains(field)
                    && (field.isComputed() || value(field) != null || shown(field) != null));
            hidden = now;
        }
        fillSeen();
    }

    private void fillSeen() {
        seen.clear();
        fields.forEach(field -> see(field, hidden.contains(field) ? null
                : isReadOnly(field) ? shown(field) : value(field)));
        fields.stream().filter(FormField::isComputed).filter(field -> !hidden.contains(field))
                .forEach(field -> see(field, computed(field)));
    }

    private boolean isHidden(FormField field) {
        if (field.hiddenWhen().isEmpty()) {
            return false;
        }
        boolean wasHidden = hidden.contains(field);
        if (wasHidden) {
            see(field, value(field));
        }
        boolean isHidden = field.hiddenWhen().stream().anyMatch(rule -> Boolean.TRUE.equals(context.evaluate(rule)));
        if (wasHidden) {
            see(field, null);
        }
        return isHidden;
    }

    private boolean isReadOnly(FormField field) {
        JsonNode readOnly = field.component().path("readonly");
        return field.isDisabled() || (readOnly.asText().startsWith("=")
                ? Boolean.TRUE.equals(context.evaluate(readOnly.asText())) : readOnly.asBoolean());
    }

    private Object computed(FormField field) {
        String expression = field.component().path("expression").asText();
        Object outcome = expression.startsWith("=") ? context.evaluate(expression) : null;
        if (outcome instanceof Number number) {
            return number.doubleValue();
        }
        return outcome instanceof TemporalAccessor ? outcome.toString() : outcome;
    }

    private void see(FormField field, Object value) {
        Object simple = value instanceof JsonNode json ? JSON.convertValue(json, Object.class)
                : value == Plain.UNREADABLE ? null : value;
        if (field.path().size() == 1) {
            seen.put(field.variable(), simple);
            return;
        }
        Object root = seen.computeIfAbsent(field.variable(), name -> known.get(name) instanceof ObjectNode object
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
