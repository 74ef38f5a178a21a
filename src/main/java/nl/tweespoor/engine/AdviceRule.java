package nl.tweespoor.engine;

/** Hears of every advice that a decision table gives, before the process or the person that asked gets it. */
public interface AdviceRule {

    void given(Advice advice);
}
