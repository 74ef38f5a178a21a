package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Goes last, so that what becomes a proposal is something that can go live: the gate let it through and the engine read it. */
class ProposalDeployer implements Deployer {

    private final Rules rules;

    ProposalDeployer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        Optional<Actor> person = deployment.isNew() ? DeploymentCheckDeployer.person(rules) : Optional.empty();
        person.ifPresent(by -> {
            List<DeployedResource> files = DeploymentCheckDeployer.resourcesOf(deployment);
            if (rules.proposals().isOnlyProposed(by, deployment.getSource(), files)) {
                throw new Proposed(by, deployment.getName(), files);
            }
        });
    }
}
