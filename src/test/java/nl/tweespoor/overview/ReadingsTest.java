package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.reading.Reading;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.reading.Reading.Subject;
import nl.tweespoor.reading.ReadingLog;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever reads a dossier is in the log before they see it, and who may know reads that there. */
@EngineTest
@OnPostgresToo
class ReadingsTest {

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ReadingLog log;
    @Autowired
    DecisionHistory history;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionOperations transaction;

    private HttpResponse<String> asks(String account, String path) throws Exception {
        return Visitor.loggedIn(port, account).get("/dossiers/" + path);
    }

    private static Subject subject(Kind kind, String detail, Dossier dossier) {
        return new Subject(kind, detail, dossier.number());
    }

    // Written

    @Test
    void readingAndPrintingStandThereWithWhoInWhichRoleWhenWhatAndFromWhere() throws Exception {
        Dossier dossier = walk.selected();
        long decision = history.of(dossier.number()).get(0).sequence();
        asks("auditor", dossier.number());
        asks("auditor", dossier.number() + "?print");
        asks("board", dossier.number() + "/besluit/" + decision);
        asks("board", dossier.number() + "/besluit/" + decision + "?print");

        List<Reading> readings = log.of(dossier.number(), 10);
        assertThat(readings).extracting(Reading::userId).containsExactly("board", "board", "auditor", "auditor");
        assertThat(readings).extracting(Reading::roles).containsExactly(List.of("board"), List.of("board"), List.of("auditor"), List.of("auditor"));
        assertThat(readings).extracting(Reading::action).containsExactly(Action.PRINT, Action.READ, Action.PRINT, Action.READ);
        assertThat(readings).extracting(Reading::subject).containsExactly(subject(Kind.DECISION, "" + decision, dossier),
                subject(Kind.DECISION, "" + decision, dossier), subject(Kind.DOSSIER, "", dossier), subject(Kind.DOSSIER, "", dossier));
        assertThat(readings).allSatisfy(reading -> {
            assertThat(reading.refused()).isFalse();
            assertThat(reading.source()).matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
            assertThat(Duration.between(reading.at(), EngineClock.now())).isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));
        });
    }

    @Test
    void whoIsRefusedStandsThereTooAlsoAtANumberThatIsNotThere() throws Exception {
        Dossier dossier = walk.selected();
        for (String path : List.of("", "?print", "/besluit/3", "/gelezen")) {
            assertThat(asks("hr", dossier.number() + path).statusCode()).isEqualTo(404);
        }
        asks("hr", "I-2026-9999");
        asks("hr", "general");

        assertThat(log.of(dossier.number(), 10)).allMatch(Reading::refused).extracting(Reading::action)
                .containsExactly(Action.READ, Action.READ, Action.PRINT, Action.READ);
        assertThat(log.of("I-2026-9999", 10)).hasSize(1).allMatch(Reading::refused);
        assertThat(jdbc.queryForObject("select count(*) from reading", Integer.class)).isEqualTo(5);
    }

    @Test
    void whatIsRolledBackWasReadAllTheSame() {
        walk.login("auditor");
        transaction.executeWithoutResult(status -> {
            log.gives(Action.EXPORT, new Subject(Kind.REGISTER, "x".repeat(1000), null));
            status.setRollbackOnly();
        });
        assertThat(jdbc.queryForList("select detail from reading where dossier_number is null", String.class))
                .containsExactly("x".repeat(399) + "…");
    }

    @Test
    void aLogThatCannotBeWrittenKeepsNobodyFromReading() throws Exception {
        Dossier dossier = walk.reported();
        jdbc.execute("alter table reading rename to reading_elsewhere");
        try {
            assertThat(asks("auditor", dossier.number()).statusCode()).isEqualTo(200);
        } finally {
            jdbc.execute("alter table reading_elsewhere rename to reading");
        }
    }

    // Read

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "board", "admin"})
    void whoMayKnowReadsItAndThatStandsThereToo(String reader) throws Exception {
        Dossier dossier = walk.reported("title", "Rustiger nachten", "reporterShown", "name");
        asks("employee", dossier.number());
        asks("hr", dossier.number());
        assertThat(Visitor.text(asks(reader, dossier.number()).body())).contains("Wie las dit dossier");
        String page = Visitor.text(asks(reader, dossier.number() + "/gelezen").body());

        assertThat(page).contains("Rustiger nachten", "Medewerker Dossier gelezen", "HR Dossier gelezen (geweigerd)")
                .doesNotContain("EMPLOYEE", "camunda-admin", "null");
        assertThat(Visitor.text(asks(reader, dossier.number() + "/gelezen").body())).contains("Wie dit las gelezen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee", "head-of-innovation", "head-of-implementation", "management-team"})
    void whoOnlyReadsTheDossierKnowsThatItIsLogged(String reader) throws Exception {
        Dossier dossier = walk.reported();

        assertThat(Visitor.text(asks(reader, dossier.number()).body())).contains("Wie dit dossier leest, afdrukt of meeneemt, wordt vastgelegd",
                "De Raad van Bestuur en de auditor kunnen dat inzien.").doesNotContain("Wie las dit dossier");
        assertThat(asks(reader, dossier.number() + "/gelezen").statusCode()).isEqualTo(404);
        assertThat(log.of(dossier.number(), 1)).allMatch(Reading::refused);
    }

    @Test
    void theWholeLogGoesAlongAndThatStandsInItToo() throws Exception {
        Dossier dossier = walk.reported();
        walk.login("auditor");
        for (int i = 0; i < ReadingsPages.MOST + 3; i++) {
            log.gives(Action.READ, subject(Kind.DOSSIER, "", dossier));
        }
        asks("hr", dossier.number());
        assertThat(asks("auditor", dossier.number() + "/gelezen").body()).contains("/dossiers/" + dossier.number() + "/gelezen.csv");
        HttpResponse<String> file = asks("auditor", dossier.number() + "/gelezen.csv");
        List<String> rows = file.body().lines().toList();

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains(dossier.number() + "-gelezen.csv");
        assertThat(rows).hasSize(1 + ReadingsPages.MOST + 3 + 2);
        assertThat(rows.get(0)).isEqualTo("\uFEFF\"Datum en tijd\";\"Wie\";\"Rollen\";\"Wat\";\"Gegeven\";\"Vanaf\"");
        assertThat(rows.get(1)).contains("\"Auditor\";\"Auditor\";\"Wie dit las gelezen\";\"ja\"");
        assertThat(rows.get(2)).contains("\"HR\"", "\"Dossier gelezen\";\"nee\"");
        assertThat(log.of(dossier.number(), 1)).extracting(Reading::action).containsExactly(Action.EXPORT);
        assertThat(asks("head-of-innovation", dossier.number() + "/gelezen.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void aLongLogSaysHowManyAreNotOnThePage() throws Exception {
        Dossier dossier = walk.reported();
        walk.login("auditor");
        for (int i = 0; i < ReadingsPages.MOST + 3; i++) {
            log.gives(Action.READ, subject(Kind.DOSSIER, "", dossier));
        }
        String page = asks("auditor", dossier.number() + "/gelezen").body();
        assertThat(Visitor.text(page)).contains("Nog 3 oudere staan niet op deze pagina.");
        assertThat(page.split("Dossier gelezen", -1)).hasSize(ReadingsPages.MOST + 1);
    }
}
