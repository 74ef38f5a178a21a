package nl.tweespoor.ledger;

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

    /** Always with six digits: 2026-01-31T09:30:00.000000Z. */
    static String written(LocalDateTime moment) {
        return WRITTEN.format(moment);
    }
}
