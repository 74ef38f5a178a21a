package nl.tweespoor.ledger;

import static nl.tweespoor.ledger.TestLedger.DOSSIER;
import static nl.tweespoor.ledger.TestLedger.OTHER;
import static nl.tweespoor.ledger.TestLedger.decision;
import static nl.tweespoor.ledger.TestLedger.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.tweespoor.walk.OnPostgresToo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * A dump of PostgreSQL, in the text that pg_dump writes, that someone edits before it is put back. What constraints and hashes
 * of the database itself allow, the verifier and the seals outside don't.
 */
@OnPostgresToo
@EnabledIfSystemProperty(named = "tweespoor.test.database", matches = "postgres")
class LedgerDumpTest extends WithTestLedger {

    private static final String ODD = "tab\t, enter\r\n, \\N, \\., é, 😀";


    @BeforeEach
    void open() {
        house.append(decision(DOSSIER, "select"), decision(DOSSIER, "notNow"), new Entry(OTHER, "task", Entry.Step.NONE,
                Entry.Who.person("odd", List.of(), List.of()), Entry.Decision.NONE, List.of(), Map.of("reason", ODD), Map.of()));
        house.seals.seal();
        house.append(timer(DOSSIER), decision(OTHER, "reject"));
        house.seals.seal();
    }

    @Test
    void dumpThatWasPutBackUntouchedIsWholeAndGoesOn() throws Exception {
        try (TestLedger restored = restored(dump())) {
            assertThat(restored.verifier.verify()).isEqualTo(house.verifier.verify()).satisfies(verdict ->
                    assertThat(verdict.findings()).isEmpty());
            assertThat(new LedgerReader(restored.jdbc, restored.transactions).entries(OTHER).get(0).values())
                    .containsEntry("reason", ODD);
            restored.append(timer(DOSSIER));
            assertThat(restored.seals.seal()).isPresent();
            assertThat(restored.verifier.verify().findings()).isEmpty();
        }
    }

    @Test
    void whatWasEditedInTheDumpIsNamed() throws Exception {
        Map<String, String> dump = dump();
        assertThat(findings(dump, "ledger_entry", text -> text.replace("mevrouw Jansen", "mevrouw Pietersen")))
                .extracting(Finding::chain, Finding::number).contains(tuple(DOSSIER, 1L), tuple(DOSSIER, 2L), tuple(OTHER, 2L));
        assertThat(findings(dump, "ledger_entry", text -> without(text, DOSSIER + "\t2\t")))
                .extracting(Finding::chain, Finding::number).contains(tuple(DOSSIER, 2L));
        assertThat(findings(dump, "ledger_head", text -> without(text, OTHER + "\t")))
                .extracting(Finding::chain).contains(OTHER);
        assertThat(findings(dump, "ledger_seal", text -> text.replaceFirst("(?m)^2\t\\d{4}", "2\t2020")))
                .extracting(Finding::chain, Finding::number).contains(tuple(null, 2L));
        assertThat(findings(dump, "ledger_seal_head", text -> without(text, "2\t" + OTHER)))
                .extracting(Finding::chain, Finding::number).contains(tuple(null, 2L));
    }

    /** In itself that dump is whole: only what arrived outside knows more. */
    @Test
    void wholeDossierThatWasCutOutOfTheDumpIsMissedByTheSealsOutside() throws Exception {
        Map<String, String> cut = dump();
        for (String table : List.of("ledger_entry", "ledger_head")) {
            cut.compute(table, (name, text) -> without(text, OTHER + "\t"));
        }
        cut.put("ledger_seal", "");
        cut.put("ledger_seal_head", "");
        try (TestLedger restored = restored(cut)) {
            assertThat(new LedgerVerifier(restored.jdbc, restored.transactions, restored.key, Optional.empty()).verify()
                    .findings()).isEmpty();
            assertThat(restored.verifier.verify().findings()).extracting(Finding::chain, Finding::number)
                    .contains(tuple(null, 1L), tuple(null, 2L), tuple(OTHER, 2L));
        }
    }

    private List<Finding> findings(Map<String, String> dump, String table, UnaryOperator<String> edit) throws Exception {
        Map<String, String> edited = new LinkedHashMap<>(dump);
        edited.compute(table, (name, text) -> edit.apply(text));
        assertThat(edited).as("the edit").isNotEqualTo(dump);
        try (TestLedger restored = restored(edited)) {
            return restored.verifier.verify().findings();
        }
    }

    private static String without(String text, String line) {
        return text.lines().filter(one -> !one.startsWith(line)).map(one -> one + "\n").reduce("", String::concat);
    }

    /** By table. */
    private Map<String, String> dump() throws SQLException, IOException {
        Map<String, String> dump = new LinkedHashMap<>();
        try (Connection connection = house.dataSource.getConnection()) {
            for (String table : tables()) {
                StringWriter text = new StringWriter();
                copies(connection).copyOut("copy " + table + " to stdout", text);
                dump.put(table, text.toString());
            }
        }
        return dump;
    }

    private List<String> tables() {
        return house.jdbc.queryForList("select table_name from information_schema.tables where table_schema = 'public'", String.class);
    }

    /** Keys that tables have among each other come after the rows, as pg_dump does. */
    private TestLedger restored(Map<String, String> dump) throws SQLException, IOException {
        TestLedger restored = new TestLedger(files);
        try (Connection connection = restored.dataSource.getConnection()) {
            connection.createStatement().execute("set session_replication_role = replica");
            for (Map.Entry<String, String> table : dump.entrySet()) {
                connection.createStatement().execute("delete from " + table.getKey());
                copies(connection).copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue()));
            }
            connection.createStatement().execute("set session_replication_role = origin");
        }
        return restored;
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }
}
