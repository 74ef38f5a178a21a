package nl.tweespoor.form;

/** What this room knows of the models. */
final class ModelIds {

    /** Property of a task: when true, each time it appears it asks everything anew. */
    static final String STARTS_EMPTY = "startsEmpty";

    private ModelIds() {
    }
}
