package nl.tweespoor.implementation;

import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A day on which the clock stands still, so that a test can name the moments it expects. */
class Calendar {

    /** A Monday before the clocks go forward; the periods of several tests cross that night. */
    static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 3, 2, 9, 30, 0, 0, DutchTime.ZONE);

    private Calendar() {
    }

    static void itIs(ZonedDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.toInstant()));
    }

    static void itIsMonday() {
        itIs(MONDAY);
    }

    static Date mondayPlus(String period) {
        return Date.from(MONDAY.plus(Period.parse(period)).toInstant());
    }

    /** The day as a form submits it. */
    static String dayAfterMonday(int days) {
        return MONDAY.plusDays(days).toLocalDate().toString();
    }

    /** When work starts on that day. */
    static Date morningAfterMonday(int days) {
        return Date.from(MONDAY.plusDays(days).withHour(8).withMinute(0).toInstant());
    }
}
