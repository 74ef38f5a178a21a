package nl.tweespoor.rollout;

/** What this room knows of the models: the variables of a stand-up, of which the form has numbered rows. */
final class ModelIds {

    /** With the number of its row, and then the name of the column. */
    static final String BARRIER = "standUpBarrier";
    static final String OWNER = "Owner";
    static final String DATE = "Date";
    /** What a barrier is within its process. */
    static final String ITS_DESCRIPTION = "description";
    static final String ITS_OWNER = "owner";
    static final String ITS_DATE = "date";

    private ModelIds() {
    }
}
