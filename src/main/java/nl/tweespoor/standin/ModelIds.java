package nl.tweespoor.standin;

/** What this room knows of the models. */
final class ModelIds {

    static final String STAND_IN_PROCESS = "stand-in";
    /** Row of the table of periods. */
    static final String LONGEST = "stand-in-longest";
    static final String FIRST_DAY = "firstAbsentDate";
    static final String LAST_DAY = "lastAbsentDate";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String ABSENT = "absent";
    static final String STAND_IN = "standIn";

    private ModelIds() {
    }
}
