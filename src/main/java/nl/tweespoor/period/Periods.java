package nl.tweespoor.period;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.Map;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.LiveTables;
import nl.tweespoor.engine.Refusal;
import org.springframework.stereotype.Component;

/** Reads {@code periods.dmn}, the one place where a process owner finds and changes how long things may take. */
@Component("periods")
public class Periods {

    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);

    private final LiveTables tables;
    /** As it was deployed when someone last asked; a lookup costs one small query, and not a decision with its history. */
    private volatile PeriodsTable table = new PeriodsTable(null, Map.of());

    Periods(LiveTables tables) {
        this.tables = tables;
    }

    /** When a step that starts now must be done. */
    public Date due(String step) {
        return date(DutchTime.now().plus(longest(step)));
    }

    /** A rhythm for a timer, as an ISO 8601 repetition without end. */
    public String every(String step) {
        return "R/" + longest(step);
    }

    /** The periods of a step that happens more than once, in the order of the table. */
    public List<String> all(String step) {
        List<String> periods = newest().of(step);
        if (periods.isEmpty()) {
            throw Refusal.invalid("Er staat geen termijn voor '" + step + "' in de tabel Termijnen.");
        }
        return periods;
    }

    public Date after(Date start, String period) {
        return date(start.toInstant().atZone(DutchTime.ZONE).plus(Period.parse(period)));
    }

    /**
     * The morning of the given day, or the end of the longest period of the step when that comes first or no day is
     * given: nothing waits for ever.
     *
     * @param isoDate a day as a form submits it, such as 2026-12-01
     */
    public Date until(String isoDate, String step) {
        ZonedDateTime longest = DutchTime.now().plus(longest(step));
        if (isoDate == null || isoDate.isBlank()) {
            return date(longest);
        }
        ZonedDateTime chosen = DutchTime.day(isoDate).atTime(START_OF_WORK).atZone(DutchTime.ZONE);
        return date(chosen.isBefore(longest) ? chosen : longest);
    }

    /** The morning of the day so long before the given one, or now when that is over. */
    public Date before(String isoDate, String step) {
        ZonedDateTime earlier = DutchTime.day(isoDate).minus(longest(step)).atTime(START_OF_WORK).atZone(DutchTime.ZONE);
        return date(earlier.isAfter(DutchTime.now()) ? earlier : DutchTime.now());
    }

    /** The end of the last day of a step that starts today, whatever the hour: a law counts in whole days. */
    public Date lastMoment(String step) {
        return date(DutchTime.today().plus(longest(step)).atTime(LocalTime.MAX.withNano(0)).atZone(DutchTime.ZONE));
    }

    /** The last day of a step that starts today, as forms write a day. */
    public String lastDay(String step) {
        return DutchTime.today().plus(longest(step)).toString();
    }

    /** As forms write a day. */
    public String today() {
        return DutchTime.today().toString();
    }

    /** Midnight, when the given day begins. */
    public Date startOf(String isoDate) {
        return date(DutchTime.day(isoDate).atStartOfDay(DutchTime.ZONE));
    }

    /** Midnight, when the last day is over, or the longest period of the step from the first day when that comes first. */
    public Date endOf(String lastDay, String firstDay, String step) {
        LocalDate latest = lastDayOf(DutchTime.day(firstDay), step);
        LocalDate last = DutchTime.day(lastDay).isBefore(latest) ? DutchTime.day(lastDay) : latest;
        return date(last.plusDays(1).atStartOfDay(DutchTime.ZONE));
    }

    /** The last day of the longest period of the step that begins on this day. */
    public LocalDate lastDayOf(LocalDate firstDay, String step) {
        return firstDay.plus(longest(step)).minusDays(1);
    }

    /** How long a step may take, as people say it: 14 dagen. */
    public String words(String step) {
        Period period = longest(step);
        return Stream.of(count(period.getYears(), "jaar", "jaar"), count(period.getMonths(), "maand", "maanden"),
                count(period.getDays(), "dag", "dagen")).filter(part -> !part.isEmpty()).collect(Collectors.joining(" en "));
    }

    private static String count(int number, String one, String more) {
        return number == 0 ? "" : number + " " + (number == 1 ? one : more);
    }

    /** A day as people write it. */
    public String written(String isoDate) {
        return DutchTime.written(DutchTime.day(isoDate));
    }

    /** How long a step may take. */
    public Period longest(String step) {
        return Period.parse(all(step).get(0));
    }

    private PeriodsTable newest() {
        PeriodsTable known = table;
        String version = tables.newest(ModelIds.PERIODS);
        if (!version.equals(known.version())) {
            known = PeriodsTable.of(version, tables.model(version));
            table = known;
        }
        return known;
    }

    private static Date date(ZonedDateTime moment) {
        return Date.from(moment.toInstant());
    }
}
