package nl.tweespoor.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import nl.tweespoor.walk.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As an administrator asks for the controls, while Tweespoor itself doesn't run. */
class ControlCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsWhatTheControlsSayAndTellsByItsStatus() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("tweespoor");
        String[] database = {"--spring.datasource.url=" + url + ";WRITE_DELAY=0", "--tweespoor.demo.dossiers=false", "--tweespoor.ledger.seal-at=-"};
        try (Node tweespoor = new Node(folder, database)) {
            tweespoor.isUp();
            try (Node meanwhile = new Node(folder, database[0], database[1], "--tweespoor.control")) {
                assertThat(meanwhile.status()).isEqualTo(1);
                assertThat(meanwhile.log()).contains("Tweespoor draait al met deze database", "Stop Tweespoor eerst.")
                        .doesNotContain("\tat ");
            }
        }
        try (Node clean = new Node(folder, database[0], database[1], "--tweespoor.ledger.seal-at=* * * * * *",
                "--tweespoor.control")) {
            assertThat(clean.status()).as(clean.log()).isZero();
            assertThat(clean.log()).contains("GOED Het logboek is heel (ledger-whole)", "10 van 10 controles zonder bevindingen")
                    .contains("Tomcat started on port -1 ").doesNotContain("Tweespoor draait");
        }
        try (var connection = DriverManager.getConnection(url, "sa", ""); Statement statement = connection.createStatement()) {
            try (ResultSet seals = statement.executeQuery("select * from ledger_seal")) {
                assertThat(seals.next()).as("sealed by a command").isFalse();
            }
            statement.execute("insert into dossier_head (dossier_number, head, user_id) values"
                    + " ('I-2026-0001', 'head-of-innovation', 'x'), ('I-2026-0001', 'head-of-implementation', 'x')");
        }
        try (Node found = new Node(folder, database[0], database[1], "--tweespoor.control=two-heads")) {
            assertThat(found.status()).as(found.log()).isEqualTo(1);
            assertThat(found.log()).contains("FOUT De twee hoofden zijn twee mensen", "I-2026-0001, tabel dossier_head: x staat")
                    .doesNotContain("ledger-whole");
        }
        try (Node unknown = new Node(folder, database[0], database[1], "--tweespoor.control=geen")) {
            assertThat(unknown.status()).isEqualTo(2);
            assertThat(unknown.log()).contains("Er is geen controle 'geen'. Kies uit: two-heads, reason,");
        }
    }
}
