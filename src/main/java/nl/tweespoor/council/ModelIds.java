package nl.tweespoor.council;

/** What this room knows of the models: an advice, its points, and what was decided on each. */
final class ModelIds {

    static final String PROCESS = "council-advice";
    static final String COUNCIL = "council";
    static final String COUNCIL_NAME = "adviceCouncilName";
    static final String SUBJECT = "adviceSubject";
    static final String BY = "adviceBy";
    static final String OUTCOME = "adviceOutcome";
    static final String POSITIVE = "positive";
    static final String CONDITIONS = "conditions";
    static final String CONSENT = "consent";
    static final String NOT_ASKED = "notAsked";
    static final String REFUSED = "refused";
    static final String POINT_ID = "advicePointId";
    static final String POINT_TITLE = "advicePointTitle";
    static final String POINT_REASON = "advicePointReason";
    static final String DECIDED = "adviceFollowed";
    static final String FOLLOWED = "followed";
    static final String ANSWERS = "pointAnswers";
    static final String MESSAGE = "councilMessage";
    static final String REMINDER = "reminder";
    static final String NOTICE = "noticeText";
    static final String WAIT_REASON = "councilWaitReason";

    private ModelIds() {
    }
}
