package nl.tweespoor.form;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.tweespoor.account.Helper;
import nl.tweespoor.engine.DutchTime;

/**
 * Holds a day against what its question allows: the custom properties {@code earliest} and {@code latest}, each
 * {@code today}, {@code tomorrow}, an ISO period from today such as {@code P5Y}, or a step in the table of periods; and
 * {@code notBefore} and {@code notAfter}, each the key of another day: on the form (of {@code notBefore}, where that one is not given, the one
 * before it in turn), one that the dossier knows already, or the last day of someone from outside who was chosen there. So the date on a form can be the date of its timer.
 */
class DayBounds {

    private final List<FormField> fields;
    private final FormContext context;
    private final Function<String, Period> periods;
    private final Problems problems;

    DayBounds(List<FormField> fields, FormContext context, Function<String, Period> periods, Problems problems) {
        this.fields = fields;
        this.context = context;
        this.periods = periods;
        this.problems = problems;
    }

    boolean hold(FormField field, LocalDate day) {
        String earliest = field.property("earliest");
        String latest = field.property("latest");
        if (!earliest.isEmpty() && day.isBefore(day(earliest))) {
            problems.wrong(field, switch (earliest) {
                case "today" -> "Kies vandaag of een latere dag bij";
                case "tomorrow" -> "Kies een dag na vandaag bij";
                default -> "Kies " + DutchTime.written(day(earliest)) + " of een latere dag bij";
            });
            return false;
        }
        if (!latest.isEmpty() && day.isAfter(day(latest))) {
            problems.wrong(field, latest.equals("today") ? "Kies vandaag of een eerdere dag bij"
                    : "Kies uiterlijk " + DutchTime.written(day(latest)) + " bij");
            return false;
        }
        return followsOther(field, day) && liesBetweenKnown(field, day);
    }

    /** Between the days that the dossier knows already. */
    private boolean liesBetweenKnown(FormField field, LocalDate day) {
        Optional<LocalDate> first = known(field.property("notBefore"));
        Optional<LocalDate> last = known(field.property("notAfter"));
        if (first.filter(day::isBefore).isPresent()) {
            problems.wrong(field, "Kies " + DutchTime.written(first.get()) + " of een latere dag bij");
            return false;
        }
        if (last.filter(day::isAfter).isPresent()) {
            problems.wrong(field, "Kies uiterlijk " + DutchTime.written(last.get()) + " bij");
            return false;
        }
        return true;
    }

    /** None of what is no day: what is wrong with it is said there. */
    private Optional<LocalDate> known(String name) {
        Optional<String> said = name.isEmpty() ? Optional.empty() : text(name);
        try {
            return said.flatMap(Helper::lastDayOf).map(this::text).orElse(said).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        return context.resolve(name).getValue() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** What is wrong with the other day is said there. */
    private boolean followsOther(FormField field, LocalDate day) {
        Optional<FormField> other = answeredBefore(field);
        if (other.isPresent() && day.toString().compareTo((String) context.answers().get(other.get().variable())) < 0) {
            problems.wrong(field, "Kies een dag die niet ligt vóór die bij \u2018" + other.get().fullLabel() + "\u2019, bij");
            return false;
        }
        return true;
    }

    /** Whose day must come first: of a row of days the nearest that has one. */
    private Optional<FormField> answeredBefore(FormField field) {
        Optional<FormField> other = follows(field);
        for (int steps = 0; steps < fields.size() && other.isPresent() && !(context.answers().get(other.get().variable()) instanceof String);
                steps++) {
            other = follows(other.get());
        }
        return other.filter(one -> context.answers().get(one.variable()) instanceof String);
    }

    private Optional<FormField> follows(FormField field) {
        return fields.stream().filter(one -> one.path().equals(List.of(field.property("notBefore")))).findFirst();
    }

    private LocalDate day(String bound) {
        LocalDate today = DutchTime.today();
        return switch (bound) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            default -> today.plus(bound.matches("-?P\\d.*") ? Period.parse(bound) : periods.apply(bound));
        };
    }
}
