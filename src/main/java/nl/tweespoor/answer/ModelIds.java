package nl.tweespoor.answer;

/** What this room knows of the models: the variables of an answer, and the task that reads it. */
final class ModelIds {

    static final String REPORTER = "reporter";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String ANSWER = "answerOutcome";
    static final String EARLIER = "earlierAnswers";
    static final String READ_ANSWER = "UserTask_ReadAnswer";
    static final String REASON = "answerReason";

    private ModelIds() {
    }
}
