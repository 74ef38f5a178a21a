package nl.tweespoor.fuzz;

import static org.camunda.spin.Spin.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Submits for one form, made from its JSON and nothing else: valid ones, and valid ones with one thing in them that a
 * form must not accept. What is right or wrong about them follows from how they were made.
 */
class Attempts {

    private static final List<String> HARMLESS = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "${execution.setVariable('mandate','head')}", "#{1+1}", "=1+1", "{{problem}}", "'; drop table decision; --",
            "👩‍👩‍👧 é ñ ü 漢字 עברית", "null", "[1]", "{a}", "0", "true", "I-2026-0001", "*vet* _schuin_ [x](y)",
            "&amp;&lt;", "\\u0000", "../../etc/passwd", "'\"\\/`");
    private static final List<String> UNPRINTABLE = List.of("\0", "\u0001", "\u0007", "\u000B", "\u001B", "\u007F", "\u0085",
            "\uD83D", "\uDE00", "\uDE00\uD83D", "\u202E", "\u2066", "\u200F");
    private static final List<String> NO_DAYS = List.of("2026-02-30", "2026-13-01", "2026-00-10", "30-01-2026", "2026-1-1",
            "2026-02-28T10:00", "2026-02-28T00:00:00Z", "morgen", "0000-00-00", "99999-01-01", "-2026-01-01", "1899-12-31",
            "2200-01-01", "2027-02-29", "2026-02-28 ", "=today()", "\u0662\u0660\u0662\u0666-01-01");
    private static final List<String> NO_REASONS = List.of("n.v.t.", "niet van toepassing", "Zie hierboven.", "ja", "x", "..........",
            "nvt nvt nvt nvt");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 é€.\u00A0";
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final int MOST_CANDIDATES = 1000;
    private static final String FIVE_MEGABYTES = "a".repeat(5_000_000);
    /** What stands for an answer that can't be given: there is nothing to choose from. */
    private static final Object IMPOSSIBLE = new Object();

    private final WaitingForm waiting;
    private final FeelEngine feel;
    private final Random random;
    private final List<JsonNode> questions;
    private final Map<List<Object>, Boolean> hidden = new HashMap<>();

    Attempts(WaitingForm waiting, FeelEngine feel, Random random) {
        this.waiting = waiting;
        this.feel = feel;
        this.random = random;
        questions = StreamSupport.stream(waiting.form().path("components").spliterator(), false)
                .filter(component -> component.has("key")).toList();
    }

    // Valid

    Attempt valid() {
        Map<String, Object> submitted = asked(candidate());
        List<JsonNode> hidden = questions.stream().filter(question -> !submitted.containsKey(key(question))).toList();
        int wrapping = random.nextInt(3);
        submitted.replaceAll((key, answer) -> wrapped(answer, wrapping));
        for (JsonNode question : hidden) {
            if (random.nextBoolean() && !dependsOnItself(question)) {
                submitted.put(key(question), random.nextBoolean() ? null : nothing(question));
            }
        }
        return new Attempt("valid", submitted, null);
    }

    /** The texts that must be stored as they are. */
    Map<String, String> texts(Attempt attempt) {
        Map<String, String> texts = new HashMap<>();
        questions.stream().filter(Attempts::isText).forEach(question -> {
            Object text = attempt.variables().get(key(question));
            Object plain = text instanceof TypedValue typed ? typed.getValue() : text;
            if (plain instanceof String written && !written.isEmpty()) {
                texts.put(key(question), written);
            }
        });
        return texts;
    }

    private static Object wrapped(Object answer, int how) {
        if (answer instanceof String text && how > 0) {
            return Variables.stringValue(text, how == 2);
        }
        return answer instanceof List<?> list ? how == 0 ? list : how == 1 ? JSON(list) : JSON(list).toString() : answer;
    }

    private static Object nothing(JsonNode question) {
        return switch (type(question)) {
            case "checklist", "taglist" -> JSON("[]");
            case "checkbox" -> false;
            default -> "";
        };
    }

    /** An answer to every question, also to those that are not asked then. */
    private Map<String, Object> candidate() {
        for (int i = 0; i < MOST_CANDIDATES; i++) {
            Map<String, Object> candidate = new LinkedHashMap<>();
            questions.forEach(question -> candidate.put(key(question), answer(question, candidate)));
            if (!asked(candidate).containsValue(IMPOSSIBLE)) {
                return candidate;
            }
        }
        throw new IllegalStateException("nobody can answer " + waiting.id());
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
            case "radio", "select" -> others(question, before).isEmpty() ? IMPOSSIBLE : oneOf(others(question, before));
            case "checklist", "taglist" -> options(question).isEmpty() && required ? IMPOSSIBLE
                    : someOf(options(question), required ? 1 : 0);
            default -> throw new IllegalStateException("no attempts for " + question);
        };
    }

    /** Where it may not be more than another number, that one. */
    private String atMost(JsonNode question, String answer, Map<String, Object> before) {
        return most(question, before).filter(most -> new BigDecimal(answer).compareTo(most) > 0).map(BigDecimal::toPlainString).orElse(answer);
    }

    private Optional<BigDecimal> most(JsonNode question, Map<String, Object> answers) {
        String other = bound(question, "atMost");
        return answers.getOrDefault(other, waiting.known().get(other)) instanceof String most ? Optional.of(new BigDecimal(most)) : Optional.empty();
    }

    private String text(JsonNode question) {
        String opening = asksAReason(question) ? "Dit past hier beter: " : "";
        int longest = longest(question) - opening.length();
        while (true) {
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
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }

    /** Often around today, where a day starts and stops being right. */
    /** Within what the question allows, often at its edge. A step in the table of periods that bounds a day leaves four weeks or more. */
    private LocalDate day(JsonNode question, Map<String, Object> before) {
        String latest = bound(question, "latest");
        LocalDate last = latest.equals("today") ? today() : latest.startsWith("P") ? today().plus(Period.parse(latest))
                : today().plusDays(latest.isEmpty() ? 60_000 : 28);
        LocalDate first = earliest(question);
        if (before.get(bound(question, "notBefore")) instanceof String other && other.length() == 10) {
            LocalDate day = LocalDate.parse(other);
            first = day.isAfter(first) ? day : first;
            last = last.isBefore(first) ? first : last;
        }
        return oneIn(4) ? first : first.plusDays(random.nextLong(first.until(last, ChronoUnit.DAYS) + 1));
    }

    private LocalDate earliest(JsonNode question) {
        return switch (bound(question, "earliest")) {
            case "" -> question.path("disallowPassedDates").asBoolean() ? today() : today().minusDays(40_000);
            case "today" -> today();
            case "tomorrow" -> today().plusDays(1);
            default -> today().plus(Period.parse(bound(question, "earliest")));
        };
    }

    private static int bound(JsonNode question, String name, int otherwise) {
        return question.path("validate").path(name).asInt(otherwise);
    }

    private static String bound(JsonNode question, String name) {
        return question.path("properties").path(name).asText();
    }

    /** What can be chosen besides who was chosen where someone else must stand. */
    private List<String> others(JsonNode question, Map<String, Object> answers) {
        Set<String> taken = Stream.of(bound(question, "differsFrom").split("\\s*,\\s*"))
                .map(other -> answers.getOrDefault(other, waiting.known().get(other))).filter(String.class::isInstance)
                .map(chosen -> person((String) chosen)).collect(Collectors.toSet());
        return options(question).stream().filter(option -> !option.contains("/") || !taken.contains(person(option))).toList();
    }

    private static String person(String holder) {
        return holder.substring(holder.indexOf('/') + 1);
    }

    // By chance

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private List<String> someOf(List<String> things, int fewest) {
        List<String> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, random.nextInt(fewest, things.size() + 1)));
    }

    // What is asked

    /** The candidate answers to the questions that are asked when these answers are given, in the order of the form. */
    private Map<String, Object> asked(Map<String, Object> candidate) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (JsonNode question : questions) {
            if (isAsked(question, answers)) {
                answers.put(key(question), candidate.get(key(question)));
            }
        }
        return answers;
    }

    private boolean isAsked(JsonNode question, Map<String, Object> answers) {
        String hide = question.path("conditional").path("hide").asText();
        if (hide.isEmpty()) {
            return true;
        }
        Map<String, Object> seen = new HashMap<>(waiting.known());
        questions.forEach(other -> seen.put(key(other), answers.get(key(other))));
        if (dependsOnItself(question)) {
            seen.put(key(question), waiting.known().get(key(question)));
        }
        // Most answers have nothing to do with it.
        List<Object> condition = new ArrayList<>(List.of(hide));
        WORD.matcher(hide).results().forEach(word -> condition.add(seen.get(word.group())));
        return !hidden.computeIfAbsent(condition, any -> isTrue(hide, seen));
    }

    private boolean isTrue(String hide, Map<String, Object> seen) {
        return Boolean.TRUE.equals(feel.evaluateSimpleExpression(hide.substring(1), new VariableContext() {
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

    private static boolean dependsOnItself(JsonNode question) {
        return Pattern.compile("\\b" + key(question) + "\\b").matcher(question.path("conditional").path("hide").asText())
                .find();
    }

    // Invalid

    /** Valid answers with one wrong thing in them. */
    Attempt invalid() {
        Map<String, Object> candidate = candidate();
        Map<String, Object> answers = asked(candidate);
        List<Supplier<Attempt>> wrongs = new ArrayList<>(List.of(() -> extra(answers), () -> new Attempt(
                "everything in one variable", Map.of("variables", JSON("{\"a\":\"b\"}")), "variables")));
        for (JsonNode question : questions) {
            Object hidden = candidate.get(key(question));
            if (answers.containsKey(key(question))) {
                wrongs.add(() -> oneOf(wrongs(question, answers)).get());
            } else if (!dependsOnItself(question) && hidden != IMPOSSIBLE && !isNothing(hidden)
                    && !isSame(waiting.known().get(key(question)), hidden)) {
                wrongs.add(() -> with(answers, question, "answer to a hidden question", hidden));
            }
        }
        return oneOf(wrongs).get();
    }

    private Attempt extra(Map<String, Object> answers) {
        List<String> names = new ArrayList<>(waiting.known().keySet());
        names.removeIf(name -> question(name) != null);
        names.addAll(List.of("approved", "decisionLog", "mandate", "dossierNumber", "reporter", "assignee", "businessKey", "x.y",
                "é", "${1+1}", "__proto__", "constructor"));
        List<Object> values = new ArrayList<>(List.of("x", 1, true, List.of("x"), new byte[] {1}, new Date(), JSON("{}"),
                serialized(), Variables.stringValue("x", true), FIVE_MEGABYTES, Variables.fileValue("x").create()));
        values.add(null);
        // In the order of the names: what a task knows comes in another order each time.
        String name = oneOf(names.stream().sorted().toList());
        Map<String, Object> submitted = new LinkedHashMap<>(answers);
        submitted.put(name, oneOf(values));
        return new Attempt("extra variable", submitted, name);
    }

    private List<Supplier<Attempt>> wrongs(JsonNode question, Map<String, Object> answers) {
        List<Supplier<Attempt>> wrongs = new ArrayList<>();
        wrongs.add(() -> with(answers, question, "wrong type", oneOf(wrongTypes(question))));
        wrongs.add(() -> with(answers, question, "wrong nesting", oneOf(List.of(JSON("{\"value\":\"x\"}"), JSON("[[\"x\"]]"),
                JSON("{\"" + key(question) + "\":true}")))));
        if (isRequired(question) && !dependsOnItself(question)) {
            List<Object> nothings = new ArrayList<>(List.of(nothing(question)));
            nothings.addAll(isText(question) ? List.of("   ", "\t", "\n") : List.of());
            wrongs.add(() -> with(answers, question, "nothing", oneOf(nothings)));
            wrongs.add(() -> with(answers, question, "nothing", null));
            if (waiting.known().get(key(question)) == null) {
                wrongs.add(() -> {
                    Map<String, Object> without = new LinkedHashMap<>(answers);
                    without.remove(key(question));
                    return new Attempt("missing", without, label(question));
                });
            }
        }
        switch (type(question)) {
            case "textfield", "textarea" -> {
                String text = answers.get(key(question)) instanceof String valid && !valid.isEmpty() ? valid : "a";
                wrongs.add(() -> with(answers, question, "unprintable", inserted(text, placeIn(text), oneOf(UNPRINTABLE))));
                int shortest = shortest(question);
                if (shortest > 1) {
                    wrongs.add(() -> with(answers, question, "too short", "x".repeat(random.nextInt(1, shortest))));
                }
                if (asksAReason(question)) {
                    wrongs.add(() -> with(answers, question, "no reason", oneOf(NO_REASONS)));
                }
                int longest = longest(question);
                wrongs.add(() -> with(answers, question, "too long",
                        "7".repeat(longest + (oneIn(4) ? 1 : random.nextInt(1, 5001)))));
                wrongs.add(() -> with(answers, question, "five megabytes", FIVE_MEGABYTES));
                if (type(question).equals("textfield")) {
                    wrongs.add(() -> with(answers, question, "second line",
                            (text.length() < longest ? text : "a") + oneOf(List.of("\n", "\r", "\r\n")) + "b"));
                }
                most(question, answers).ifPresent(most -> wrongs.add(() -> with(answers, question, "more than there are",
                        most.add(BigDecimal.ONE).toPlainString())));
                if (pattern(question) != null) {
                    wrongs.add(() -> with(answers, question, "not as the pattern", oneOf(List.of(text + "x", "x" + text,
                            text + "\n", " " + text, "1e5", "\u0663", "-", "1,", ",1", "1.00.000", "0x10", "1 000", "NaN",
                            "12345678901234"))));
                }
            }
            case "number" -> {
                wrongs.add(() -> with(answers, question, "too little", bound(question, "min", 0) - random.nextInt(1, 5001)));
                wrongs.add(() -> with(answers, question, "too much", bound(question, "max", 1000) + random.nextInt(1, 5001)));
                wrongs.add(() -> with(answers, question, "not whole", bound(question, "min", 0) + 0.5));
            }
            case "datetime" -> {
                wrongs.add(() -> with(answers, question, "no day", oneOf(NO_DAYS)));
                if (question.path("disallowPassedDates").asBoolean() || !bound(question, "earliest").isEmpty()) {
                    wrongs.add(() -> with(answers, question, "too early",
                            earliest(question).minusDays(oneIn(4) ? 1 : random.nextInt(1, 5001)).toString()));
                }
                if (!bound(question, "latest").isEmpty()) {
                    wrongs.add(() -> with(answers, question, "too late", (bound(question, "latest").equals("today")
                            ? today().plusDays(1) : today().plusYears(random.nextInt(11, 100))).toString()));
                }
            }
            case "radio", "select" -> {
                List<String> same = new ArrayList<>(options(question));
                same.removeAll(others(question, answers));
                if (!same.isEmpty()) {
                    wrongs.add(() -> with(answers, question, "same person", oneOf(same)));
                }
                wrongs.add(() -> {
                    String option = oneIn(100) ? null : oneOf(options(question));
                    return with(answers, question, "no option", oneOf(List.of(option + "x", " " + option, option + "\0",
                            "__proto__", "null", "[\"" + option + "\"]")));
                });
            }
            case "checklist", "taglist" -> {
                wrongs.add(() -> with(answers, question, "no option", oneOf(List.of(List.of("no such option"),
                        JSON("[\"a\\u0000b\"]"), JSON("[1]"), JSON("[null]"), JSON("[[]]"), "[\"no such option\"]"))));
                if (!options(question).isEmpty()) {
                    String option = options(question).get(0);
                    wrongs.add(() -> with(answers, question, "twice",
                            oneOf(List.of(List.of(option, option), JSON(List.of(option, option))))));
                }
            }
            default -> { }
        }
        return wrongs;
    }

    private static List<Object> wrongTypes(JsonNode question) {
        List<Object> wrong = new ArrayList<>(List.of(42, 4.2, Long.MIN_VALUE, new Date(), new byte[] {65}, serialized(),
                Variables.serializedObjectValue("[\"x\"]").objectTypeName("java.util.ArrayList")
                        .serializationDataFormat("application/json").create(),
                Variables.fileValue("x.txt").file("x".getBytes()).create(), Variables.objectValue(new Date()).create(),
                Variables.objectValue(Map.of("a", "b")).create(), JSON("{\"a\":1}"), List.of(1, 2)));
        wrong.addAll(switch (type(question)) {
            case "number" -> {
                wrong.removeIf(Number.class::isInstance);
                yield List.of(true, "7", List.of(7), JSON("[7]"));
            }
            case "checkbox" -> List.of("true", 1, JSON("true"), List.of("true"));
            case "checklist", "taglist" -> List.of(true, "x", "[", "{\"a\":1}", JSON("\"x\""));
            default -> List.of(true, List.of("x"), JSON("\"x\""), JSON("[\"x\"]"));
        });
        return wrong;
    }

    private static Object serialized() {
        return Variables.serializedObjectValue("rO0ABXQAAXg=").objectTypeName("java.lang.String")
                .serializationDataFormat("application/x-java-serialized-object").create();
    }

    private static Attempt with(Map<String, Object> answers, JsonNode question, String what, Object value) {
        Map<String, Object> submitted = new LinkedHashMap<>(answers);
        submitted.put(key(question), value);
        return new Attempt(what + " at " + key(question), submitted, label(question));
    }

    /** Anywhere but within an emoji. */
    private int placeIn(String text) {
        int at = random.nextInt(text.length() + 1);
        return at < text.length() && at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static String inserted(String text, int at, String bad) {
        return text.substring(0, at) + bad + text.substring(at);
    }

    private static boolean isNothing(Object answer) {
        return answer == null || "".equals(answer) || Boolean.FALSE.equals(answer)
                || answer instanceof List<?> list && list.isEmpty()
                || answer instanceof SpinJsonNode json && json.isArray() && json.elements().isEmpty();
    }

    private static boolean isSame(Object before, Object now) {
        return before instanceof SpinJsonNode || before != null && before.toString().replaceAll("\\s", " ")
                .equals(String.valueOf(now).replaceAll("\\s", " "));
    }

    // The form

    private JsonNode question(String key) {
        return questions.stream().filter(question -> key(question).equals(key)).findFirst().orElse(null);
    }

    private static String key(JsonNode question) {
        return question.path("key").asText();
    }

    private static String type(JsonNode question) {
        return question.path("type").asText();
    }

    private static int shortest(JsonNode question) {
        return question.path("validate").path("minLength").asInt();
    }

    private static String label(JsonNode question) {
        return question.path(question.has("dateLabel") ? "dateLabel" : "label").asText().replaceAll("[?.:]$", "");
    }

    private static boolean asksAReason(JsonNode question) {
        return isText(question) && isRequired(question) && key(question).endsWith("Reason");
    }

    private static boolean isText(JsonNode question) {
        return Stream.of("textfield", "textarea").anyMatch(type(question)::equals);
    }

    private static boolean isRequired(JsonNode question) {
        return question.path("validate").path("required").asBoolean();
    }

    private static String pattern(JsonNode question) {
        return question.path("validate").path("pattern").textValue();
    }

    private static int longest(JsonNode question) {
        return question.path("validate").path("maxLength").asInt(4000);
    }

    private List<String> options(JsonNode question) {
        List<String> options = new ArrayList<>();
        if (question.has("valuesKey")) {
            ((SpinJsonNode) waiting.known().get(question.path("valuesKey").asText())).elements()
                    .forEach(option -> options.add(option.prop("value").stringValue()));
        } else {
            question.path("values").forEach(option -> options.add(option.path("value").asText()));
        }
        return options;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), DutchTime.ZONE);
    }
}
