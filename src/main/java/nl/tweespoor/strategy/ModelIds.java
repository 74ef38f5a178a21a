package nl.tweespoor.strategy;

/** What this room knows of the models: the variables of an assessment. */
final class ModelIds {

    static final String GROUND = "selectionGround";
    static final String LEGAL_DUTY = "legalDuty";
    static final String STRATEGIC_GOAL = "strategicGoal";
    static final String LEGAL_BASIS = "legalBasis";
    static final String MAIN_GOAL = "mainGoal";
    static final String OTHER_GOALS = "otherGoals";

    private ModelIds() {
    }
}
