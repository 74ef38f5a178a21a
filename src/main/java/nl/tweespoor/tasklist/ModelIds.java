package nl.tweespoor.tasklist;

/** What this room knows of the models. */
final class ModelIds {

    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String POINT = "pointText";
    static final String TITLE = "title";
    static final String TEAM_NAME = "teamName";

    private ModelIds() {
    }
}
