package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The expressions of a form can be read, and mean the same in the browser (form-js reads with feelin) as on the server (the
 * engine reads with feel-scala). Where the two differ, a person sees a question that the server refuses, and can't go on.
 */
@Component
class FormFeelCheck implements FileCheck {

    /** Seen to mean the same in both: text, numbers, lists and whether something is there. */
    private static final Set<String> ALIKE = Set.of("not", "count", "substring", "string", "string length", "contains", "starts with",
            "ends with", "list contains", "upper case", "lower case", "sum", "min", "max", "number", "append", "concatenate", "some", "every", "abs", "floor", "ceiling");
    private static final Set<String> WORDS = Set.of("if", "then", "else", "and", "or", "in", "return", "satisfies", "for", "between", "instance", "of");
    private static final Pattern CALL = Pattern.compile("((?:[a-zA-Z_]\\w*\\s+)*[a-zA-Z_]\\w*)\\s*\\(");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Map<String, String> EXPRESSIONS = Map.of("hide", "Hide if", "dataSource", "Table data source",
            "valuesExpression", "Options expression", "expression", "Expression", "readonly", "Read only", "min", "Minimum", "max", "Maximum",
            "minLength", "Minimum length", "maxLength", "Maximum length");
    /** A day is a text in a form, and the two don't agree on what comes first. */
    private static final Pattern DATE_CALL = Pattern.compile("(?:^|\\W)(today|now|date|date and time|time|duration|years and months duration)\\s*\\(");

    private final FeelTexts feel;

    FormFeelCheck(FeelTexts feel) {
        this.feel = feel;
    }

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        file.forms().forEach(form -> form.components().forEach(component -> {
            Consumer<String> find = sentence -> findings.add(form.file(), FormCheck.nameOf(component), "%s", sentence);
            checkExpressions(component, ours, find);
            checkExpressions(component.path("conditional"), ours, find);
            checkExpressions(component.path("validate"), ours, find);
            if (component.path("type").asText().equals("text")) {
                checkTemplate(component.path("text").asText(), ours, find);
            }
        }));
    }

    private void checkExpressions(JsonNode holder, boolean ours, Consumer<String> find) {
        EXPRESSIONS.forEach((key, name) -> {
            String text = holder.path(key).isTextual() ? holder.path(key).asText().strip() : "";
            if (text.startsWith("=")) {
                checkExpression(text.substring(1), "'" + name + "'", ours, find);
            } else if (!text.isEmpty() && (key.equals("hide") || key.equals("expression") || key.equals("dataSource") || key.equals("valuesExpression"))) {
                find.accept("bij '" + name + "' staat '" + text + "', en dat wordt niet uitgerekend. Zet er een = voor.");
            }
        });
    }

    private void checkTemplate(String text, boolean ours, Consumer<String> find) {
        int open = text.split("\\{\\{", -1).length;
        int closed = text.split("}}", -1).length;
        if (open != closed) {
            find.accept("in de tekst staat {{ zonder }} of andersom. Zet om wat uitgerekend wordt {{ en }}.");
            return;
        }
        Matcher each = TEMPLATE.matcher(text);
        while (each.find()) {
            String inside = each.group(1).strip();
            if (!inside.startsWith("#") && !inside.startsWith("/")) {
                checkExpression(inside, "de tekst", ours, find);
            }
        }
    }

    private void checkExpression(String expression, String place, boolean ours, Consumer<String> find) {
        if (!feel.isExpression(expression)) {
            find.accept("bij " + place + " staat '" + expression.strip() + "', en dat is geen goede FEEL. Verbeter de expressie.");
            return;
        }
        if (!ours) {
            return;
        }
        String bare = TEXT.matcher(expression).replaceAll("\"\"");
        Matcher date = DATE_CALL.matcher(bare);
        if (date.find()) {
            find.accept("bij " + place + " rekent '" + expression.strip() + "' met datums (" + date.group(1) + "), en de browser en de server doen dat verschillend. "
                    + "Zet een grens aan een datum met de eigenschappen earliest, latest, notBefore of notAfter.");
            return;
        }
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            String function = withoutWords(call.group(1));
            if (!function.isEmpty() && !ALIKE.contains(function)) {
                find.accept("bij " + place + " staat '" + function + "', en de browser en de server lezen dat verschillend. Gebruik alleen "
                        + "vergelijkingen, if, not, count, string, substring en de andere gewone functies op tekst en getallen.");
            }
        }
        if (bare.matches("(?s).*\\bis\\s+(blank|empty|defined)\\b.*|.*\\bmatches\\b.*|.*\\bday of week\\b.*|.*\\btrim\\b.*")) {
            find.accept("bij " + place + " staat '" + expression.strip() + "', en de browser en de server lezen dat verschillend. Vergelijk met null of \"\".");
        }
    }

    /** What is left of the words before a bracket once those of FEEL itself are gone. */
    private static String withoutWords(String words) {
        String[] each = words.strip().split("\\s+");
        int from = 0;
        for (int i = 0; i < each.length; i++) {
            if (WORDS.contains(each[i])) {
                from = i + 1;
            }
        }
        String left = String.join(" ", java.util.Arrays.copyOfRange(each, from, each.length));
        return ALIKE.stream().filter(known -> left.equals(known) || left.endsWith(" " + known)).findFirst().orElse(left);
    }
}
