package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import nl.tweespoor.Tweespoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * H2 closes its database when it can't write, such as on a full disk, and can't open it again until there is room. Here it
 * is closed from outside, and a folder stands where its file was until it may go on.
 */
class ClosedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void databaseThatClosedItselfIsToldAndOpenedAgainWithoutARestart() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("tweespoor") + ";WRITE_DELAY=0";
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Tweespoor.class).run("--server.port=0",
                "--spring.datasource.url=" + url, "--spring.datasource.hikari.connection-timeout=500",
                "--tweespoor.demo.dossiers=false")) {
            RestReporter rest = new RestReporter(((ServletWebServerApplicationContext) context).getWebServer().getPort());
            String before = RestReporter.dossierOf(rest.report("Voor de storing"));
            assertThat(rest.health().statusCode()).isEqualTo(200);

            Path file = folder.resolve("tweespoor.mv.db");
            Path aside = folder.resolve("aside");
            close(url);
            Files.move(file, aside);
            Files.createDirectory(file);
            HttpResponse<String> refused = rest.report("Tijdens de storing");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("Tweespoor kan nu niets opslaan. Wat u invulde, staat er nog.");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                    assertThat(rest.health()).returns(503, HttpResponse::statusCode)
                            .returns("{\"status\":\"DOWN\"}", HttpResponse::body));

            Files.delete(file);
            Files.move(aside, file);
            await().atMost(Duration.ofSeconds(30)).until(() -> rest.health().statusCode() == 200);
            HttpResponse<String> after = rest.report("Na de storing");
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(rest.isStored(RestReporter.dossierOf(after))).isTrue();
            assertThat(rest.isStored(before)).isTrue();
        }
    }

    /** H2 tells by an exception that it is closed now, or not, as it pleases. */
    private static void close(String url) throws SQLException {
        try (Connection outside = DriverManager.getConnection(url, "sa", "")) {
            outside.createStatement().execute("shutdown immediately");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("90098");
        }
    }
}
