package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.tweespoor.walk.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills Tweespoor, with its own database as it comes, while people report and complete tasks; {@code -Dtweespoor.kills=10} does so more often. */
class KilledServerTest {

    private static final int KILLS = Integer.getInteger("tweespoor.kills", 1);
    private static final int REPORTERS = 4;
    private static final int ENOUGH_TO_BE_BUSY = 40;

    @TempDir
    Path folder;
    private final List<Node> started = new ArrayList<>();

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndAStopFinishesItsWorkFirst() throws Exception {
        RestReporter rest = start();
        for (int kill = 1; kill <= KILLS; kill++) {
            Queue<String> explored = new ConcurrentLinkedQueue<>();
            Queue<String> acknowledged = workUntilKilled(rest, explored);
            assertThat(stored("select chain from ledger_entry where kind = 'start'")).as("in the ledger, and in the engine")
                    .containsExactlyInAnyOrderElementsOf(stored("select business_key_ from act_hi_procinst"
                            + " where super_process_instance_id_ is null"));
            List<CompletedTask> completed = CompletedTask.inEngine(database());
            assertThat(CompletedTask.inLedger(database())).as("each completed task, as the engine has it")
                    .containsExactlyInAnyOrderElementsOf(completed);
            assertThat(completed).extracting(CompletedTask::id).containsAll(explored);
            assertThat(completed).allSatisfy(task -> assertThat(task.answers()).containsEntry("identifyReason",
                    "Gevraagd bij taak " + task.id()));
            try (Node controls = new Node(folder, "--tweespoor.control", "--tweespoor.demo.dossiers=false")) {
                assertThat(controls.status()).as(controls.log()).isZero();
            }
            rest = start();
            List<String> gone = new ArrayList<>();
            for (String dossier : acknowledged) {
                if (!rest.isStored(dossier)) {
                    gone.add(dossier);
                }
            }
            assertThat(gone).as("gone of " + acknowledged.size() + " acknowledged at kill " + kill).isEmpty();
        }
        Node last = started.get(started.size() - 1);
        last.stop();
        assertThat(last.log()).contains("HikariPool-1 - Shutdown completed").doesNotContain("Database is already closed");
    }

    private Queue<String> workUntilKilled(RestReporter rest, Queue<String> explored) throws InterruptedException {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService reporters = Executors.newFixedThreadPool(REPORTERS);
        IntStream.range(0, REPORTERS).forEach(reporter -> reporters.submit(() -> {
            while (true) {
                HttpResponse<String> answer = rest.report("Kans " + reporter);
                if (answer.statusCode() == 200) {
                    String dossier = RestReporter.dossierOf(answer);
                    acknowledged.add(dossier);
                    String task = rest.taskOf(dossier);
                    if (rest.explore(task).statusCode() == 204) {
                        explored.add(task);
                    }
                }
            }
        }));
        reporters.shutdown();
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(10))
                .until(() -> explored.size() >= ENOUGH_TO_BE_BUSY);
        kill();
        assertThat(reporters.awaitTermination(30, TimeUnit.SECONDS)).as("their connections broke").isTrue();
        return acknowledged;
    }

    private List<String> stored(String question) {
        return database().queryForList(question, String.class);
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("data/tweespoor"), "sa", ""));
    }

    private RestReporter start() throws IOException {
        started.add(new Node(folder, "--tweespoor.demo.dossiers=false"));
        Node node = started.get(started.size() - 1);
        node.isUp();
        return new RestReporter(node.port());
    }

    @AfterEach
    void kill() {
        started.forEach(Node::close);
    }
}
