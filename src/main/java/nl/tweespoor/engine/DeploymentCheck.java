package nl.tweespoor.engine;

/**
 * Looks at what is deployed before the engine reads it, whichever way it comes in; throw a {@link Refusal} to refuse it
 * as a whole. The engine deploys while it starts, so such a bean can't ask for a service of the engine.
 */
public interface DeploymentCheck {

    /** Also called when the engine reads an older deployment from its database again. */
    void check(DeployedResource resource);
}
