package nl.tweespoor.erasure;

/** What this room knows of the models. */
final class ModelIds {

    static final String DECIDE = "UserTask_DecideErasure";
    /** The questions of who starts it. */
    static final String DOSSIER = "erasureDossier";
    static final String ENTRY = "erasureEntry";
    static final String NAME = "erasureValue";
    static final String REFERENCE = "erasureReference";
    static final String REASON = "erasureReason";
    /** Who started it. */
    static final String REQUESTED_BY = "requestedBy";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    /** The dossiers that the form for a report lists by number and title. */
    static final String DOSSIER_OPTIONS = "dossierOptions";
    /** What will go, for the table on a form, and its columns. */
    static final String ERASED_VALUES = "erasedValues";
    static final String COLUMN_STEP = "step";
    static final String COLUMN_DATE = "date";
    static final String COLUMN_BY = "by";
    static final String COLUMN_TEXT = "text";

    private ModelIds() {
    }
}
