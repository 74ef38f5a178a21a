package nl.tweespoor.overview;

/** What this room knows of the models: where a track goes by, how it ends, and what is told of a dossier. */
final class ModelIds {

    static final String INNOVATION = "innovation";
    static final String IDENTIFY = "UserTask_IdentifyOpportunity";
    static final String SELECT = "CallActivity_SelectOpportunity";
    static final String TEST = "CallActivity_TestFeasibility";
    static final String HAND_OVER = "CallActivity_HandOver";
    static final String PARKED = "Gateway_Parked";
    static final String PARKING_ENDED = "IntermediateEvent_ParkingEnded";
    static final String REJECTED = "EndEvent_Rejected";
    static final String NOT_CONTINUED = "EndEvent_NotContinued";
    static final String JOINED = "EndEvent_Joined";

    static final String IMPLEMENTATION = "implementation";
    static final String REVIEW = "UserTask_ReviewHandOver";
    static final String TAKE_ON = "UserTask_TakeOnHandOver";
    static final String PREPARE = "CallActivity_PrepareImplementation";
    static final String PLAN = "CallActivity_AnalyseAndPlan";
    static final String ARRANGE = "CallActivity_ArrangePreconditions";
    static final String ROLL_OUT = "CallActivity_RollOut";
    static final String SECURE = "UserTask_SecureInnovation";
    static final String ACCEPT_OWNERSHIP = "UserTask_AcceptOwnership";
    static final String KEEP_EVALUATING = "CallActivity_KeepEvaluating";
    static final String LESSONS_SECURED = "CallActivity_RecordLessonsSecured";
    static final String LESSONS_STOPPED = "CallActivity_RecordLessonsStopped";
    static final String SECURED = "EndEvent_Secured";
    static final String STOPPED = "EndEvent_Stopped";

    /** Not a step of the dossier: it waits for nobody but the one who reported it. */
    static final String READ_ANSWER = "UserTask_ReadAnswer";

    static final String TITLE = "title";
    static final String ANSWER = "answerOutcome";
    static final String ANSWER_REASON = "answerReason";
    static final String GOALS = "goalsSummary";
    static final String GROUND = "selectionGround";
    static final String NO_GROUND = "none";
    static final String JOINED_DOSSIER = "joinedDossier";

    private ModelIds() {
    }
}
