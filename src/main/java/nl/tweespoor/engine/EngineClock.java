package nl.tweespoor.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The time by which the engine works: timers, due dates, history. */
public final class EngineClock {

    private EngineClock() {
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
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
