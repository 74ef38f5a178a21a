package nl.tweespoor.handover;

/** What this room knows of the models. */
final class ModelIds {

    static final String IMPLEMENTATION = "implementation";
    static final String SECURED = "EndEvent_Secured";
    static final String OWNERSHIP = "ownershipOutcome";
    static final String ACCEPTED = "accept";
    static final String LASTING_RESULT = "lastingResult";
    static final String ON_OR_ABOVE = "onOrAbove";

    private ModelIds() {
    }
}
