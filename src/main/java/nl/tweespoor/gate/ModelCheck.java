package nl.tweespoor.gate;

/** Looks at one kind of fault in all that would be live together. It changes nothing, and says all it finds at once. */
public interface ModelCheck {

    void check(Models models, Findings findings);
}
