package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Helper;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** Answers to a form by chance, made from its JSON and nothing else: what it asks, offers and allows. Each is one that it should accept. */
public class RandomAnswers {

    private static final List<String> HARMLESS = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "${execution.setVariable('mandate','head')}", "#{1+1}", "=1+1", "{{problem}}", "'; drop table decision; --",
            "👩‍👩‍👧 é ñ ü 漢字 עברית", "null", "[1]", "{a}", "0", "true", "I-2026-0001", "*vet* _schuin_ [x](y)",
            "&amp;&lt;", "\\u0000", "../../etc/passwd", "'\"\\/`");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 é€.\u00A0";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int MOST_CANDIDATES = 1000;
    /** What stands for an answer that can't be given: there is nothing to choose from. */
    protected static final Object IMPOSSIBLE = new Object();

    private final String id;
    private final Map<String, Object> known;
    private final BiFunction<String, VariableContext, Object> feel;
    protected final Random random;
    protected final List<JsonNode> questions;
    private final Map<List<Object>, Boolean> hidden = new HashMap<>();

    /**
     * @param known what the task knows, with what can be chosen there
     * @param feel  evaluates an expression
     */
    public RandomAnswers(JsonNode form, Map<String, Object> known, BiFunction<String, VariableContext, Object> feel, Random random) {
        this.id = form.path("id").asText();
        this.known = known;
        this.feel = feel;
        this.random = random;
        questions = questions(form.path("components"), "");
    }

    /** As people see them below each other: what hides a group hides all that is in it. */
    private static List<JsonNode> questions(JsonNode components, String hidesAll) {
        List<JsonNode> questions = new ArrayList<>();
        for (JsonNode component : components) {
            String hides = either(hidesAll, component.path("conditional").path("hide").asText());
            if (component.path("type").asText().equals("group")) {
                questions.addAll(questions(component.path("components"), hides));
            } else if (component.has("key") && !component.path("disabled").asBoolean() && !component.path("type").asText().equals("expression")) {
                ObjectNode question = component.deepCopy();
                if (!hides.isEmpty()) {
                    question.putObject("conditional").put("hide", hides);
                }
                questions.add(question);
            }
        }
        return questions;
    }

    private static String either(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : "=(" + one.substring(1) + ") or (" + other.substring(1) + ")";
    }

    /**
     * Answers to what is asked then.
     *
     * @throws IllegalStateException when nobody can answer it, as there is nothing to choose from
     */
    public Map<String, Object> next() {
        return asked(candidate());
    }

    protected static Object nothing(JsonNode question) {
        return switch (type(question)) {
            case "checklist", "taglist" -> Spin.JSON("[]");
            case "checkbox" -> false;
            default -> "";
        };
    }

    /** An answer to every question, also to those that are not asked then. */
    protected Map<String, Object> candidate() {
        for (int i = 0; i < MOST_CANDIDATES; i++) {
            Map<String, Object> candidate = new LinkedHashMap<>();
            questions.forEach(question -> candidate.put(key(question), answer(question, candidate)));
            if (!asked(candidate).containsValue(IMPOSSIBLE)) {
                return candidate;
            }
        }
        throw new IllegalStateException("nobody can answer " + id);
    }

    private Object answer(JsonNode question, Map<String, Object> before) {
        boolean required = isRequired(question);
        if (!required && !type(question).equals("checkbox") && oneIn(5)) {
            return nothing(question);
        }
        return switch (type(question)) {
            case "textfield", "textarea" -> pattern(question) == null ? text(question)
                    : atMost(question, RgxGen.parse(pattern(question)).generate(new Random(random.nextLong())), before);
            case "number" -> random.nextInt(bound(question, "min", 0), bound(question, "max", 1000) + 1);
            case "datetime" -> day(question, before).toString();
            case "checkbox" -> required || random.nextBoolean();
            case "radio", "select" -> others(question, before).isEmpty() ? IMPOSSIBLE : choose(question, others(question, before));
            case "checklist", "taglist" -> options(question).isEmpty() && required ? IMPOSSIBLE
                    : someOf(options(question), required ? 1 : 0);
            default -> throw new IllegalStateException("no attempts for " + question);
        };
    }

    /** Where it may not be more than another number, that one. */
    protected String atMost(JsonNode question, String answer, Map<String, Object> before) {
        return most(question, before).filter(most -> new BigDecimal(answer).compareTo(most) > 0).map(BigDecimal::toPlainString).orElse(answer);
    }

    protected Optional<BigDecimal> most(JsonNode question, Map<String, Object> answers) {
        String other = bound(question, "atMost");
        return answers.getOrDefault(other, known.get(other)) instanceof String most ? Optional.of(new BigDecimal(most)) : Optional.empty();
    }

    protected String text(JsonNode question) {
        String opening = asksAReason(question) ? "Dit past hier beter: " : "";
        int longest = longest(question) - opening.length();
        for (int i = 0; i < MOST_CANDIDATES; i++) {
            String text = opening + switch (random.nextInt(11)) {
                case 0, 1, 2 -> oneOf(HARMLESS);
                case 3 -> random.nextBoolean() ? "x".repeat(longest) : "😀".repeat(longest / 2);
                case 4 -> type(question).equals("textfield") ? "tab\tin" : "een\ntwee\r\n\tdrie";
                default -> letters(1 + random.nextInt(Math.min(longest, 60)));
            };
            String seen = text.replace('\u00A0', ' ').strip();
            boolean answers = !question.path("validate").path("required").asBoolean()
                    || seen.codePoints().anyMatch(Character::isLetterOrDigit);
            if (text.length() <= longest(question) && !seen.isEmpty() && seen.length() >= shortest(question) && answers) {
                return text;
            }
        }
        throw new IllegalStateException("no text fits " + key(question));
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }

    /** Within what the question allows, often at its edge. A step in the table of periods that bounds a day leaves four weeks or more. */
    private LocalDate day(JsonNode question, Map<String, Object> before) {
        String latest = bound(question, "latest");
        LocalDate last = latest.equals("today") ? today() : latest.startsWith("P") ? today().plus(Period.parse(latest))
                : today().plusDays(latest.isEmpty() ? 60_000 : 28);
        LocalDate first = earliest(question);
        Optional<LocalDate> latestNamed = named(question, "notAfter", before);
        Optional<LocalDate> earliestNamed = named(question, "notBefore", before);
        last = latestNamed.filter(last::isAfter).orElse(last);
        first = earliestNamed.filter(first::isBefore).orElse(first);
        last = last.isBefore(first) ? first : last;
        return oneIn(4) ? first : first.plusDays(random.nextLong(first.until(last, ChronoUnit.DAYS) + 1));
    }

    /** The day that bounds this one, given before, known already, or the last of who was chosen from outside. */
    private Optional<LocalDate> named(JsonNode question, String property, Map<String, Object> before) {
        return Optional.ofNullable(before.getOrDefault(bound(question, property), known.get(bound(question, property))))
                .map(said -> said instanceof String chosen ? Helper.lastDayOf(chosen).map(known::get).orElse(chosen) : said)
                .map(Object::toString).filter(said -> DAY.matcher(said).matches()).map(LocalDate::parse);
    }

    protected LocalDate earliest(JsonNode question) {
        return switch (bound(question, "earliest")) {
            case "" -> question.path("disallowPassedDates").asBoolean() ? today() : today().minusDays(40_000);
            case "today" -> today();
            case "tomorrow" -> today().plusDays(1);
            default -> today().plus(Period.parse(bound(question, "earliest")));
        };
    }

    protected static int bound(JsonNode question, String name, int otherwise) {
        return question.path("validate").path(name).asInt(otherwise);
    }

    protected static String bound(JsonNode question, String name) {
        return question.path("properties").path(name).asText();
    }

    /** What can be chosen besides who was chosen where someone else must stand. */
    protected List<String> others(JsonNode question, Map<String, Object> answers) {
        Set<String> taken = Stream.of(bound(question, "differsFrom").split("\\s*,\\s*"))
                .map(other -> answers.getOrDefault(other, known.get(other))).filter(String.class::isInstance)
                .map(chosen -> person((String) chosen)).collect(Collectors.toSet());
        return options(question).stream().filter(option -> !option.contains("/") || !taken.contains(person(option))).toList();
    }

    private static String person(String holder) {
        return holder.substring(holder.indexOf('/') + 1);
    }

    // By chance

    /** One of these, of a question that takes one. */
    protected String choose(JsonNode question, List<String> options) {
        return oneOf(options);
    }

    protected boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    protected <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    protected List<String> someOf(List<String> things, int fewest) {
        List<String> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, random.nextInt(fewest, things.size() + 1)));
    }

    // What is asked

    /** The candidate answers to the questions that are asked when these answers are given, in the order of the form. */
    protected Map<String, Object> asked(Map<String, Object> candidate) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (JsonNode question : questions) {
            if (isAsked(question, answers)) {
                answers.put(key(question), candidate.get(key(question)));
            }
        }
        // A later answer hides an earlier question too.
        for (int i = 0; i < questions.size(); i++) {
            Map<String, Object> seen = answers;
            Map<String, Object> again = new LinkedHashMap<>();
            questions.stream().filter(question -> isAsked(question, seen)).forEach(question -> again.put(key(question), candidate.get(key(question))));
            if (again.keySet().equals(seen.keySet())) {
                return again;
            }
            answers = again;
        }
        return answers;
    }

    private boolean isAsked(JsonNode question, Map<String, Object> answers) {
        String hide = question.path("conditional").path("hide").asText();
        if (hide.isEmpty()) {
            return true;
        }
        Map<String, Object> seen = new HashMap<>(known);
        questions.forEach(other -> seen.put(key(other), answers.get(key(other))));
        if (dependsOnItself(question)) {
            seen.put(key(question), known.get(key(question)));
        }
        // Most answers have nothing to do with it.
        List<Object> condition = new ArrayList<>(List.of(hide));
        WORD.matcher(hide).results().forEach(word -> condition.add(seen.get(word.group())));
        return !hidden.computeIfAbsent(condition, any -> isTrue(hide, seen));
    }

    private boolean isTrue(String hide, Map<String, Object> seen) {
        return Boolean.TRUE.equals(feel.apply(hide.substring(1), new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                Object value = seen.get(name);
                return value == null ? Variables.untypedNullValue() : Variables.untypedValue(value);
            }

            @Override
            public boolean containsVariable(String name) {
                return true;
            }

            @Override
            public Set<String> keySet() {
                // Names are looked up one by one; a list of all would be copied at every evaluation.
                return Set.of();
            }
        }));
    }

    protected static boolean dependsOnItself(JsonNode question) {
        return Pattern.compile("\\b" + key(question) + "\\b").matcher(question.path("conditional").path("hide").asText())
                .find();
    }

    // The form

    protected static String key(JsonNode question) {
        return question.path("key").asText();
    }

    protected static String type(JsonNode question) {
        return question.path("type").asText();
    }

    protected static int shortest(JsonNode question) {
        return question.path("validate").path("minLength").asInt();
    }

    protected static boolean asksAReason(JsonNode question) {
        return isText(question) && isRequired(question)
                && (key(question).endsWith("Reason") || question.path("properties").has("asks"));
    }

    protected static boolean isText(JsonNode question) {
        return Stream.of("textfield", "textarea").anyMatch(type(question)::equals);
    }

    protected static boolean isRequired(JsonNode question) {
        return question.path("validate").path("required").asBoolean();
    }

    protected static String pattern(JsonNode question) {
        return question.path("validate").path("pattern").textValue();
    }

    protected static int longest(JsonNode question) {
        return question.path("validate").path("maxLength").asInt(4000);
    }

    protected List<String> options(JsonNode question) {
        List<String> options = new ArrayList<>();
        if (question.has("valuesKey")) {
            ((SpinJsonNode) known.get(question.path("valuesKey").asText())).elements()
                    .forEach(option -> options.add(option.prop("value").stringValue()));
        } else {
            question.path("values").forEach(option -> options.add(option.path("value").asText()));
        }
        return options;
    }

    protected static LocalDate today() {
        return DutchTime.today();
    }
}
