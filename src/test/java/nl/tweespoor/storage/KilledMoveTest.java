package nl.tweespoor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills Tweespoor while it takes dossiers to another version, and starts it again. */
class KilledMoveTest {

    private static final int DOSSIERS = 100;
    private static final String PAGE = "/processes/process/innovation/1/move";
    private static final Pattern PROGRESS = Pattern.compile("href=\"(/processes/moves/[0-9a-f-]+)\"");
    private static final Pattern MOVED = Pattern.compile("Verplaatst: (\\d+) van " + DOSSIERS);

    @TempDir
    Path folder;

    @Test
    void whatWasAskedGoesOnAfterAKillAndEachDossierWentOnce() throws Exception {
        String progress;
        try (Node killed = start()) {
            RestReporter rest = new RestReporter(killed.port());
            for (int i = 0; i < DOSSIERS; i++) {
                assertThat(rest.report("Kans " + i).statusCode()).isEqualTo(200);
            }
            putAnotherVersionLive(killed.port());
            Visitor owner = Visitor.loggedIn(killed.port(), "process-owner");
            owner.send(PAGE, PAGE, "which=all&seen=true&to=2&reason=" + URLEncoder.encode("Zo werkt iedereen.", StandardCharsets.UTF_8));
            Matcher asked = PROGRESS.matcher(owner.get(PAGE).body());
            assertThat(asked.find()).isTrue();
            progress = asked.group(1);
            await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20)).until(() -> moved(owner, progress) > 0);
            assertThat(moved(owner, progress)).isBetween(1, DOSSIERS - 1);
        }
        try (Node again = start()) {
            Visitor owner = Visitor.loggedIn(again.port(), "process-owner");
            await().atMost(Duration.ofMinutes(1)).until(() -> moved(owner, progress) == DOSSIERS);
            again.stop();
        }
        JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("data/tweespoor"), "sa", ""));
        assertThat(database.queryForList("select count(*) from ledger_entry where kind = 'move' group by chain", Integer.class))
                .hasSize(DOSSIERS).containsOnly(1);
        assertThat(database.queryForList("select distinct d.version_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                + " where d.key_ = 'innovation'", Integer.class)).containsExactly(2);
    }

    private static int moved(Visitor owner, String progress) throws Exception {
        Matcher moved = MOVED.matcher(owner.get(progress).body());
        assertThat(moved.find()).isTrue();
        return Integer.parseInt(moved.group(1));
    }

    private Node start() throws Exception {
        Node node = new Node(folder, "--tweespoor.demo.dossiers=false");
        node.isUp();
        return node;
    }

    private static void putAnotherVersionLive(int port) throws Exception {
        String model = Files.readString(Path.of("processes", "innovation.bpmn"));
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "multipart/form-data; boundary=x").POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"innovation.bpmn\"; filename=\"innovation.bpmn\"\r\n\r\n"
                                + model.replace("name=\"Kans verkennen\"", "name=\"Kans bekijken\"") + "\r\n--x--\r\n")).build(),
                BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
