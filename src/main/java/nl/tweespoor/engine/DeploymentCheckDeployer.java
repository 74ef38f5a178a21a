package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Lets every {@link DeploymentCheck} look at a deployment before the engine does. */
class DeploymentCheckDeployer implements Deployer {

    private final Rules rules;

    DeploymentCheckDeployer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<DeployedResource> resources = deployment.getResources().values().stream()
                .map(resource -> new DeployedResource(resource.getName(), resource.getBytes())).toList();
        resources.forEach(resource -> rules.onDeployments().forEach(check -> check.check(resource)));
        if (deployment.isNew()) {
            Deployed deployed = new Deployed(deployment.getId(), deployment.getName(), deployment.getSource(), isByAPerson() ? rules.actor()
                    : Optional.empty(), resources);
            rules.onOccurrences().forEach(rule -> rule.deployed(deployed));
        }
    }

    /** What comes with the program is deployed while the engine is being made; nobody can be asked about then. */
    private static boolean isByAPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }
}
