package nl.tweespoor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;

/** The files that are live, as the engine holds them during one command. */
public final class LiveFiles {

    private final CommandContext context;

    LiveFiles(CommandContext context) {
        this.context = context;
    }

    /**
     * All files of the deployments in which the newest of these processes, tables and forms are: what was put live last comes
     * first, so the first file that holds an id is the one that is live.
     */
    public List<DeployedResource> deployedWith(Collection<String> ids) {
        return ids.stream().flatMap(this::deployments).distinct()
                .map(id -> context.getDeploymentManager().findDeploymentById(id)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(DeploymentEntity::getDeploymentTime).reversed())
                .flatMap(deployment -> context.getResourceManager().findResourcesByDeploymentId(deployment.getId()).stream())
                .filter(file -> !file.isGenerated()).map(file -> new DeployedResource(file.getName(), file.getBytes())).toList();
    }

    private Stream<String> deployments(String id) {
        List<ResourceDefinitionEntity<?>> newest = new ArrayList<>();
        newest.add(context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id));
        newest.add(context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id));
        newest.add(context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id));
        return newest.stream().filter(Objects::nonNull).map(ResourceDefinitionEntity::getDeploymentId);
    }
}
