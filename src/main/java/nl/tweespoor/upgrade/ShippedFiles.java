package nl.tweespoor.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.tweespoor.engine.DeployedResource;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the program brings: the files at {@code camunda.bpm.deployment-resource-pattern}. */
@Component
class ShippedFiles {

    private final ResourcePatternResolver resolver;
    private final String[] patterns;

    ShippedFiles(ResourcePatternResolver resolver, CamundaBpmProperties properties) {
        this.resolver = resolver;
        this.patterns = properties.getDeploymentResourcePattern();
    }

    /** @throws UncheckedIOException when one can't be read: without its models Tweespoor doesn't start */
    List<DeployedResource> read() {
        List<DeployedResource> files = new ArrayList<>();
        try {
            for (String pattern : patterns) {
                for (Resource resource : resolver.getResources(pattern)) {
                    try (InputStream content = resource.getInputStream()) {
                        files.add(new DeployedResource(resource.getFilename(), content.readAllBytes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(DeployedResource::name));
        return files;
    }
}
