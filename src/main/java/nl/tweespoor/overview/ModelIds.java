package nl.tweespoor.overview;

/** What this room knows of the models: where a track goes by, how it ends, and what is told of a dossier. */
final class ModelIds {

    static final String INNOVATION = "innovation";
    static final String REPORTER_SHOWN = "reporterShown";
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
    static final String REVIEW = "CallActivity_ReviewHandOver";
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
    static final String YEAR_PASSED = "IntermediateEvent_YearPassed";

    /** Not steps of the dossier: they wait for nobody but the one who reported it or raised a point, or decides on its lesson. */
    static final String READ_ANSWER = "UserTask_ReadAnswer";
    static final String READ_POINT_ANSWER = "UserTask_ReadPointAnswer";
    static final String DECIDE_LESSON = "UserTask_DecideLesson";

    static final String CHOOSE_CARRIER = "UserTask_ChooseCarrier";
    static final String NEW_PROJECT_LEAD = "newProjectLead";
    static final String NEW_LINE_OWNER = "newLineOwner";
    static final String RAISE_POINT = "raise-point";
    static final String TITLE = "title";
    static final String ANSWER = "answerOutcome";
    static final String ANSWER_REASON = "answerReason";
    static final String GOALS = "goalsSummary";
    static final String MAIN_GOAL = "mainGoal";
    static final String STRATEGIC_GOAL = "strategicGoal";
    static final String SELECT_TASK = "UserTask_SelectOpportunity";
    static final String GROUND = "selectionGround";
    static final String NO_GROUND = "none";
    static final String JOINED_DOSSIER = "joinedDossier";

    static final String SETTLE_CAPACITY = "UserTask_SettleCapacity";
    static final String SETTLE_CAPACITY_BY_BOARD = "UserTask_SettleCapacityByBoard";
    static final String CAPACITY = "capacityOutcome";
    static final String OVERRULED = "overruled";

    static final String FORM_TEAM = "UserTask_FormTeam";
    static final String PROJECT_LEAD = "projectLead";
    static final String LINE_OWNER = "lineOwner";
    static final String LOOK_BACK = "UserTask_LookBack";
    static final String NEXT_OWNER = "nextOwner";
    static final String ACCEPTED = "accept";
    static final String OWNERSHIP = "ownershipOutcome";

    static final String TEST_ORGANISATION = "UserTask_TestOrganisation";
    static final String TEST_FINANCE = "UserTask_TestFinance";
    static final String TEST_TECHNOLOGY = "UserTask_TestTechnology";
    static final String TEST_PRIVACY = "UserTask_TestPrivacy";
    static final String GAUGE_SUPPORT = "UserTask_GaugeSupport";
    static final String ORGANISATION_FINDING = "organisationFinding";
    static final String FINANCE_FINDING = "financeFinding";
    static final String TECHNOLOGY_FINDING = "technologyFinding";
    static final String SCAN_PRIVACY = "UserTask_ScanPrivacy";
    static final String WEIGH_PRIVACY = "BusinessRuleTask_WeighPrivacy";
    /** What the table on privacy and law gives. */
    static final String FINDING = "finding";
    static final String PROFESSIONALS_HEARD = "professionalsHeard";
    static final String CLIENTS_HEARD = "clientsHeard";
    static final String CRITICS_HEARD = "criticsHeard";
    static final String SUPPORT_FINDING = "supportFinding";
    static final String ONE_OFF_COST = "oneOffCost";
    static final String YEARLY_COST = "yearlyCost";
    static final String BENEFIT_1_WHAT = "benefit1What";
    static final String BENEFIT_1_PAYER = "benefit1Payer";
    static final String BENEFIT_1_GAINER = "benefit1Gainer";
    static final String BENEFIT_2_WHAT = "benefit2What";
    static final String BENEFIT_2_PAYER = "benefit2Payer";
    static final String BENEFIT_2_GAINER = "benefit2Gainer";
    static final String BENEFIT_3_WHAT = "benefit3What";
    static final String BENEFIT_3_PAYER = "benefit3Payer";
    static final String BENEFIT_3_GAINER = "benefit3Gainer";
    static final String PRIVACY_RISK = "privacyRisk";
    static final String DETERMINE_RISK = "BusinessRuleTask_DetermineRisk";
    /** What the table on the highest risk gives. */
    static final String RISK = "risk";

    static final String WEIGH = "UserTask_WeighFindings";
    static final String PILOT_CHOICE = "pilotChoice";
    static final String PILOT = "pilot";
    static final String PILOT_QUESTION = "pilotQuestion";
    static final String PILOT_TEAM = "pilotTeam";
    static final String PILOT_END = "pilotEndDate";
    static final String RUN_PILOT = "UserTask_RunPilot";
    static final String EVALUATE_PILOT = "UserTask_EvaluatePilot";

    static final String ANALYSE = "UserTask_AnalysePractice";
    static final String ANALYSE_GROUPS = "UserTask_AnalyseTargetGroups";
    static final String CHOOSE_STRATEGIES = "UserTask_ChooseStrategies";
    static final String PLAN_IMPLEMENTATION = "UserTask_PlanImplementation";
    static final String INDICATOR = "baselineIndicator";
    static final String DIRECTION = "normDirection";
    static final String BASELINE = "baselineValue";
    static final String TARGET = "targetValue";
    static final String NORM = "normValue";
    static final String MEASURE = "UserTask_MeasureResult";
    static final String MEASURED = "measuredValue";
    static final String SOURCE = "measurementSource";
    static final String STORY = "measurementStory";

    private ModelIds() {
    }
}
