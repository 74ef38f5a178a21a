package nl.tweespoor.answer;

/** What this room knows of the models: the variables of an answer. */
final class ModelIds {

    static final String REPORTER = "reporter";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String ANSWER = "answerOutcome";
    static final String REASON = "answerReason";

    private ModelIds() {
    }
}
