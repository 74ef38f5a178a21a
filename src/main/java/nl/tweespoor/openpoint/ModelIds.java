package nl.tweespoor.openpoint;

/** What this room knows of the models: the process of a point, what it is there, and how rows of a form name their columns. */
final class ModelIds {

    static final String PROCESS = "open-point";
    static final String HANDLE = "UserTask_HandleOpenPoint";
    static final String DECIDE = "UserTask_DecideOnOpenPoint";
    /** Of the process that holds up a step: who sees to the points before it, and who lets it pass. */
    static final String SEE_TO = "UserTask_SeeToPoints";
    static final String LET_PASS = "UserTask_LetPointsPass";
    static final String STEP = "pointStep";
    static final String SEEN_TO_BY = "pointSeeTo";
    static final String ASKED = "pointsAsked";
    static final String ASKED_BY = "pointsAskedBy";

    static final String ID = "pointId";
    static final String KIND = "pointKind";
    static final String TEXT = "pointText";
    static final String RAISED_BY = "pointRaisedBy";
    /** Under which number someone told it, before its dossier was chosen. */
    static final String RAISED_AS = "raisedAs";
    static final String OWNER = "pointOwner";
    static final String DATE = "pointDate";
    static final String STATE = "pointState";
    static final String OPEN = "open";
    /** No word of the models: its process was ended by someone who administers. */
    static final String CUT = "cut";
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
    /** Where an opportunity that was joined goes on. */
    static final String JOINED_DOSSIER = "joinedDossier";
    static final String PROJECT_LEAD = "projectLead";
    static final String INNOVATION = "innovation";
    static final String IMPLEMENTATION = "implementation";
    static final String ROLL_OUT_TEAM = "roll-out-team";

    static final String NOT_BY = "notBy";
    static final String INSTEAD_BY = "insteadBy";

    /** Of a row of a form, after what its question is called. */
    static final String ROW_KIND = "Kind";
    static final String ROW_OWNER = "Owner";
    static final String ROW_DATE = "Date";
    static final String ROW_BEFORE = "Before";
    /** Of a point within a list of points. */
    static final String ITS_ID = "id";
    static final String ITS_RAISER = "raisedBy";
    static final String ITS_KIND = "kind";
    static final String ITS_TEXT = "text";
    static final String ITS_OWNER = "owner";
    static final String ITS_DATE = "date";
    static final String ITS_BEFORE = "before";
    /** What was agreed at a hand-over: a list, of which each has these, and lines that someone added. */
    static final String CONDITIONS = "conditions";
    static final String ADDED_CONDITIONS = "handOverConditions";
    static final String CONDITION = "condition";
    static final String SOURCE = "source";
    /** As the list says where a concern of critics or of the floor comes from. */
    static final String FROM_SUPPORT = "Draagvlak";
    static final String NO_MOMENT = "none";
    static final String SECURED = "secured";

    private ModelIds() {
    }
}
