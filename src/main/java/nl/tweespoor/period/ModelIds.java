package nl.tweespoor.period;

/** What this room knows of the models. */
final class ModelIds {

    /** The table of periods. */
    static final String PERIODS = "periods";

    private ModelIds() {
    }
}
