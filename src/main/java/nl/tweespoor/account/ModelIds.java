package nl.tweespoor.account;

/** What this room knows of the models. */
final class ModelIds {

    static final String TEAM = "teamId";

    private ModelIds() {
    }
}
