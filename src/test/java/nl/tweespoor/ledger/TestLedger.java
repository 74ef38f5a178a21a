package nl.tweespoor.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger in a database of its own, on H2 or PostgreSQL as the run says, without Spring and without the engine. */
class TestLedger implements AutoCloseable {

    static final String DOSSIER = "I-2026-0001";
    static final String OTHER = "I-2026-0002";

    private static EmbeddedPostgres postgres;

    static {
        for (String chatty : List.of("org.flywaydb", "com.zaxxer.hikari", "io.zonky", "org.springframework")) {
            ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(chatty)).setLevel(ch.qos.logback.classic.Level.WARN);
        }
    }

    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcTemplate jdbc;
    final PlatformTransactionManager transactions;
    final LedgerSettings settings;
    final LedgerKey key;
    final Ledger ledger;
    final SealFolder folder;
    final LedgerVerifier verifier;
    final Seals seals;
    final Proof proof;

    TestLedger(Path files) {
        this(files, "mem:");
    }

    /** @param where H2 keeps its databases: {@code mem:}, or {@code file:} and a folder */
    TestLedger(Path files, String where) {
        String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
        boolean onPostgres = isOnPostgres();
        dataSource.setJdbcUrl(onPostgres ? postgres(name) : "jdbc:h2:" + where + name);
        dataSource.setUsername(onPostgres ? "postgres" : "sa");
        dataSource.setPassword("");
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = new JdbcTemplate(dataSource);
        transactions = new JdbcTransactionManager(dataSource);
        settings = new LedgerSettings(files.resolve("ledger-key"), List.of(), files.resolve("seals"), "zegels@toezicht.example");
        key = new LedgerKey(settings);
        ledger = new Ledger(jdbc, InstantSource.system(), List.of());
        folder = new SealFolder(settings);
        verifier = new LedgerVerifier(jdbc, transactions, key, Optional.of(folder));
        seals = new Seals(jdbc, transactions, key, verifier, List.of(folder), Optional.of(folder), InstantSource.system());
        proof = new Proof(jdbc, transactions, key, InstantSource.system());
    }

    static boolean isOnPostgres() {
        return System.getProperty("tweespoor.test.database", "h2").equals("postgres");
    }

    void append(Entry... entries) {
        inTransaction(() -> ledger.append(List.of(entries)));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> work.run());
    }

    /** A decision as a head takes it. */
    static Entry decision(String chain, String outcome) {
        return new Entry(chain, "task", new Entry.Step("selection", 3, "UserTask_SelectOpportunity", "Kans selecteren"),
                Entry.Who.person("hoofd.innovatie", List.of("head-of-innovation"), List.of()),
                new Entry.Decision(outcome, "notNow", true),
                List.of(new Entry.Basis("dmn", "selection-advice", "dep-1", "ab".repeat(32))),
                Map.of("reason", "Past bij “rustige nachten”, zei mevrouw Jansen.", "actorName", "Hanna Innovatie"),
                Map.of("task", "t-1"));
    }

    /** A timer that went off: nobody did it, and little is known. */
    static Entry timer(String chain) {
        return new Entry(chain, "timer", Entry.Step.NONE, Entry.Who.system("timer"), Entry.Decision.NONE, List.of(),
                Map.of(), Map.of());
    }

    private static synchronized String postgres(String name) {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            }
            new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + name);
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
