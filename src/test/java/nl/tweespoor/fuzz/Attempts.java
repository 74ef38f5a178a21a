package nl.tweespoor.fuzz;

import static org.camunda.spin.Spin.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nl.tweespoor.form.RandomAnswers;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Submits for one form, made from its JSON and nothing else: valid ones, and valid ones with one thing in them that a
 * form must not accept. What is right or wrong about them follows from how they were made.
 */
class Attempts extends RandomAnswers {

    private static final List<String> UNPRINTABLE = List.of("\0", "\u0001", "\u0007", "\u000B", "\u001B", "\u007F", "\u0085",
            "\uD83D", "\uDE00", "\uDE00\uD83D", "\u202E", "\u2066", "\u200F");
    private static final List<String> NO_DAYS = List.of("2026-02-30", "2026-13-01", "2026-00-10", "30-01-2026", "2026-1-1",
            "2026-02-28T10:00", "2026-02-28T00:00:00Z", "morgen", "0000-00-00", "99999-01-01", "-2026-01-01", "1899-12-31",
            "2200-01-01", "2027-02-29", "2026-02-28 ", "=today()", "\u0662\u0660\u0662\u0666-01-01");
    private static final List<String> NO_REASONS = List.of("n.v.t.", "niet van toepassing", "Zie hierboven.", "ja", "x", "..........",
            "nvt nvt nvt nvt");
    private static final String FIVE_MEGABYTES = "a".repeat(5_000_000);

    private final WaitingForm waiting;

    Attempts(WaitingForm waiting, BiFunction<String, VariableContext, Object> feel, Random random) {
        super(waiting.form(), waiting.known(), feel, random);
        this.waiting = waiting;
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

    private static String label(JsonNode question) {
        return question.path(question.has("dateLabel") ? "dateLabel" : "label").asText().replaceAll("[?.:]$", "");
    }
}
