package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the gate says of our own models, and of each with one mistake in it. */
@EngineTest
class GateTest {

    @Autowired
    Gate gate;

    @Test
    void whatComesWithTheProgramPasses() {
        assertThat(gate.findings(files())).extracting(Finding::text).isEmpty();
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
