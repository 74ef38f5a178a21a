package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.tweespoor.period.Periods;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Holds one answer against its question, by the rules that form-js 1.8.7 applies in the browser, and a few of our own. */
class AnswerRules {

    /** The engine's column for a text is this long, in the units in which a browser counts. */
    private static final int LONGEST_TEXT = 4000;
    /** Beyond this a browser can't tell two whole numbers apart. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_991L);
    private static final int MOST_DECIMALS = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);
    private static final BrowserPattern EMAIL = new BrowserPattern("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]"
            + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    /** International; form-js knows every country code, which is more than we need. */
    private static final BrowserPattern PHONE = new BrowserPattern("(\\+|00)[1-9]\\d{5,28}$");

    private final FormContext context;
    private final Problems problems;

    AnswerRules(FormContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    /** The answer as it will be stored, also when a rule complained; null for none. */
    Object check(FormField field, Object answer) {
        if (answer == null || "".equals(answer) && !field.takesSeveral()) {
            return "".equals(answer) && Set.of("textfield", "textarea").contains(field.type()) ? "" : null;
        }
        return switch (field.type()) {
            case "textfield", "textarea" -> text(field, answer);
            case "number" -> number(field, answer);
            case "checkbox" -> answer instanceof Boolean ? answer : wrong(field, "Geef ja of nee bij");
            case "datetime" -> answer instanceof String text ? moment(field, text) : wrong(field, "Vul een datum in bij");
            case "radio", "select" -> answer instanceof String text && options(field).contains(text)
                    ? text : wrong(field, "Kies uit de lijst bij");
            default -> several(field, answer);
        };
    }

    private Object wrong(FormField field, String whatToDo) {
        problems.add(whatToDo, field.label());
        return null;
    }

    // Texts

    private Object text(FormField field, Object answer) {
        if (!(answer instanceof String text)) {
            return wrong(field, "Geef een tekst bij");
        }
        int longest = Math.min(LONGEST_TEXT, limit(field, "maxLength") == null
                ? LONGEST_TEXT : limit(field, "maxLength").intValue());
        String trimmed = trimmed(text);
        if (trimmed.length() > longest) {
            return wrong(field, "Gebruik hoogstens " + longest + " tekens bij");
        }
        // The browser does not count spaces around a text, and does hold them against the pattern.
        String kept = text.length() > longest ? trimmed : text;
        int unprintable = unprintable(text, field.type().equals("textfield"));
        if (unprintable >= 0) {
            return wrong(field, "\r\n".indexOf(text.charAt(unprintable)) >= 0 ? "Schrijf op één regel bij"
                    : "Er staat een teken in dat niet bewaard kan worden. Typ opnieuw wat u had geplakt bij");
        }
        BigDecimal shortest = limit(field, "minLength");
        if (shortest != null && BigDecimal.valueOf(trimmed.length()).compareTo(shortest) < 0) {
            return wrong(field, "Gebruik minstens " + shortest + " tekens bij");
        }
        String pattern = field.rule("pattern").asText();
        if (!pattern.isEmpty() && !new BrowserPattern(pattern).matches(text)) {
            String description = field.component().path("description").asText();
            problems.add("Schrijf het zoals de uitleg bij de vraag zegt",
                    field.label() + (description.isBlank() ? "" : " (" + description + ")"));
            return null;
        }
        return switch (field.rule("validationType").asText()) {
            case "email" -> EMAIL.matches(kept) ? kept
                    : wrong(field, "Vul een e-mailadres in, zoals naam@voorbeeld.nl, bij");
            case "phone" -> PHONE.matches(kept) ? kept
                    : wrong(field, "Vul een telefoonnummer met landcode in, zoals +31201234567, bij");
            default -> kept;
        };
    }

    /** Without the spaces that JavaScript trims. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c == '\uFEFF' || Character.isSpaceChar(c);
    }

    /** Where a text can't be stored or shown: a control character, half an emoji, a line end where there is one line. */
    private static int unprintable(String text, boolean oneLine) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isISOControl(c) && c != '\t' && (oneLine || c != '\n' && c != '\r')
                    || Character.isSurrogate(c) && !pair) {
                return i;
            }
            i += pair ? 1 : 0;
        }
        return -1;
    }

    // Numbers

    /** Whole numbers are a Long and others a Double, by what the form says and not by what was typed. */
    private Object number(FormField field, Object answer) {
        boolean asText = field.component().path("serializeToString").asBoolean();
        BigDecimal number = decimal(answer, asText);
        if (number == null || number.abs().compareTo(LARGEST) > 0) {
            return wrong(field, "Vul een getal in bij");
        }
        JsonNode decimals = field.component().path("decimalDigits");
        int most = decimals.isNumber() ? decimals.asInt() : MOST_DECIMALS;
        if (number.stripTrailingZeros().scale() > most) {
            return wrong(field, most == 0 ? "Vul een heel getal in bij"
                    : "Gebruik hoogstens " + most + " cijfers achter de komma bij");
        }
        BigDecimal least = limit(field, "min");
        if (least != null && number.compareTo(least) < 0) {
            return wrong(field, "Vul minstens " + least.toPlainString() + " in bij");
        }
        BigDecimal largest = limit(field, "max");
        if (largest != null && number.compareTo(largest) > 0) {
            return wrong(field, "Vul hoogstens " + largest.toPlainString() + " in bij");
        }
        BigDecimal step = decimal(field.component().path("increment").asText(), true);
        if (step != null && step.signum() != 0 && number.remainder(step).signum() != 0) {
            return wrong(field, "Vul een veelvoud van " + step.toPlainString() + " in bij");
        }
        return asText ? number.toPlainString() : most == 0 ? (Object) number.longValueExact() : number.doubleValue();
    }

    /** Null when it is no number, or one with an exponent that would take all memory to write out. */
    private static BigDecimal decimal(Object number, boolean fromText) {
        if (!(number instanceof Number) && !(fromText && number instanceof String) || number.toString().length() > 40) {
            return null;
        }
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            return Math.abs(decimal.scale()) > 400 ? null : decimal;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A limit of a form can be an expression too. */
    private BigDecimal limit(FormField field, String name) {
        JsonNode limit = field.rule(name);
        if (limit.isTextual() && limit.asText().startsWith("=")) {
            return decimal(context.evaluate(limit.asText()), false);
        }
        return decimal(limit.asText(), true);
    }

    // Dates and times

    private Object moment(FormField field, String answer) {
        String subtype = field.component().path("subtype").asText("date");
        int split = subtype.equals("datetime") ? answer.indexOf('T') : subtype.equals("date") ? answer.length() : -1;
        if (!subtype.equals("time") && split < 0) {
            return wrong(field, "Vul een datum en een tijd in bij");
        }
        if (!subtype.equals("time") && !day(field, answer.substring(0, split))) {
            return null;
        }
        if (!subtype.equals("date") && !isTime(field, answer.substring(split + 1))) {
            return wrong(field, "Vul een tijd in, zoals 14:30, bij");
        }
        return answer;
    }

    private boolean day(FormField field, String answer) {
        LocalDate day;
        try {
            day = LocalDate.parse(answer, DAY);
        } catch (DateTimeParseException e) {
            wrong(field, "Vul een datum in die bestaat bij");
            return false;
        }
        LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), Periods.ZONE);
        if (field.component().path("disallowPassedDates").asBoolean() && day.isBefore(today)) {
            wrong(field, "Kies vandaag of een latere dag bij");
            return false;
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            wrong(field, "Kies een datum tussen 1900 en 2200 bij");
            return false;
        }
        return true;
    }

    private static boolean isTime(FormField field, String answer) {
        String format = field.component().path("timeSerializingFormat").asText("no_timezone");
        String zone = switch (format) {
            case "utc_normalized" -> "Z";
            case "utc_offset" -> "[+-]\\d{2}:\\d{2}";
            default -> "";
        };
        if (!answer.matches("\\d{2}:\\d{2}" + zone)) {
            return false;
        }
        try {
            if (format.equals("utc_offset")) {
                ZoneOffset.of(answer.substring(5));
            }
            int interval = field.component().path("timeInterval").asInt(15);
            LocalTime time = LocalTime.parse(answer.substring(0, 5));
            return format.equals("utc_normalized")
                    || (time.toSecondOfDay() / 60) % (INTERVALS.contains(interval) ? interval : 15) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    // Choices

    private Object several(FormField field, Object answer) {
        Object json = answer instanceof String text ? Plain.parsed(text) : answer;
        if (!(json instanceof JsonNode list) || !list.isArray()) {
            return wrong(field, "Geef een lijst bij");
        }
        List<String> chosen = new ArrayList<>();
        Set<String> options = options(field);
        for (JsonNode one : list) {
            if (!one.isTextual() || !options.contains(one.textValue())) {
                return wrong(field, "Kies uit de lijst bij");
            }
            chosen.add(one.textValue());
        }
        return new HashSet<>(chosen).size() == chosen.size() ? chosen : wrong(field, "Kies elk antwoord één keer bij");
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
                ? Plain.of(context.stored().apply(component.path("valuesKey").asText())) instanceof JsonNode json ? json : null
                : component.path("values");
        if (list != null && list.isArray()) {
            StreamSupport.stream(list.spliterator(), false).map(option -> option.isObject() ? option.path("value") : option)
                    .filter(JsonNode::isTextual).forEach(option -> options.add(option.textValue()));
        }
        return options;
    }
}
