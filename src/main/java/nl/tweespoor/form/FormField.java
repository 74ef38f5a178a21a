package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A question of a Camunda Form, as its JSON describes it.
 *
 * @param path where its answer goes: the name of a variable, and within a Json variable the names below it
 * @param hiddenWhen the FEEL expressions, its own and of the groups around it, of which one is enough not to ask it
 */
record FormField(JsonNode component, List<String> path, List<String> hiddenWhen) {

    private static final Set<String> ASKING = Set.of("textfield", "textarea", "number", "datetime", "checkbox", "radio",
            "select", "checklist", "taglist", "expression");
    private static final Set<String> TELLING = Set.of("text", "html", "table", "image", "separator", "spacer", "iframe",
            "button");

    /** The questions among these components, also within groups. */
    static List<FormField> in(JsonNode components, List<String> path, List<String> hiddenWhen) {
        List<FormField> fields = new ArrayList<>();
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            List<String> rules = joined(hiddenWhen, rule(component.path("conditional").path("hide")));
            if (type.equals("group")) {
                fields.addAll(in(component.path("components"), joined(path, steps(component, "path")), rules));
            } else if (!TELLING.contains(type)) {
                fields.add(new FormField(component, joined(path, steps(component, "key")), rules));
            }
        }
        return fields;
    }

    /** Whether the server can hold an answer against it. */
    boolean isKnown() {
        return ASKING.contains(type()) && !path.isEmpty();
    }

    String variable() {
        return path.get(0);
    }

    String type() {
        return component.path("type").asText();
    }

    JsonNode rule(String name) {
        return component.path("validate").path(name);
    }

    /** How people know this question. */
    String label() {
        return Stream.of("label", "dateLabel", "timeLabel").map(name -> component.path(name).asText())
                .filter(label -> !label.isBlank()).findFirst().orElse(String.join(".", path));
    }

    /** Which of several alike this question is about, such as Mijlpaal 3; empty where the form asks it once. */
    String row() {
        return property("row");
    }

    /** How people know this question among all of the form. */
    String fullLabel() {
        return row().isEmpty() ? label() : row() + ": " + label();
    }

    /** What a process owner adds to a question in Modeler, under custom properties; empty for nothing. */
    String property(String name) {
        return component.path("properties").path(name).asText();
    }

    boolean isRequired() {
        return rule("required").asBoolean() && !isDisabled();
    }

    boolean takesSeveral() {
        return Set.of("checklist", "taglist").contains(type());
    }

    boolean isInOwnWords() {
        return Set.of("textfield", "textarea").contains(type()) && rule("pattern").isMissingNode();
    }

    /** By its key, which then ends in Reason: what is typed there must say why. */
    boolean asksAReason() {
        return isInOwnWords() && isRequired() && variable().endsWith("Reason");
    }

    /** By its property {@code asks}: something rests on what is typed there, such as which law it is. */
    boolean asksAFact() {
        return isInOwnWords() && isRequired() && property("asks").equals("fact");
    }

    boolean isComputed() {
        return type().equals("expression");
    }

    boolean isDisabled() {
        return component.path("disabled").asBoolean();
    }

    /** What people see before what they type, such as a currency; empty for nothing. */
    String prefix() {
        return component.path("appearance").path("prefixAdorner").asText();
    }

    /** Whether what can be chosen stands in the form itself. */
    boolean hasOwnOptions() {
        return component.path("values").isArray();
    }

    /** The words that belong to a value of a closed list; the value itself when the list comes from data. */
    String labelOf(String value) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .filter(option -> value.equals(option.path("value").asText()))
                .map(option -> option.path("label").asText()).findFirst().orElse(value);
    }

    private static List<String> steps(JsonNode component, String name) {
        String path = component.path(name).asText();
        return path.isBlank() ? List.of() : List.of(path.split("\\."));
    }

    private static List<String> rule(JsonNode hide) {
        return hide.asText().startsWith("=") ? List.of(hide.asText()) : List.of();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
