package nl.tweespoor.poll;

/** What this room knows of the models: the variables of a poll. */
final class ModelIds {

    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String POLL = "pollId";
    static final String MOMENT = "pollMoment";
    static final String QUESTION_1 = "pollQuestion1";
    static final String QUESTION_2 = "pollQuestion2";
    static final String UNTIL = "pollUntil";
    static final String ADDRESSES = "pollAddresses";
    static final String ADDRESS = "pollAddress";
    static final String GROUPS = "pollGroups";
    static final String ANSWER_1 = "pollAnswer1";
    static final String ANSWER_2 = "pollAnswer2";
    static final String FREE_WORD = "pollFreeWord";
    static final String PERIOD = "support-poll";
    static final String RESULTS = "pollResults";
    static final String WORDS = "pollWords";
    static final String TITLE = "title";

    private ModelIds() {
    }
}
