package nl.tweespoor.engine;

import org.camunda.bpm.engine.variable.value.TypedValue;

/** Knows what can be chosen at a question of a task. It is made when the form is read and when it comes in, and stored nowhere. */
public interface OptionsLookup {

    /** The property of a task that says from what a question chooses is named after its options, and ends like this. */
    String SUFFIX = "Options";

    /** @param choices as the model says from what */
    TypedValue of(String choices, DossierTask task);
}
