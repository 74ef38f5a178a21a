package nl.tweespoor.recording;

import java.util.Locale;

/** The kinds of entries that the engine gives rise to. */
public enum Kind {

    /** Someone started a process, such as a report. */
    START,
    /** Someone completed a task. */
    TASK,
    /** A table gave its advice. */
    ADVICE,
    TIMER,
    /** Nothing with that number runs any more; from here on its time counts. */
    END,
    /** One process told another something. */
    MESSAGE,
    /** Someone got groups of a colleague, or gave them back. */
    STAND_IN,
    /** The table of roles gave or took back. */
    AUTHORIZATION,
    /** Someone did something with the engine that is no answer to a form. */
    OPERATION,
    DEPLOYMENT,
    /** A process that ran went over to another version of its model. */
    MOVE,
    /** The program brought models that the organisation had changed too; they wait. */
    UPGRADE,
    /** The board adopted a strategy. */
    ADOPTION,
    /** Someone was told that something is not for them, or what is wrong with what they deployed. */
    REFUSAL;

    /** As it stands in an entry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
