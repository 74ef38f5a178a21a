package nl.tweespoor.engine;

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
        deployment.getResources().values().stream()
                .map(resource -> new DeployedResource(resource.getName(), resource.getBytes()))
                .forEach(resource -> rules.onDeployments().forEach(check -> check.check(resource)));
    }
}
