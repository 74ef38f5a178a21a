package nl.tweespoor.engine;

import java.util.List;

/** Says which deployments go live at once, and takes in those that first need someone else's approval. */
public interface ProposalRule {

    /** @param files as they were sent, without what was live and belongs to them */
    boolean isOnlyProposed(Actor by, String source, List<DeployedResource> files);

    /**
     * In a transaction of its own: what the engine did with the deployment has been undone.
     *
     * @param name that the deployment was given; null when it was given none
     * @return the number of the proposal
     */
    String propose(Actor by, String name, List<DeployedResource> files);
}
