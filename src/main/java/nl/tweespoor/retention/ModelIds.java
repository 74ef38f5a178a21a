package nl.tweespoor.retention;

/** What this room knows of the models. */
final class ModelIds {

    /** The table of retention; below it its kinds. */
    static final String RETENTION = "retention";
    static final String DOSSIER_HISTORY = "dossier-history";
    static final String DOSSIER_LEDGER = "dossier-ledger";
    static final String STAND_IN_HISTORY = "stand-in-history";
    static final String STAND_IN_LEDGER = "stand-in-ledger";
    static final String OTHER_HISTORY = "other-history";
    static final String OTHER_LEDGER = "other-ledger";
    static final String GENERAL_LEDGER = "general-ledger";
    static final String READINGS = "readings";
    /** What it says of what stays. */
    static final String NEVER = "never";
    /** The process with which people let a colleague stand in. */
    static final String STAND_IN = "stand-in";

    private ModelIds() {
    }
}
