package nl.tweespoor.decision;

/** What this room knows of the models: properties of tasks, and variables. */
final class ModelIds {

    /** Property of a task: the name of the variable that its gateway reads. */
    static final String OUTCOME = "outcome";
    /** Property of a task: the name of the variable with the reason of the decision. */
    static final String REASON = "reason";
    static final String DECISION_LOG = "decisionLog";
    static final String LATEST_REASON = "latestReason";

    private ModelIds() {
    }
}
