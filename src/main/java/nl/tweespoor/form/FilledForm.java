package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.engine.DutchTime;

/** Says of answers that were kept as text what people saw: the questions, and the words of what they chose. */
class FilledForm {

    private final Map<String, String> values;
    private final UnaryOperator<String> nameOf;

    /** @param nameOf gives the words of a choice whose options came from data */
    FilledForm(Map<String, String> values, UnaryOperator<String> nameOf) {
        this.values = values;
        this.nameOf = nameOf;
    }

    /** None for a question that was not asked, or left open. */
    Optional<FilledQuestion> of(FormField field) {
        return text(field).filter(VisibleText::isIn).map(text -> new FilledQuestion(String.join(".", field.path()), field.fullLabel(),
                words(field, text)));
    }

    private Optional<String> text(FormField field) {
        Optional<String> value = Optional.ofNullable(values.get(field.variable()));
        return field.path().size() == 1 ? value : value.map(PlainValue::parsed).filter(JsonNode.class::isInstance)
                .map(JsonNode.class::cast).map(json -> json.at("/" + String.join("/", field.path().subList(1, field.path().size()))))
                .filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private String words(FormField field, String text) {
        if (field.takesSeveral() && PlainValue.parsed(text) instanceof JsonNode chosen && chosen.isArray()) {
            List<String> words = new ArrayList<>();
            chosen.forEach(choice -> words.add(chosen(field, choice.asText())));
            return String.join(", ", words);
        }
        return switch (field.type()) {
            case "checkbox" -> text.equals("true") ? "Ja" : text.equals("false") ? "Nee" : text;
            case "datetime" -> day(text);
            case "radio", "select" -> chosen(field, text);
            default -> field.prefix().isEmpty() || text.equals(DossierValues.ERASED) ? text : field.prefix() + " " + text;
        };
    }

    private String chosen(FormField field, String value) {
        return field.hasOwnOptions() ? field.labelOf(value) : nameOf.apply(value);
    }

    /** What is no day, such as what was erased, stays as it is. */
    private static String day(String text) {
        try {
            return DutchTime.written(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
