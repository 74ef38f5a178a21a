package nl.tweespoor.recording;

/** Names in an entry. A name of a variable has no hyphen, so what the engine adds is never mistaken for an answer. */
final class Facts {

    static final String TASK = "task-id";
    static final String PROCESS = "process-id";
    /** The name of the answer that is the reason. */
    static final String REASON = "reason-in";
    static final String OUTCOME_LABEL = "outcome-label";
    /** The name of who decided, and for whom they stood in. A value, so that it can be erased. */
    static final String BY = "done-by";

    private Facts() {
    }
}
