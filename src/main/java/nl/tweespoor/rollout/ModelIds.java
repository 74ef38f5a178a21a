package nl.tweespoor.rollout;

/** What this room knows of the models: of a team, and of what was planned for it. */
final class ModelIds {

    static final String ROLL_OUT_TEAM = "roll-out-team";
    static final String TEAM_STARTED = "IntermediateEvent_TeamStarted";
    static final String PLANNED = "planTeams";
    static final String STRATEGIES = "strategies";
    static final String TEAM = "teamId";
    static final String TEAM_NAME = "teamName";
    static final String SIZE = "teamSize";
    static final String TRAINED = "trainedCount";
    static final String LIVE_ON = "liveOn";
    static final String TEAM_LEADER = "teamLeader";
    static final String USERS = "usersCount";

    static final String TEAM_PLAN = "team-plan";
    static final String WHO_TRAINED = "trained";
    static final String TRAINING_WHO = "trainingWho";
    static final String TRAINING_COUNT = "trainingCount";
    static final String TRAINING_BY = "trainingBy";
    static final String TRAINING_DATE = "trainingDate";
    static final String NOT_TRAINED_REASON = "trainingNotReason";

    /** Of what is told: which task tells it, in which rhythm, and why it was not. */
    static final String TELL_UPDATE = "UserTask_TellUpdate";
    static final String ROLL_OUT = "roll-out";
    static final String RHYTHM = "updateRhythm";
    static final String NOT_TOLD_REASON = "updateNotReason";
    /** Of the plan: a number and the name of a column follow. */
    static final String MESSAGE = "message";
    static final String MILESTONE = "milestone";

    /** Of help on the floor. */
    static final String HELP_CHOICE = "helpChoice";
    static final String NEEDED = "needed";
    static final String HELP_BY = "helpBy";
    static final String HELP_UNTIL = "helpUntil";
    static final String HELP_NAME = "helpName";
    static final String HELP_OUTCOME = "helpOutcome";
    static final String HELP_PARTLY = "partly";
    static final String HELP_STORY = "helpStory";
    static final String CANNOT_REASON = "promiseNotReason";
    static final String PROJECT_LEAD = "projectLead";

    private ModelIds() {
    }
}
