package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;

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
        Set<String> names = new HashSet<>(sent.stream().map(file -> baseName(file.name())).toList());
        Set<String> related = new LinkedHashSet<>(present);
        related.addAll(gate.idsNeededBy(sent));
        CommandContext context = Context.getCommandContext();
        List<String> live = related.stream().flatMap(id -> liveDeployments(context, id)).distinct()
                .map(id -> context.getDeploymentManager().findDeploymentById(id)).filter(Objects::nonNull)
                .sorted((one, other) -> other.getDeploymentTime().compareTo(one.getDeploymentTime())).map(DeploymentEntity::getId).toList();
        for (ResourceEntity file : live.stream().flatMap(id -> context.getResourceManager().findResourcesByDeploymentId(id).stream()).toList()) {
            Set<String> ids = gate.idsIn(new DeployedResource(file.getName(), file.getBytes()));
            if (!file.isGenerated() && !ids.isEmpty() && ids.stream().noneMatch(present::contains) && names.add(baseName(file.getName()))) {
                present.addAll(ids);
                take(context, deployment, file);
            }
        }
    }

    /** The deployments in which the newest of this id is. */
    private static Stream<String> liveDeployments(CommandContext context, String id) {
        List<ResourceDefinitionEntity<?>> newest = new ArrayList<>();
        newest.add(context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id));
        newest.add(context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id));
        newest.add(context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id));
        return newest.stream().filter(Objects::nonNull).map(ResourceDefinitionEntity::getDeploymentId);
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

    private static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What comes with the program is deployed while the engine is being made; nobody can be asked about then. */
    private static boolean isByAPerson() {
        return Context.getCommandContext().getAuthenticatedUserId() != null;
    }
}
