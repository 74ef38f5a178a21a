package nl.tweespoor.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The files that were put live, also for who may not read deployments: whoever shows one decides who reads it. */
@Component
public class DeployedFiles {

    private final ProcessEngine engine;

    DeployedFiles(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * A version of a process.
     *
     * @param name  as people read it
     * @param since when it was put live
     */
    public record Version(String name, Instant since) {
    }

    /** All files of a deployment; none when it was deleted since. */
    public List<DeployedResource> all(String deployment) {
        return Unchecked.inCommand(engine, context -> context.getResourceManager().findResourcesByDeploymentId(deployment).stream()
                .filter(file -> !file.isGenerated()).map(file -> new DeployedResource(file.getName(), file.getBytes())).toList());
    }

    /** By its name, with or without folders; none when its deployment was deleted since. */
    public Optional<DeployedResource> find(String deployment, String file) {
        return all(deployment).stream().filter(one -> one.baseName().equals(DeployedResource.baseName(file))).findFirst();
    }

    /** By the name of the file, or that without its ending; none when its deployment was deleted since. */
    public Optional<DeployedResource> find(String deployment, String file, String ending) {
        return Unchecked.inCommand(engine, context -> engine.getRepositoryService().getDeploymentResourceNames(deployment).stream()
                .filter(resource -> List.of(file, file + "." + ending).contains(resource.substring(resource.lastIndexOf('/') + 1)))
                .findFirst().map(resource -> {
                    try (InputStream content = DeployedForms.contentOf(deployment, resource)) {
                        return new DeployedResource(resource, content.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** None when it is not there any more. */
    public Optional<Version> process(String key, int version) {
        return Unchecked.inCommand(engine, context -> {
            ProcessDefinition process = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(key)
                    .processDefinitionVersion(version).singleResult();
            return Optional.ofNullable(process).map(known -> new Version(Optional.ofNullable(known.getName()).orElse(key),
                    engine.getRepositoryService().createDeploymentQuery().deploymentId(known.getDeploymentId()).singleResult()
                            .getDeploymentTime().toInstant()));
        });
    }
}
