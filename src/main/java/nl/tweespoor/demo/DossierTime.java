package nl.tweespoor.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.EngineClock;

/** The engine's clock while one dossier is walked: it goes on from a day in the past, and never beyond now. */
class DossierTime {

    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(11);

    private final Instant now;
    private LocalDate planned;

    DossierTime(Instant now, int daysAgo) {
        this.now = now;
        planned = now.atZone(DutchTime.ZONE).toLocalDate().minusDays(daysAgo);
        set(earliest(startOfWork()));
    }

    /** When the step so many days after the one before is due to be done. */
    Instant plan(int days) {
        planned = planned.plusDays(days);
        if (planned.isAfter(now.atZone(DutchTime.ZONE).toLocalDate())) {
            throw new IllegalStateException("this day is still to come");
        }
        Instant moment = startOfWork();
        Instant next = current().plus(BETWEEN_STEPS);
        return earliest(moment.isBefore(next) ? next : moment);
    }

    Instant now() {
        return now;
    }

    /** Goes to a moment; one that lies behind, such as that of a job without a date, changes nothing. */
    void passTo(Instant moment) {
        if (moment.isAfter(current())) {
            set(moment);
        }
    }

    private Instant startOfWork() {
        return planned.atTime(START_OF_WORK).atZone(DutchTime.ZONE).toInstant();
    }

    private Instant earliest(Instant moment) {
        return moment.isAfter(now) ? now : moment;
    }

    private static Instant current() {
        return EngineClock.now();
    }

    private static void set(Instant moment) {
        EngineClock.stopAt(moment);
    }
}
