package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;

/**
 * A deployment that is being stored.
 *
 * @param actor  nobody for what comes with the program
 * @param source where it says it comes from; null when it says nothing
 */
public record Deployed(String id, String name, String source, Optional<Actor> actor, List<DeployedResource> resources) {
}
