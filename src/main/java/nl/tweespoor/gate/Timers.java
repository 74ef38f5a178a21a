package nl.tweespoor.gate;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/** When a timer fires, as it stands in a model: ISO 8601, or a pattern of cron for what comes back. */
final class Timers {

    private static final String EXAMPLE = "Schrijf bijvoorbeeld P14D voor 14 dagen, PT2H voor twee uur, 2027-01-31 voor een dag, "
            + "of lees een termijn uit de tabel met ${periods.due('…')}.";
    private static final List<String> ELEMENTS = List.of("timeDate", "timeDuration", "timeCycle");
    private static final Map<String, String> WORDS = Map.of("timeDate", "dag", "timeDuration", "duur", "timeCycle", "herhaling");
    /** As Camunda Modeler calls them. */
    private static final Map<String, String> TYPES = Map.of("timeDate", "Date", "timeDuration", "Duration", "timeCycle", "Cycle");
    /** What the table of periods gives is a moment, or one that comes back. */
    private static final Pattern PERIOD = Pattern.compile("^\\$\\{\\s*periods\\.(\\w+)\\(");

    private Timers() {
    }

    /** What is wrong with a timer, and what to do. */
    static Optional<String> problem(String element, String text) {
        if (!ELEMENTS.contains(element)) {
            return Optional.empty();
        }
        Matcher asked = PERIOD.matcher(text);
        if (asked.find()) {
            String needed = asked.group(1).equals("every") ? "timeCycle" : "timeDate";
            return element.equals(needed) ? Optional.empty() : Optional.of("wacht op '%s', en dat is geen %s maar een %s. Zet het type van de timer op %s."
                    .formatted(text, WORDS.get(element), WORDS.get(needed), TYPES.get(needed)));
        }
        if (text.contains("${") || text.contains("#{") || isReadable(element, text)) {
            return Optional.empty();
        }
        return ELEMENTS.stream().filter(other -> isReadable(other, text)).findFirst()
                .map(other -> "wacht op '%s', en dat is geen %s maar een %s. Zet het type van de timer op %s.".formatted(text, WORDS.get(element),
                        WORDS.get(other), TYPES.get(other)))
                .or(() -> Optional.of("wacht op '" + text + "', en dat is geen tijd. " + EXAMPLE));
    }

    static boolean isReadable(String element, String text) {
        return switch (element) {
            case "timeDate" -> is(text, LocalDate::parse) || is(text, LocalDateTime::parse) || is(text, OffsetDateTime::parse);
            case "timeDuration" -> isDuration(text);
            default -> isCycle(text);
        };
    }

    /** {@code R3/PT10H}, with a first and last moment where they stand, or cron. */
    private static boolean isCycle(String text) {
        if (!text.startsWith("R")) {
            return CronExpression.isValidExpression(text);
        }
        String[] parts = text.split("/");
        return parts.length > 1 && parts[0].matches("R\\d*") && Stream.of(parts).skip(1)
                .allMatch(part -> isDuration(part) || is(part, LocalDate::parse) || is(part, LocalDateTime::parse) || is(part, OffsetDateTime::parse));
    }

    private static boolean isDuration(String text) {
        int time = text.indexOf('T');
        return text.startsWith("P") && text.length() > 1 && (time < 0 ? is(text, Period::parse)
                : (time == 1 || is(text.substring(0, time), Period::parse)) && is("P" + text.substring(time), Duration::parse));
    }

    private static boolean is(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
