package nl.tweespoor.poll;

/** What this room knows of the models: the variables of a poll. */
final class ModelIds {

    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String AT_THE_START = "start";
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
    static final String TEAM_NAME = "teamName";
    static final String WHO = "pollWho";
    static final String BY_MAIL_ONLY = "mail";
    static final String COLLEAGUES_ONLY = "colleagues";
    static final String ANSWER_POLL = "UserTask_AnswerPoll";
    static final String GAUGE_SUPPORT = "UserTask_GaugeSupport";
    static final String CONCLUDE_FEASIBILITY = "UserTask_ConcludeFeasibility";
    static final String PLAN_POLL = "UserTask_PlanPoll";
    static final String EVALUATE_INTERIM = "UserTask_EvaluateInterim";
    static final String CHOOSE_COURSE = "UserTask_ChooseCourse";
    static final String SECURE = "UserTask_SecureInnovation";
    static final String ACCEPT_OWNERSHIP = "UserTask_AcceptOwnership";
    static final String MEASURE_RESULT = "UserTask_MeasureResult";

    private ModelIds() {
    }
}
