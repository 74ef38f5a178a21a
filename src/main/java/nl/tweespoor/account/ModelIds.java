package nl.tweespoor.account;

/** What this room knows of the models. */
final class ModelIds {

    static final String TEAM = "teamId";
    static final String PROJECT_LEAD = "projectLead";
    static final String SPONSOR = "sponsor";
    static final String LINE_OWNER = "lineOwner";

    private ModelIds() {
    }
}
