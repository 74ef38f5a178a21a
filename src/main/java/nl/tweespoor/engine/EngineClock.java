package nl.tweespoor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time by which the engine works: timers, due dates, history. */
public final class EngineClock {

    private static final Duration SAME = Duration.ofMillis(2);

    private EngineClock() {
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** To the microsecond, which the engine's own does not tell, as long as it goes with that of the machine. */
    public static Instant precise() {
        Instant machine = Instant.now();
        Instant engine = now();
        return Duration.between(engine, machine).abs().compareTo(SAME) <= 0 ? machine : engine;
    }

    /** Stops the clock at a moment, for everything in this virtual machine. */
    public static void stopAt(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Goes with the time of the machine again. */
    public static void reset() {
        ClockUtil.reset();
    }
}
