package nl.tweespoor.role;

/** What this room knows of the models. */
final class ModelIds {

    /** Property of a task: the name of the variable with the one person who may do it. */
    static final String ONLY_BY = "onlyBy";

    private ModelIds() {
    }
}
