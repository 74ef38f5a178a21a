package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.tweespoor.Tweespoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills Tweespoor, with its own database as it comes, while people report; {@code -Dtweespoor.kills=10} does so more often. */
class KilledServerTest {

    private static final int KILLS = Integer.getInteger("tweespoor.kills", 1);
    private static final int REPORTERS = 4;
    private static final int ENOUGH_TO_BE_BUSY = 40;
    private static final Pattern ADDRESS = Pattern.compile("Tweespoor draait: http://localhost:(\\d+)/");

    @TempDir
    Path folder;
    private final List<Process> started = new ArrayList<>();

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        RestReporter rest = start();
        for (int kill = 1; kill <= KILLS; kill++) {
            Queue<String> acknowledged = reportUntilKilled(rest);
            rest = start();
            List<String> gone = new ArrayList<>();
            for (String dossier : acknowledged) {
                if (!rest.isStored(dossier)) {
                    gone.add(dossier);
                }
            }
            assertThat(gone).as("gone of " + acknowledged.size() + " acknowledged at kill " + kill).isEmpty();
        }
    }

    private Queue<String> reportUntilKilled(RestReporter rest) throws InterruptedException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService reporters = Executors.newFixedThreadPool(REPORTERS);
        IntStream.range(0, REPORTERS).forEach(reporter -> reporters.submit(() -> {
            while (true) {
                HttpResponse<String> answer = rest.report("Kans " + reporter);
                if (answer.statusCode() == 200) {
                    acknowledged.add(RestReporter.dossierOf(answer));
                }
            }
        }));
        reporters.shutdown();
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(10))
                .until(() -> acknowledged.size() >= ENOUGH_TO_BE_BUSY);
        kill();
        assertThat(reporters.awaitTermination(30, TimeUnit.SECONDS)).as("their connections broke").isTrue();
        return acknowledged;
    }

    private RestReporter start() throws IOException {
        Path log = folder.resolve("log-" + started.size());
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        started.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, Tweespoor.class.getName(),
                "--server.port=0", "--tweespoor.demo.dossiers=false")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start());
        return new RestReporter(await().atMost(Duration.ofMinutes(2)).until(() -> port(log), port -> port > 0));
    }

    /** @return 0 as long as it doesn't run */
    private static int port(Path log) throws IOException {
        Matcher told = ADDRESS.matcher(Files.readString(log));
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    @AfterEach
    void kill() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }
}
