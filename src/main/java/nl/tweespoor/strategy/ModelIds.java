package nl.tweespoor.strategy;

import java.util.List;

/** What this room knows of the models: the variables of an assessment, and those of a strategy that is made. */
final class ModelIds {

    static final String GROUND = "selectionGround";
    static final String LEGAL_DUTY = "legalDuty";
    static final String STRATEGIC_GOAL = "strategicGoal";
    static final String LEGAL_BASIS = "legalBasis";
    static final String MAIN_GOAL = "mainGoal";
    static final String OTHER_GOALS = "otherGoals";

    static final String NO_GROUND = "none";
    static final String GOALS_SUMMARY = "goalsSummary";

    /** Of a dossier that is looked at again because its goal went or changed, and of the tracks that it is on. */
    static final String REASSESSMENT = "goal-reassessment";
    static final String GOALS_CHANGED = "GoalsChanged";
    static final String STRATEGY_CHANGED = "StrategyChanged";
    static final String INNOVATION = "innovation";
    static final String IMPLEMENTATION = "implementation";
    static final String NOT_CONTINUED = "Gateway_ToNotContinued";
    static final String STOPPED = "Gateway_ToRecordLessonsStopped";
    static final String MONITOR = "CallActivity_Monitor";
    static final String REPLACED = "EndEvent_StrategyReplaced";
    static final String DRIFT_TRACK = "driftTrack";
    static final String DRIFT_OWNER = "driftOwner";
    static final String DRIFT_WHAT = "driftWhat";
    static final String DRIFT_WHY = "driftWhy";
    static final String NEW_GOAL = "newGoal";
    static final String REASON = "reassessReason";
    static final String LATEST_REASON = "latestReason";
    static final String STOP_REASON = "stopReason";
    static final List<String> LESSON = List.of("lessonText", "lessonFollowUp", "lessonNoChangeReason");
    static final String PROJECT_LEAD = "projectLead";

    static final String STRATEGY = "strategy";
    static final String NUMBER = "dossierNumber";
    static final String YEARS = "strategyYears";
    static final String OTHER_PERIOD = "other";
    static final String STATE = "strategyState";
    static final String IN_FORCE = "inForce";
    static final String LEAD = "strategyLead";
    static final String REMARKS = "pictureRemarks";
    static final String VIEW = "pictureView";
    static final String DIFFERS = "differs";
    static final String REMARK = "pictureRemark";
    static final String MEMBER = "pictureMember";

    static final String STARTS_ON = "startsOn";
    static final String ENDS_ON = "endsOn";
    static final String WHY_NOW = "whyNow";
    static final String ADOPTION_REASON = "adoptionReason";
    static final String ADOPTED_VERSION = "adoptedVersion";
    static final String LAST_YEARLY_LOOK = "lastYearlyLook";
    static final String LAST_LOOK = "lastLook";

    static final String PILLARS = "pillars";
    static final String TARGET_GROUPS = "targetGroups";
    static final String OPTIONS = "options";
    static final String CHOICES = "choices";
    static final String GOALS = "goals";
    static final String PRECONDITIONS = "preconditions";
    static final String ACTIVITIES = "activities";

    /** Of an item. */
    static final String ID = "id";
    static final String TITLE = "title";
    static final String PILLAR = "pillar";
    static final String OPTION = "option";
    static final String CHOICE = "choice";
    static final String YES = "yes";
    static final String NOT_YET = "notYet";
    static final String LOOK_AGAIN = "lookAgainOn";
    static final String GOAL = "goal";
    static final String OWNER = "owner";
    static final String DATE = "date";
    static final String DEADLINE = "deadline";

    /** What is entered item by item. */
    static final List<String> LISTS = List.of("team", PILLARS, TARGET_GROUPS, "findings", "outwardFindings", "inwardFindings", OPTIONS, CHOICES,
            GOALS, PRECONDITIONS, ACTIVITIES);

    private ModelIds() {
    }
}
