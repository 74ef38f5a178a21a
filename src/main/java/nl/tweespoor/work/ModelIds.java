package nl.tweespoor.work;

/** What this room knows of the models. */
final class ModelIds {

    static final String INNOVATION = "innovation";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String POINT = "pointText";
    static final String TITLE = "title";

    private ModelIds() {
    }
}
