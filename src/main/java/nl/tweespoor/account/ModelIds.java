package nl.tweespoor.account;

/** What this room knows of the models. */
final class ModelIds {

    static final String NOT_BY = "notBy";
    static final String INSTEAD_BY = "insteadBy";
    static final String TEAM = "teamId";
    static final String PROJECT_LEAD = "projectLead";
    static final String SPONSOR = "sponsor";
    static final String TEAM_LEADER = "teamLeader";
    static final String LINE_OWNER = "lineOwner";

    private ModelIds() {
    }
}
