package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.control.Controls;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** H2 closes its database when it can't write; its sessions then don't know, and the pool would lend them out for ever. */
class FullDiskTest {

    private static final int DOSSIERS = 40;

    @TempDir
    Path folder;

    /** Whoever read that it can't be stored tries again until it can, as people do. */
    @Test
    void whatPeopleCompleteWhileTheDiskFillsUpIsOnceInTheEngineAndOnceInTheLedger() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            RestReporter rest = rest(context);
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < DOSSIERS; i++) {
                tasks.add(rest.taskOf(RestReporter.dossierOf(rest.report("Kans " + i))));
            }
            AtomicInteger completed = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            ExecutorService people = Executors.newFixedThreadPool(3);
            List<Future<?>> work = tasks.stream().<Future<?>>map(task -> people.submit(() -> {
                int status;
                // Not found: what a 503 told was not stored, was.
                for (status = 0; status != 204 && status != 404; status = rest.explore(task).statusCode()) {
                    refused.addAndGet(status == 503 ? 1 : 0);
                }
                completed.incrementAndGet();
                return null;
            })).toList();
            people.shutdown();
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5)).until(() -> completed.get() >= DOSSIERS / 4);
            FillableDisk.full(true);
            // A thread of H2 that tidies up large values ends with the store, and says so.
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).until(() -> refused.get() > 0 && rest.health().statusCode() == 503);
            assertThat(completed).as("what was stored before it was full").hasValueLessThan(DOSSIERS);

            FillableDisk.full(false);
            for (Future<?> done : work) {
                done.get(60, TimeUnit.SECONDS);
            }
            JdbcTemplate database = context.getBean(JdbcTemplate.class);
            List<CompletedTask> inEngine = CompletedTask.inEngine(database);
            assertThat(inEngine).extracting(CompletedTask::id).containsExactlyInAnyOrderElementsOf(tasks);
            assertThat(CompletedTask.inLedger(database)).containsExactlyInAnyOrderElementsOf(inEngine);
            assertThat(context.getBean(Controls.class).runAll()).allSatisfy(control -> assertThat(control.findings()).isEmpty());
        } finally {
            FillableDisk.full(false);
        }
    }

    @Test
    void fullDiskIsToldAndTweespoorGoesOnWithoutARestartWhenThereIsRoom() throws Exception {
        try (ConfigurableApplicationContext context = start()) {
            RestReporter rest = rest(context);
            String before = RestReporter.dossierOf(rest.report("Voor de storing"));
            assertThat(rest.health().statusCode()).isEqualTo(200);

            FillableDisk.full(true);
            HttpResponse<String> refused = rest.report("Tijdens de storing");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("Tweespoor kan nu niets opslaan. Wat u invulde, staat er nog.");
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                    assertThat(rest.health()).returns(503, HttpResponse::statusCode)
                            .returns("{\"status\":\"DOWN\"}", HttpResponse::body));

            FillableDisk.full(false);
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20)).until(() -> rest.health().statusCode() == 200);
            HttpResponse<String> after = rest.report("Na de storing");
            assertThat(after.statusCode()).isEqualTo(200);
            // The pool opens its connections again one by one, and here nobody waits longer than half a second for one.
            for (String acknowledged : List.of(before, RestReporter.dossierOf(after))) {
                await().atMost(Duration.ofSeconds(20)).until(() -> rest.isStored(acknowledged));
            }
        } finally {
            FillableDisk.full(false);
        }
    }

    private ConfigurableApplicationContext start() {
        FilePath.register(new FillableDisk());
        return new SpringApplicationBuilder(Tweespoor.class).run("--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:fillable:" + folder.resolve("tweespoor") + ";WRITE_DELAY=0",
                "--spring.datasource.hikari.connection-timeout=500", "--tweespoor.demo.dossiers=false");
    }

    private static RestReporter rest(ConfigurableApplicationContext context) {
        return new RestReporter(((ServletWebServerApplicationContext) context).getWebServer().getPort());
    }
}
