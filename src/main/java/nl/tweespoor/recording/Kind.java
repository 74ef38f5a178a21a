package nl.tweespoor.recording;

import java.util.Locale;

/** The kinds of entries that the engine gives rise to. */
enum Kind {

    /** Someone started a process, such as a report. */
    START,
    /** Someone completed a task. */
    TASK,
    /** A table gave its advice. */
    ADVICE,
    TIMER,
    /** Someone did something with the engine that is no answer to a form. */
    OPERATION,
    DEPLOYMENT,
    /** Someone was told that something is not for them. */
    REFUSAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
