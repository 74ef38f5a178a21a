package nl.tweespoor.change;

import java.util.Arrays;
import java.util.Optional;
import nl.tweespoor.engine.DeployedResource;

/**
 * A file of a proposal.
 *
 * @param live what was live when it was last offered for review; null for what is new
 */
public record ProposedFile(String name, byte[] content, byte[] live) {

    public DeployedResource proposed() {
        return new DeployedResource(name, content);
    }

    public Optional<DeployedResource> before() {
        return Optional.ofNullable(live).map(known -> new DeployedResource(name, known));
    }

    boolean isAgainst(Optional<DeployedResource> now) {
        return Arrays.equals(live, now.map(DeployedResource::content).orElse(null));
    }
}
