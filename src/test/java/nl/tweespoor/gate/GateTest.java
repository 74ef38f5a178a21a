package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the gate says of our own models, and of each with one mistake in it. */
@EngineTest
class GateTest {

    private static final Pattern ATTRIBUTE = Pattern.compile("=\"[^\"]*\"");

    @Autowired
    Gate gate;

    @Test
    void whatComesWithTheProgramPasses() {
        assertThat(gate.findings(files())).extracting(Finding::text).isEmpty();
    }

    /** Camunda Modeler and our own editor write a quote in an attribute in their own way. */
    @Test
    void whatAProgramThatDrawsSavedAgainPasses() {
        List<DeployedResource> saved = files().stream().map(file -> !file.name().endsWith(".bpmn") ? file
                : new DeployedResource(file.name(), ATTRIBUTE.matcher(new String(file.content(), StandardCharsets.UTF_8))
                        .replaceAll(attribute -> Matcher.quoteReplacement(attribute.group().replace("'", "&#39;"))).getBytes(StandardCharsets.UTF_8))).toList();

        assertThat(gate.findings(saved)).extracting(Finding::text).isEmpty();
    }

    static List<DeployedResource> files() {
        return Stream.of("processes", "forms").flatMap(folder -> {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                return files.filter(Files::isRegularFile).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).map(file -> new DeployedResource(file.getFileName().toString(), read(file))).toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
