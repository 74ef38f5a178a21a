package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Holds one answer against its question, by the rules that form-js 1.8.7 applies in the browser, and a few of our own. */
class AnswerValidator {

    private final FormContext context;
    private final Problems problems;
    private final TextValidator texts;
    private final NumberValidator numbers;
    private final MomentValidator moments;
    private final OtherPerson others;
    private final NumberBound bounds;

    AnswerValidator(List<FormField> fields, FormContext context, Problems problems, DayBounds days) {
        this.context = context;
        this.problems = problems;
        texts = new TextValidator(context, problems);
        numbers = new NumberValidator(context, problems);
        moments = new MomentValidator(problems, days);
        others = new OtherPerson(fields, context, problems);
        bounds = new NumberBound(fields, context, problems);
    }

    /** The answer as it will be stored; null for none, and for a wrong one. */
    Object check(FormField field, Object answer) {
        if (answer == null || "".equals(answer) && !field.takesSeveral()) {
            return "".equals(answer) && Set.of("textfield", "textarea").contains(field.type()) ? "" : null;
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> bounds.check(field, texts.check(field, answer));
            case "number" -> bounds.check(field, numbers.check(field, answer));
            case "checkbox" -> answer instanceof Boolean ? answer : problems.wrong(field, "Geef ja of nee bij");
            case "datetime" -> answer instanceof String text ? moments.check(field, text)
                    : problems.wrong(field, "Vul een datum in bij");
            case "radio", "select" -> answer instanceof String text && options(field).contains(text)
                    ? others.check(field, text) : problems.wrong(field, "Kies uit de lijst bij");
            default -> several(field, answer);
        };
    }

    private Object several(FormField field, Object answer) {
        Object json = answer instanceof String text ? PlainValue.parsed(text) : answer;
        if (!(json instanceof JsonNode list) || !list.isArray()) {
            return problems.wrong(field, "Geef een lijst bij");
        }
        List<String> chosen = new ArrayList<>();
        Set<String> options = options(field);
        for (JsonNode one : list) {
            if (!one.isTextual() || !options.contains(one.textValue())) {
                return problems.wrong(field, "Kies uit de lijst bij");
            }
            chosen.add(one.textValue());
        }
        return new HashSet<>(chosen).size() == chosen.size() ? chosen : problems.wrong(field, "Kies elk antwoord één keer bij");
    }

    /** As the asker saw them: a list from data is the one that was there before anything was submitted. */
    private Set<String> options(FormField field) {
        Set<String> options = new HashSet<>();
        JsonNode component = field.component();
        if (component.has("valuesExpression")) {
            if (context.evaluate(component.path("valuesExpression").asText()) instanceof Collection<?> list) {
                list.forEach(option -> options.add(option instanceof Map<?, ?> map
                        ? String.valueOf(map.get("value")) : String.valueOf(option)));
            }
            return options;
        }
        JsonNode list = component.has("valuesKey")
                ? PlainValue.of(context.stored().apply(component.path("valuesKey").asText())) instanceof JsonNode json ? json : null
                : component.path("values");
        if (list != null && list.isArray()) {
            StreamSupport.stream(list.spliterator(), false).map(option -> option.isObject() ? option.path("value") : option)
                    .filter(JsonNode::isTextual).forEach(option -> options.add(option.textValue()));
        }
        return options;
    }
}
