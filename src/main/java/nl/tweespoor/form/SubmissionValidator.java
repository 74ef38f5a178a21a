package nl.tweespoor.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** One set of answers that is held against its form. What is stored is made here anew, whatever a caller wrapped it in. */
class SubmissionValidator {

    private static final int MOST_NAMES = 10;
    private static final int LONGEST_NAME = 60;

    private final List<FormField> fields;
    private final SubmittedAnswers submitted;
    private final QuestionVisibility questions;
    private final Function<String, Period> periods;
    private final Problems problems = new Problems();

    SubmissionValidator(List<FormField> fields, Map<String, Object> submitted, Function<String, TypedValue> stored,
            Function<String, Period> periods) {
        this.periods = periods;
        this.fields = fields;
        this.submitted = new SubmittedAnswers(fields, submitted, stored);
        questions = new QuestionVisibility(fields, this.submitted, stored);
    }

    /** What to store. Refuses when anything is wrong, and then says all of it. */
    Map<String, Object> accepted() {
        refuseWhatIsNotAsked();
        AcceptedAnswers answers = new AcceptedAnswers(submitted.known());
        AnswerValidator validator = new AnswerValidator(fields, questions.context(), problems,
                new DayBounds(fields, questions.context(), periods, problems));
        for (FormField field : fields) {
            if (questions.isHidden(field)) {
                refuseChange(field, submitted.known(field), "Laat leeg, want dit hoort nu niet bij uw antwoorden");
                if (!PlainValue.isNothing(submitted.known(field))) {
                    answers.put(field, null);
                }
            } else if (field.isComputed()) {
                answers.put(field, questions.computed(field));
            } else if (questions.isReadOnly(field)) {
                refuseChange(field, submitted.shown(field), "Laat zoals het is");
                refuseOpen(field, submitted.shown(field));
            } else if (!refuseOpen(field, submitted.value(field))) {
                Object answer = validator.check(field, submitted.value(field));
                if (submitted.isGiven(field)) {
                    answers.put(field, answer);
                }
            }
        }
        problems.refuse();
        return answers.toStore();
    }

    private void refuseWhatIsNotAsked() {
        List<String> names = submitted.notAsked();
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? ", en nog " + (names.size() - MOST_NAMES) : "";
            problems.add("Stuur alleen antwoorden op de vragen van het formulier, dus niet",
                    names.stream().limit(MOST_NAMES).map(SubmissionValidator::readable).collect(Collectors.joining(", ")) + more);
        }
    }

    /** A name that a stranger chose, fit for a sentence. */
    private static String readable(String name) {
        String printable = name.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) + "..." : printable;
    }

    /** Tasklist sends what is read-only along; it may stay away, or come back as it was. */
    private void refuseChange(FormField field, Object before, String whatToDo) {
        if (submitted.isGiven(field) && !PlainValue.isNothing(submitted.given(field))
                && !isSame(before, submitted.given(field))) {
            problems.wrong(field, whatToDo);
        }
    }

    private boolean refuseOpen(FormField field, Object value) {
        boolean open = field.isRequired() && PlainValue.isNothing(value);
        if (open) {
            problems.wrong(field, "Vul nog in");
        }
        return open;
    }

    /** As far as Tasklist leaves a value the way it was: it makes one line of a text field and drops lost options. */
    private static boolean isSame(Object before, Object now) {
        if (before instanceof Number && now instanceof Number) {
            return new BigDecimal(before.toString()).compareTo(new BigDecimal(now.toString())) == 0;
        }
        if (before instanceof JsonNode list && list.isArray() && now instanceof JsonNode some && some.isArray()) {
            return StreamSupport.stream(some.spliterator(), false).allMatch(one ->
                    StreamSupport.stream(list.spliterator(), false).anyMatch(one::equals));
        }
        return before != null && (before.equals(now) || before instanceof String && now instanceof String
                && before.toString().replaceAll("[\r\n\t]", " ").equals(now));
    }
}
