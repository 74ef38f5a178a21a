package nl.tweespoor.yardstick;

/** What this room knows of the models: what is told of a dossier that serves a goal. */
final class ModelIds {

    static final String TITLE = "title";
    static final String PROJECT_LEAD = "projectLead";
    static final String BASELINE = "baselineValue";
    static final String TARGET = "targetValue";
    static final String MEASURED = "measuredValue";
    static final String OPEN_POINT = "open-point";
    static final String STRATEGY = "strategy";
    static final String ENDS_ON = "endsOn";

    private ModelIds() {
    }
}
