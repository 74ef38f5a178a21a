package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.Tweespoor;
import org.awaitility.Awaitility;

/** Tweespoor in a virtual machine of its own, as an administrator starts it. */
public class Node implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Tweespoor draait: http://localhost:(\\d+)/");

    private final Process process;
    private final Path log;

    public Node(Path folder, String... settings) throws IOException {
        log = Files.createTempFile(folder, "node", ".log");
        List<String> command = Stream.concat(Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote", "-cp", System.getProperty("surefire.test.class.path",
                        System.getProperty("java.class.path")), Tweespoor.class.getName(), "--server.port=0"),
                Stream.of(settings)).toList();
        process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
    }

    public void isUp() {
        Awaitility.await().atMost(3, TimeUnit.MINUTES).until(() -> !process.isAlive() || log().contains("Tweespoor draait"));
        assertThat(process.isAlive()).as(log()).isTrue();
    }

    /** Waits until it stops by itself, and gives its status. */
    public int status() throws InterruptedException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(log()).isTrue();
        return process.exitValue();
    }

    public int port() {
        return ADDRESS.matcher(log()).results().map(found -> Integer.parseInt(found.group(1))).findFirst().orElseThrow();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a server that shuts down asks it. */
    public void stop() throws InterruptedException {
        process.destroy();
        status();
    }

    /** As when someone pulls the plug: nothing is tidied up. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
