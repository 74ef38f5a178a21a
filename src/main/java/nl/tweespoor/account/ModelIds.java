package nl.tweespoor.account;

import java.util.List;

/** What this room knows of the models. */
final class ModelIds {

    static final String NOT_BY = "notBy";
    static final String INSTEAD_BY = "insteadBy";
    /** Who asked for what a task decides on. */
    static final String REQUESTED_BY = "requestedBy";
    static final String OF_TEAM = "ofTeam";
    static final String TEAM = "teamId";
    static final String PROJECT_LEAD = "projectLead";
    static final String SPONSOR = "sponsor";
    static final List<String> MEMBERS = List.of("member1", "member2", "member3", "member4", "member5", "member6");
    /** Of the plan, which has at most ten. */
    static final String MILESTONE = "milestone";
    static final String MILESTONE_OWNER = "Owner";
    /** Of someone from outside: to which name, organisation, task and last day are added. */
    static final List<String> HELPERS = List.of("helper1", "helper2");
    static final String HELPER_NAME = "Name";
    static final String HELPER_ORGANISATION = "Organisation";
    static final String HELPER_UNTIL = "Until";
    static final String TEAM_LEADER = "teamLeader";
    static final String LINE_OWNER = "lineOwner";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String TEAM_NAME = "teamName";
    static final String CHANGE_CARRIER = "change-carrier";
    /** The message that begins it when who was chosen is gone. */
    static final String CARRIER_LEFT = "CarrierLeft";
    static final String CARRIERS_GONE = "carriersGone";
    static final String CARRIER_DOSSIER = "carrierDossier";
    static final String CARRIER_ROLE = "carrierRole";
    static final String NEW_CARRIER = "newCarrier";
    static final List<String> CARRIED = List.of("implementation", "yearly-look");

    private ModelIds() {
    }
}
