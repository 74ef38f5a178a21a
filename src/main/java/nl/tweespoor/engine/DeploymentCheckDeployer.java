package nl.tweespoor.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

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
        if (isByAPerson()) {
            complete(deployment);
            rules.gate().check(resourcesOf(deployment));
        }
        Deployed deployed = new Deployed(deployment.getId(), deployment.getName(), deployment.getSource(),
                isByAPerson() ? rules.actor() : Optional.empty(), resourcesOf(deployment));
        rules.onOccurrences().forEach(rule -> rule.deployed(deployed));
    }

    private static List<DeployedResource> resourcesOf(DeploymentEntity deployment) {
        return deployment.getResources().values().stream()
                .map(resource -> new DeployedResource(resource.getName(), resource.getBytes())).toList();
    }

    private void complete(DeploymentEntity deployment) {
        DeploymentGate gate = rules.gate();
        List<DeployedResource> sent = resourcesOf(deployment);
        Set<String> present = new HashSet<>();
        sent.forEach(file -> present.addAll(gate.idsIn(file)));
        Set<String> names = new HashSet<>(sent.stream().map(DeployedResource::baseName).toList());
        Set<String> related = new LinkedHashSet<>(present);
        related.addAll(gate.idsNeededBy(sent));
        CommandContext context = Context.getCommandContext();
        for (ResourceEntity file : new LiveFiles(context).entitiesDeployedWith(related)) {
            Set<String> ids = gate.idsIn(new DeployedResource(file.getName(), file.getBytes()));
            if (!ids.isEmpty() && ids.stream().noneMatch(present::contains) && names.add(DeployedResource.baseName(file.getName()))) {
                present.addAll(ids);
                take(context, deployment, file);
            }
        }
    }

    private static void take(CommandContext context, DeploymentEntity deployment, ResourceEntity file) {
        ResourceEntity copy = new ResourceEntity();
        copy.setName(file.getName());
        copy.setBytes(file.getBytes());
        copy.setType(file.getType());
        copy.setDeploymentId(deployment.getId());
        copy.setTenantId(deployment.getTenantId());
        copy.setCreateTime(deployment.getDeploymentTime());
        context.getResourceManager().insertResource(copy);
        deployment.addResource(copy);
    }

    /** What comes with the program is deployed while the engine is being made; nobody can be asked about then. */
    private static boolean isByAPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }
}
