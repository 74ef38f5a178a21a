package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.tweespoor.refusal.Refusal;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** A deployed Camunda Form as the server sees it: Tasklist asks the questions, but anyone can submit past it. */
public class Form {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FormField> fields;

    Form(InputStream json) {
        try (json) {
            fields = StreamSupport.stream(JSON.readTree(json).path("components").spliterator(), false)
                    .filter(component -> component.has("key")).map(FormField::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses answers that leave a required question open or that are not in its list, and empties what is no longer
     * asked, so that an old answer to a hidden question does not survive.
     */
    void accept(VariableScope answers, FeelEngine feel) {
        AnswersOrNothing known = new AnswersOrNothing(answers);
        List<FormField> hidden = fields.stream().filter(field -> field.hiddenWhen()
                .map(rule -> Boolean.TRUE.equals(feel.evaluateSimpleExpression(rule, known))).orElse(false)).toList();
        hidden.forEach(field -> empty(field, answers));
        List<String> open = fields.stream().filter(FormField::isRequired).filter(field -> !hidden.contains(field))
                .filter(field -> isEmpty(answers.getVariable(field.key()))).map(FormField::label).toList();
        if (!open.isEmpty()) {
            throw Refusal.invalid("Vul nog in: " + String.join("; ", open));
        }
        List<String> unknown = fields.stream().filter(field -> !isEmpty(answers.getVariable(field.key())))
                .filter(field -> !field.allows(answers.getVariable(field.key()), answers))
                .map(FormField::label).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("Kies uit de lijst bij: " + String.join("; ", unknown));
        }
    }

    /** What of all this is an answer to a question of the form; whatever else came along could overwrite a decision. */
    Map<String, Object> answersAmong(Map<String, Object> submitted) {
        if (submitted == null) {
            return null;
        }
        VariableMap answers = Variables.createVariables();
        fields.stream().filter(field -> submitted.containsKey(field.key()))
                .forEach(field -> answers.putValueTyped(field.key(), typed(field, submitted)));
        return answers;
    }

    /** A list of answers is Json, also when a caller sends it as a plain list or as text without naming its type. */
    private static TypedValue typed(FormField field, Map<String, Object> submitted) {
        Object answer = Variables.fromMap(submitted).get(field.key());
        if (field.takesSeveral() && answer instanceof Collection<?> list) {
            return Variables.untypedValue(Spin.JSON(List.copyOf(list)));
        }
        if (field.takesSeveral() && answer instanceof String text && text.startsWith("[")) {
            return Variables.untypedValue(Spin.JSON(text));
        }
        return Variables.fromMap(submitted).getValueTyped(field.key());
    }

    /** Empties every question, for a step that comes back and asks anew. */
    void clear(VariableScope answers) {
        fields.forEach(field -> empty(field, answers));
    }

    public String labelOf(String key, String value) {
        return fields.stream().filter(field -> field.key().equals(key)).map(field -> field.labelOf(value))
                .findFirst().orElse(value);
    }

    /** A list never becomes null: the engine then refuses the next list for the same question. */
    private static void empty(FormField field, VariableScope answers) {
        if (answers.hasVariable(field.key())) {
            answers.setVariable(field.key(), field.takesSeveral() ? Spin.JSON("[]") : Variables.untypedNullValue());
        }
    }

    private static boolean isEmpty(Object answer) {
        return answer == null
                || answer instanceof String text && text.isBlank()
                || answer instanceof SpinJsonNode list && list.isArray() && list.elements().isEmpty()
                || Boolean.FALSE.equals(answer);
    }
}
