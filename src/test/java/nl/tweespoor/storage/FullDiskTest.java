package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import nl.tweespoor.Tweespoor;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** H2 closes its database when it can't write; its sessions then don't know, and the pool would lend them out for ever. */
class FullDiskTest {

    @TempDir
    Path folder;

    @Test
    void fullDiskIsToldAndTweespoorGoesOnWithoutARestartWhenThereIsRoom() throws Exception {
        FilePath.register(new FillableDisk());
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Tweespoor.class).run("--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:fillable:" + folder.resolve("tweespoor") + ";WRITE_DELAY=0",
                "--spring.datasource.hikari.connection-timeout=500", "--tweespoor.demo.dossiers=false")) {
            RestReporter rest = new RestReporter(((ServletWebServerApplicationContext) context).getWebServer().getPort());
            String before = RestReporter.dossierOf(rest.report("Voor de storing"));
            assertThat(rest.health().statusCode()).isEqualTo(200);

            FillableDisk.full(true);
            HttpResponse<String> refused = rest.report("Tijdens de storing");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("Tweespoor kan nu niets opslaan. Wat u invulde, staat er nog.");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                    assertThat(rest.health()).returns(503, HttpResponse::statusCode)
                            .returns("{\"status\":\"DOWN\"}", HttpResponse::body));

            FillableDisk.full(false);
            await().atMost(Duration.ofSeconds(20)).until(() -> rest.health().statusCode() == 200);
            HttpResponse<String> after = rest.report("Na de storing");
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(rest.isStored(RestReporter.dossierOf(after))).isTrue();
            assertThat(rest.isStored(before)).isTrue();
        } finally {
            FillableDisk.full(false);
        }
    }
}
