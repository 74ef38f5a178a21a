package nl.tweespoor.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What a start brings: the files of the program, at {@code camunda.bpm.deployment-resource-pattern}, and in the place of those
 * that have the same process, table or form in them what stands in the folder {@code tweespoor.models}.
 */
@Component
class ShippedFiles {

    private final ResourcePatternResolver resolver;
    private final List<String> ofTheProgram;
    private final DeploymentGate gate;
    private final Path folder;

    /** @param folder null when there is none */
    ShippedFiles(ResourcePatternResolver resolver, CamundaBpmProperties properties, DeploymentGate gate,
            @Value("${tweespoor.models:#{null}}") Path folder) {
        this.resolver = resolver;
        this.ofTheProgram = List.of(properties.getDeploymentResourcePattern());
        this.gate = gate;
        this.folder = folder;
    }

    /**
     * @throws UncheckedIOException  when one can't be read: without its models Tweespoor doesn't start
     * @throws IllegalStateException when the folder isn't there
     */
    List<DeployedResource> read() {
        List<DeployedResource> files = read(ofTheProgram);
        if (haveAFolder()) {
            List<DeployedResource> inFolder = inFolder();
            Set<String> replaced = inFolder.stream().flatMap(file -> gate.idsIn(file).stream()).collect(Collectors.toSet());
            files.removeIf(file -> !Collections.disjoint(gate.idsIn(file), replaced));
            files.addAll(inFolder);
        }
        files.sort(Comparator.comparing(DeployedResource::name));
        return files;
    }

    boolean haveAFolder() {
        return folder != null;
    }

    private List<DeployedResource> inFolder() {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("De map met modellen is er niet: " + folder.toAbsolutePath()
                    + ". Maak die map, of haal TWEESPOOR_MODELS weg.");
        }
        return read(Stream.of("bpmn", "dmn", "form").map(kind -> folder.toUri() + "**/*." + kind).toList());
    }

    private List<DeployedResource> read(List<String> patterns) {
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
        return files;
    }
}
