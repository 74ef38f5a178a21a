package nl.tweespoor.rollout;

/** What this room knows of the models: of a stand-up, whose form has numbered rows, and of a team. */
final class ModelIds {

    /** With the number of its row, and then the name of the column. */
    static final String BARRIER = "standUpBarrier";
    static final String OWNER = "Owner";
    static final String DATE = "Date";
    /** What a barrier is within its process. */
    static final String ITS_DESCRIPTION = "description";
    static final String ITS_OWNER = "owner";
    static final String ITS_DATE = "date";

    static final String BARRIER_PROCESS = "barrier";
    static final String BARRIER_DESCRIPTION = "barrierDescription";
    static final String BARRIER_OWNER = "barrierOwner";
    static final String BARRIER_DATE = "barrierDate";

    static final String ROLL_OUT_TEAM = "roll-out-team";
    static final String TEAM_STARTED = "IntermediateEvent_TeamStarted";
    static final String PLANNED = "planTeams";
    static final String TEAM = "teamId";
    static final String TEAM_NAME = "teamName";
    static final String SIZE = "teamSize";
    static final String TRAINED = "trainedCount";
    static final String LIVE_ON = "liveOn";
    static final String USERS = "usersCount";

    private ModelIds() {
    }
}
