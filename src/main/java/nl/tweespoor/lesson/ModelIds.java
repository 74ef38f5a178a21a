package nl.tweespoor.lesson;

/** What this room knows of the models: the variables of a lesson, and the steps that read those of others. */
final class ModelIds {

    static final String IDENTIFY = "UserTask_IdentifyOpportunity";
    static final String ANALYSE = "UserTask_AnalysePractice";

    static final String EARLIER_LESSONS = "earlierLessons";
    static final String TITLE = "title";
    static final String PROBLEM = "problem";
    static final String THEME = "theme";
    static final String TECHNOLOGY = "technology";
    static final String EARLIER_DOSSIER = "earlierDossier";
    static final String PILOT_TEAM = "pilotTeam";
    static final String PLAN_TEAMS = "planTeams";

    static final String ENDING = "lessonEnding";
    static final String TEXT = "lessonText";
    static final String SUCCESSES = "lessonSuccesses";
    static final String FAILURES = "lessonFailures";
    static final String TEAMS = "lessonTeams";
    static final String OWNER = "lessonOwner";
    static final String FOLLOW_UP = "lessonFollowUp";
    static final String NO_CHANGE_REASON = "lessonNoChangeReason";
    static final String DECISION = "lessonDecision";
    static final String CHANGE_KIND = "lessonChangeKind";
    static final String DECISION_REASON = "lessonDecisionReason";

    /** What {@link #FOLLOW_UP} says when nothing has to change. */
    static final String NONE = "none";
    static final String OPPORTUNITY = "newOpportunity";
    /** What {@link #DECISION} says then. */
    static final String NO_CHANGE = "noChange";

    private ModelIds() {
    }
}
