package nl.tweespoor.register;

/** What this room knows of the models: how a dossier is called, and where it is held against the strategy. */
final class ModelIds {

    static final String TITLE = "title";
    static final String SELECTION = "selection";
    static final String ASSESS = "UserTask_AssessOpportunity";
    static final String GROUND = "selectionGround";
    static final String STRATEGIC_GOAL = "strategicGoal";
    static final String LEGAL_DUTY = "legalDuty";
    static final String NO_GROUND = "none";
    static final String MAIN_GOAL = "mainGoal";
    static final String OTHER_GOALS = "otherGoals";

    private ModelIds() {
    }
}
