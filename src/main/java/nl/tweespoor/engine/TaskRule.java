package nl.tweespoor.engine;

import java.util.Set;

/**
 * A rule on every task, whichever model it stands in and however it is reached. A bean of this type is asked at each of
 * these moments, in the same transaction; throw a {@link Refusal} to stop what happens. Order the bean with one of the
 * constants, so that whoever may not do something hears that before anything is written.
 */
public interface TaskRule {

    /** For the rule that says for whom a task is at all. */
    int ACTORS = 100;
    /** For any other rule that refuses; it may write too, since a refusal undoes all that rules before it wrote. */
    int REFUSES = 200;
    /** For a rule that changes what the task holds. */
    int PREPARES = 300;
    /** For a rule that writes down what happened. */
    int RECORDS = 400;

    /** Groups that may do a task that appears, besides those that its model names. */
    default Set<String> alsoOpenTo(DossierTask task) {
        return Set.of();
    }

    /** The task is there, with its groups; nobody has seen it yet. */
    default void appears(DossierTask task) {
    }

    /** Someone takes the task, gets it, or gives it back. */
    default void assigned(DossierTask task, Assignment to) {
    }

    /** Someone completes the task; its answers are in its variables already. */
    default void completes(DossierTask task, Actor actor) {
    }
}
