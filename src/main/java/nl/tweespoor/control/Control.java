package nl.tweespoor.control;

/** One question to the records. A bean of this type is asked with all others. */
public interface Control {

    /** Stays the same, whatever it is called. */
    String id();

    /** In Dutch. */
    String name();

    /** What it looks at, and when that is a finding: one Dutch sentence. */
    String looksAt();

    /** Looks now. Others may write meanwhile; what they do is never a finding. */
    Evidence examine();
}
