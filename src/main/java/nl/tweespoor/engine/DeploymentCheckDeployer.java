package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;

/**
 * Lets every {@link DeploymentCheck} look at a deployment before the engine does. What a person sends is first joined with what is
 * live and belongs to it, since a model finds its forms and tables in its own deployment only, and then passes the gate as a whole.
 */
class DeploymentCheckDeployer implements Deployer {

    private final Rules rules;

    DeploymentCheckDeployer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        resourcesOf(deployment).forEach(resource -> rules.onDeployments().forEach(check -> check.check(resource)));
        if (!deployment.isNew()) {
            return;
        }
        Optional<Actor> person = person(rules);
        if (person.isPresent()) {
            complete(deployment);
            rules.gate().check(resourcesOf(deployment));
        }
        Deployed deployed = new Deployed(deployment.getId(), deployment.getName(), deployment.getSource(), person, resourcesOf(deployment));
        rules.onOccurrences().forEach(rule -> rule.deployed(deployed));
    }

    static List<DeployedResource> resourcesOf(DeploymentEntity deployment) {
        return deployment.getResources().values().stream().filter(resource -> !resource.isGenerated())
                .map(resource -> new DeployedResource(resource.getName(), resource.getBytes())).toList();
    }

    /** Nobody for what comes with the program, which is deployed while the engine is being made: no rule can be asked about then. */
    static Optional<Actor> person(Rules rules) {
        return Context.getCommandContext().getAuthenticatedUserId() == null ? Optional.empty() : rules.actor();
    }

    private void complete(DeploymentEntity deployment) {
        CommandContext context = Context.getCommandContext();
        WholeDeployment.besides(resourcesOf(deployment), rules.gate(), new LiveFiles(context)).forEach(file -> take(context, deployment, file));
    }

    private static void take(CommandContext context, DeploymentEntity deployment, DeployedResource file) {
        ResourceEntity copy = new ResourceEntity();
        copy.setName(file.name());
        copy.setBytes(file.content());
        copy.setType(ResourceTypes.REPOSITORY.getValue());
        copy.setDeploymentId(deployment.getId());
        copy.setTenantId(deployment.getTenantId());
        copy.setCreateTime(deployment.getDeploymentTime());
        context.getResourceManager().insertResource(copy);
        deployment.addResource(copy);
    }
}
