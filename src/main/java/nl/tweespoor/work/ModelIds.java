package nl.tweespoor.work;

/** What this room knows of the models. */
final class ModelIds {

    static final String INNOVATION = "innovation";
    static final String IMPLEMENTATION = "implementation";
    static final String PREPARATION = "preparation";
    static final String YEARLY_LOOK = "yearly-look";
    static final String PROJECT_LEAD = "projectLead";
    static final String SPONSOR = "sponsor";
    static final String LINE_OWNER = "lineOwner";
    static final String RAISE_POINT = "raise-point";
    static final String STRATEGY = "strategy";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String POINT = "pointText";
    static final String TITLE = "title";

    private ModelIds() {
    }
}
