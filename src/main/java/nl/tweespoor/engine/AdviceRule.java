package nl.tweespoor.engine;

/** Hears of every advice that a decision table gives, before the process or the person that asked gets it. */
public interface AdviceRule {

    /** Each table by itself, also one that another table asks. */
    default void given(Advice advice) {
    }

    /** The table that was asked, with all that came out of it. */
    default void answered(Advice advice) {
    }
}
