package nl.tweespoor.control;

/** What this room knows of the models: how an opportunity is selected, and on what ground. */
final class ModelIds {

    static final String SELECTION = "selection";
    static final String ASSESS = "UserTask_AssessOpportunity";
    static final String SELECT = "UserTask_SelectOpportunity";
    static final String CONFIRM_BY_BOARD = "UserTask_ConfirmByBoard";
    static final String FEASIBILITY = "feasibility";
    static final String PREPARE_TEST = "UserTask_PrepareTest";
    static final String SELECTED = "select";
    static final String AGREED = "agree";
    static final String GROUND = "selectionGround";
    static final String STRATEGIC_GOAL = "strategicGoal";
    static final String MAIN_GOAL = "mainGoal";
    static final String LEGAL_DUTY = "legalDuty";
    static final String LEGAL_BASIS = "legalBasis";

    private ModelIds() {
    }
}
