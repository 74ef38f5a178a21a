package nl.tweespoor.walk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * H2 in memory, or one real PostgreSQL for the whole virtual machine when {@code -Dtweespoor.test.database=postgres}. A
 * test that wants a database of its own gives it a name in {@code tweespoor.test.database.name}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Set<String> CREATED = new HashSet<>();
    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = context.getEnvironment().getProperty("tweespoor.test.database.name", "tweespoor");
        boolean onPostgres = kind().equals("postgres");
        TestPropertyValues.of(
                "spring.datasource.url=" + (onPostgres ? postgresUrl(name) : "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512"),
                "spring.datasource.username=" + (onPostgres ? "postgres" : "sa"),
                "spring.datasource.password=" + (onPostgres ? "postgres" : "")).applyTo(context);
    }

    /** {@code h2} or {@code postgres}. */
    static String kind() {
        return System.getProperty("tweespoor.test.database", "h2");
    }

    private static synchronized String postgresUrl(String name) {
        try {
            if (postgres == null) {
                // After the contexts: one that closes without its database waits half a minute for a connection.
                postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false)
                        // No test pulls the plug.
                        .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").start();
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            if (CREATED.add(name)) {
                try (Connection connection = postgres.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database \"" + name + "\"");
                }
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
