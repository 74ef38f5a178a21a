package nl.tweespoor.dossier;

/** What this room knows of the models. */
final class ModelIds {

    static final String INNOVATION = "innovation";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String IMPLEMENTATION = "implementation";
    static final String IDENTIFY = "UserTask_IdentifyOpportunity";
    static final String JOINED = "EndEvent_Joined";
    static final String SIMILAR_DOSSIERS = "similarDossiers";
    static final String PROBLEM = "problem";
    static final String TITLE = "title";
    /** Whether others read the name of who reports. */
    static final String REPORTER_SHOWN = "reporterShown";
    static final String BY_NAME = "name";
    static final String REPORTER_NAME = "reporterName";
    static final String JOINED_DOSSIER = "joinedDossier";
    /** Property of a task: with this value whoever reported the dossier may neither take nor complete it. */
    static final String NOT_BY = "notBy";
    static final String REPORTER = "reporter";
    /** Property of a task: the group that may do it too where a reporter is in its own group. */
    static final String INSTEAD_BY = "insteadBy";

    private ModelIds() {
    }
}
