package nl.tweespoor.rollout;

/** What this room knows of the models: of a team. */
final class ModelIds {

    static final String ROLL_OUT_TEAM = "roll-out-team";
    static final String TEAM_STARTED = "IntermediateEvent_TeamStarted";
    static final String PLANNED = "planTeams";
    static final String TEAM = "teamId";
    static final String TEAM_NAME = "teamName";
    static final String SIZE = "teamSize";
    static final String TRAINED = "trainedCount";
    static final String LIVE_ON = "liveOn";
    static final String TEAM_LEADER = "teamLeader";
    static final String USERS = "usersCount";

    private ModelIds() {
    }
}
