package nl.tweespoor.recording;

/** What this room knows of the models: properties of tasks, and how a dossier is called. */
final class ModelIds {

    /** The name of the variable that the gateway after the task reads. */
    static final String OUTCOME = "outcome";
    /** The name of the variable with the reason. */
    static final String REASON = "reason";
    /** The name of the variable with what a table advised, in the words of the outcome. */
    static final String ADVICE = "advice";

    /** The name of the variable with why a decision goes against that advice. */
    static final String REASON_AGAINST = "reasonAgainst";

    static final String TITLE = "title";
    /** In a task that each team has, which team that is. */
    static final String TEAM_NAME = "teamName";

    private ModelIds() {
    }
}
