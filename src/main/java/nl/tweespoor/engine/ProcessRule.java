package nl.tweespoor.engine;

/**
 * A rule on every process, called ones too. A bean of this type is asked at each of these moments, in the same
 * transaction; throw a {@link Refusal} to stop what happens.
 */
public interface ProcessRule {

    default void starts(DossierProcess process) {
    }

    /** @param endEvent the id of an end event that is about to be reached */
    default void reaches(DossierProcess process, String endEvent) {
    }

    /** In whichever way it ends, also when an administrator deletes it. */
    default void ends(DossierProcess process) {
    }
}
