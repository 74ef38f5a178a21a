package nl.tweespoor.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Days and deadlines are those of the Netherlands, wherever the server stands. */
public final class DutchTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private DutchTime() {
    }

    public static ZonedDateTime now() {
        return EngineClock.now().atZone(ZONE);
    }

    public static LocalDate today() {
        return now().toLocalDate();
    }

    /**
     * @param isoDate a day as a form submits it, such as 2026-12-01
     * @throws Refusal when it is no day
     */
    public static LocalDate day(String isoDate) {
        try {
            return LocalDate.parse(isoDate.length() > 10 ? isoDate.substring(0, 10) : isoDate);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("'" + isoDate + "' is geen datum. Kies een dag in de kalender.");
        }
    }

    /** As people write it: 01-12-2026. */
    public static String written(LocalDate day) {
        return day.format(WRITTEN);
    }
}
