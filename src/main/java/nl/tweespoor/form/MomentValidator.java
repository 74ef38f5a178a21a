package nl.tweespoor.form;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Set;
import nl.tweespoor.engine.DutchTime;

/** Holds a date, a time or both against its question, in the ISO form in which a browser sends them. */
class MomentValidator {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<Integer> INTERVALS = Set.of(1, 5, 10, 15, 30, 60);

    private final Problems problems;
    private final DayBounds bounds;

    MomentValidator(Problems problems, DayBounds bounds) {
        this.problems = problems;
        this.bounds = bounds;
    }

    /** The answer as it was; null when it is wrong. */
    String check(FormField field, String answer) {
        String subtype = field.component().path("subtype").asText("date");
        int split = subtype.equals("datetime") ? answer.indexOf('T') : subtype.equals("date") ? answer.length() : -1;
        if (!subtype.equals("time") && split < 0) {
            return problems.wrong(field, "Vul een datum en een tijd in bij");
        }
        if (!subtype.equals("time") && !day(field, answer.substring(0, split))) {
            return null;
        }
        if (!subtype.equals("date") && !isTime(field, answer.substring(split + 1))) {
            return problems.wrong(field, "Vul een tijd in, zoals 14:30, bij");
        }
        return answer;
    }

    private boolean day(FormField field, String answer) {
        LocalDate day;
        try {
            day = LocalDate.parse(answer, DAY);
        } catch (DateTimeParseException e) {
            problems.wrong(field, "Vul een datum in die bestaat, zoals 2026-12-31, bij");
            return false;
        }
        if (field.component().path("disallowPassedDates").asBoolean() && day.isBefore(DutchTime.today())) {
            problems.wrong(field, "Kies vandaag of een latere dag bij");
            return false;
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            problems.wrong(field, "Kies een datum tussen 1900 en 2200 bij");
            return false;
        }
        return bounds.hold(field, day);
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
}
