package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;

/** A question of a Camunda Form, as its JSON describes it. */
record FormField(JsonNode component) {

    String key() {
        return component.path("key").asText();
    }

    /** How people know this question. */
    String label() {
        return component.path(component.has("dateLabel") ? "dateLabel" : "label").asText(key());
    }

    boolean isRequired() {
        return component.path("validate").path("required").asBoolean();
    }

    boolean takesSeveral() {
        String type = component.path("type").asText();
        return "checklist".equals(type) || "taglist".equals(type);
    }

    /** Whether this is no closed list, or one with this answer. A list from data counts as the asker saw it. */
    boolean allows(Object answer, VariableScope answers) {
        if (!component.has("valuesKey") && !component.has("values")) {
            return true;
        }
        List<String> options = options(answers);
        return answer instanceof SpinJsonNode list && list.isArray()
                ? list.elements().stream().allMatch(one -> one.isString() && options.contains(one.stringValue()))
                : options.contains(String.valueOf(answer));
    }

    private List<String> options(VariableScope answers) {
        if (component.has("values")) {
            return StreamSupport.stream(component.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText()).toList();
        }
        return answers.getVariable(component.path("valuesKey").asText()) instanceof SpinJsonNode list && list.isArray()
                ? list.elements().stream().map(option -> option.prop("value").stringValue()).toList()
                : List.of();
    }

    /** The FEEL expression under which this question is not asked. */
    Optional<String> hiddenWhen() {
        String hide = component.path("conditional").path("hide").asText();
        return hide.isBlank() ? Optional.empty() : Optional.of(hide.startsWith("=") ? hide.substring(1) : hide);
    }

    /** The words that belong to a value of a closed list; the value itself when the list comes from data. */
    String labelOf(String value) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .filter(option -> value.equals(option.path("value").asText()))
                .map(option -> option.path("label").asText()).findFirst().orElse(value);
    }
}
