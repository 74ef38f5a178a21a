package nl.tweespoor.handover;

/** What this room knows of the models. */
final class ModelIds {

    static final String IMPLEMENTATION = "implementation";
    static final String SECURED = "EndEvent_Secured";
    static final String OWNERSHIP = "ownershipOutcome";
    static final String ACCEPTED = "accept";
    static final String LASTING_RESULT = "lastingResult";
    static final String ON_OR_ABOVE = "onOrAbove";
    /** Of a condition: a row of the forms of the hand-over, and what it is in the list. */
    static final String ROW = "condition";
    static final String NUMBER = "number";
    static final String SOURCE = "source";
    static final String ITSELF = "condition";
    static final String OWNER = "owner";
    static final String BY = "by";
    /** The same, as the models write it, and who agreed it: of this a point is made once someone leads the project. */
    static final String POINT_OWNER = "pointOwner";
    static final String POINT_DATE = "pointDate";
    static final String POINT_RAISED_BY = "pointRaisedBy";

    private ModelIds() {
    }
}
