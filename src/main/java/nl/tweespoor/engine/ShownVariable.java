package nl.tweespoor.engine;

import org.camunda.bpm.engine.variable.value.TypedValue;

/** Something that forms of tasks only show. It is made when a form is read, and stored nowhere. */
public interface ShownVariable {

    /** As the forms call it. */
    String name();

    TypedValue of(DossierTask task);
}
