package nl.tweespoor.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as the tables hold them: UTC, whole microseconds, which is what both databases can keep. */
final class Moment {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Moment() {
    }

    static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Always with six digits: 2026-01-31T09:30:00.000000Z. By hand, because a formatter takes as long as hashing. */
    static String written(LocalDateTime moment) {
        if (moment.getYear() < 1000 || moment.getYear() > 9999) {
            return WRITTEN.format(moment);
        }
        byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 4, moment.getYear());
        digits(text, 7, moment.getMonthValue());
        digits(text, 10, moment.getDayOfMonth());
        digits(text, 13, moment.getHour());
        digits(text, 16, moment.getMinute());
        digits(text, 19, moment.getSecond());
        digits(text, 26, moment.getNano() / 1000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int end, int number) {
        for (int at = end - 1, left = number; left > 0; at--, left /= 10) {
            text[at] = (byte) ('0' + left % 10);
        }
    }
}
