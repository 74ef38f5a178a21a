package nl.tweespoor.change;

/** What this room knows of the models. */
final class ModelIds {

    static final String PROCESS = "process-change";
    /** The message with which a proposal begins, and the one that stops it while it waits for its day. */
    static final String PROPOSED = "ChangeProposed";
    static final String STOPPED = "ChangeStopped";
    static final String EXPLAIN = "UserTask_ExplainChange";
    static final String REVIEW = "UserTask_ReviewChange";
    static final String DOSSIER_NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String REQUESTED_BY = "requestedBy";
    /** Whose proposal it is, as a holder of a role. */
    static final String PROPOSER = "proposer";
    /** Who reviews it, as the table says: ids of groups with commas. */
    static final String REVIEW_GROUPS = "reviewGroups";
    /** The table that says so, what it looks at, and whether what was live before goes back without a review. */
    static final String APPROVAL = "change-approval";
    static final String CHANGED_IDS = "changedIds";
    static final String PUTTING_BACK = "puttingBack";
    static final String AT_ONCE = "atOnce";
    static final String REASON = "changeReason";
    static final String OFFER = "changeOffer";
    static final String OFFERED = "offer";
    static final String STOPPED_BECAUSE = "changeStopReason";
    static final String FINDINGS = "changeFindings";
    /** What a form shows of it, and the columns. */
    static final String CHANGES = "proposedChanges";
    static final String COLUMN_FILE = "file";
    static final String COLUMN_WHAT = "what";
    static final String REPLAYED = "replayedDecisions";
    static final String TRIAL = "proposalTrial";
    static final String RUNNING = "runningOnIt";
    static final String COLUMN_PROCESS = "process";
    static final String COLUMN_COUNT = "count";

    private ModelIds() {
    }
}
