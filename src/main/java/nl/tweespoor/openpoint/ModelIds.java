package nl.tweespoor.openpoint;

/** What this room knows of the models: the process of a point, what it is there, and how rows of a form name their columns. */
final class ModelIds {

    static final String PROCESS = "open-point";
    static final String HANDLE = "UserTask_HandleOpenPoint";
    static final String DECIDE = "UserTask_DecideOnOpenPoint";

    static final String KIND = "pointKind";
    static final String TEXT = "pointText";
    static final String RAISED_BY = "pointRaisedBy";
    static final String OWNER = "pointOwner";
    static final String DATE = "pointDate";
    static final String STATE = "pointState";
    static final String OPEN = "open";
    static final String CLOSED_BY = "pointClosedBy";
    static final String TEAM = "teamId";
    static final String TEAM_NAME = "teamName";
    static final String BEFORE = "pointBefore";
    static final String MOVES = "pointMoves";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    /** The message that starts one. */
    static final String RAISED = "PointRaised";
    /** Which dossier someone chose to raise it in. */
    static final String ABOUT = "aboutDossier";
    static final String INNOVATION = "innovation";
    static final String IMPLEMENTATION = "implementation";
    static final String ROLL_OUT_TEAM = "roll-out-team";

    static final String NOT_BY = "notBy";
    static final String INSTEAD_BY = "insteadBy";

    /** Of a row of a form, after what its question is called. */
    static final String ROW_OWNER = "Owner";
    static final String ROW_DATE = "Date";
    /** Of a point within a list of points. */
    static final String ITS_KIND = "kind";
    static final String ITS_TEXT = "text";
    static final String ITS_OWNER = "owner";
    static final String ITS_DATE = "date";
    static final String ITS_BEFORE = "before";
    static final String NO_MOMENT = "none";
    static final String SECURED = "secured";

    private ModelIds() {
    }
}
