package nl.tweespoor.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Empty folders, empty databases and the servers on them. All are gone when it is closed. */
class Workbench implements AutoCloseable {

    private final Path folder = Files.createTempDirectory("tweespoor-benchmark");
    private final Deque<Server> servers = new ArrayDeque<>();
    private EmbeddedPostgres postgres;
    private int databases;

    Workbench() throws IOException {
    }

    /** An empty one. What was acknowledged is on disk, on both kinds and for every product. */
    Database emptyDatabase(DatabaseKind kind) throws IOException {
        String name = "benchmark" + ++databases;
        if (kind == DatabaseKind.H2) {
            return new Database(kind, "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;MAX_COMPACT_TIME=5000",
                    "sa", "");
        }
        postgres().sql("create database " + name).update();
        return new Database(kind, postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** @return when it answers its administrator */
    Server start(Product product, Database database, String heap) throws IOException {
        Server server = new Server(product, database, heap, Files.createTempDirectory(folder, "server"));
        servers.push(server);
        server.awaitAnswer();
        return server;
    }

    /** How many statements PostgreSQL has executed in this database, those that begin and end a transaction included. */
    long statements(Database database) throws IOException {
        return postgres().sql("select coalesce(sum(calls), 0) from pg_stat_statements where dbid ="
                        + " (select oid from pg_database where datname = ?)")
                .param(database.url().replaceAll(".*/([^/?]+).*", "$1")).query(Long.class).single();
    }

    private JdbcClient postgres() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    // The builder switches it off, for tests.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements").start();
            JdbcClient.create(postgres.getPostgresDatabase()).sql("create extension pg_stat_statements").update();
        }
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    @Override
    public void close() throws IOException {
        servers.forEach(Server::close);
        if (postgres != null) {
            postgres.close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
