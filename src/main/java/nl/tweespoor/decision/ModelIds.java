package nl.tweespoor.decision;

/** What this room knows of the models: properties of tasks, and variables. */
final class ModelIds {

    /** Property of a task: the name of the variable that its gateway reads. Also a column of the decisions on a form. */
    static final String OUTCOME = "outcome";
    /** Property of a task: the name of the variable with the reason. Also an output of tables, and a column on a form. */
    static final String REASON = "reason";
    /** Property of a task: the name of the variable with why it was decided otherwise than advised. */
    static final String REASON_AGAINST = "reasonAgainst";
    static final String DATE = "date";
    static final String STEP = "step";
    static final String BY = "by";
    static final String DECISION_LOG = "decisionLog";
    static final String LATEST_REASON = "latestReason";

    private ModelIds() {
    }
}
