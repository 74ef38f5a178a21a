package nl.tweespoor.walk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** H2 in memory, or one real PostgreSQL for the whole run when {@code -Dtweespoor.test.database=postgres}. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        boolean onPostgres = "postgres".equals(System.getProperty("tweespoor.test.database"));
        TestPropertyValues.of(
                "spring.datasource.url=" + (onPostgres ? postgresUrl() : "jdbc:h2:mem:tweespoor;DB_CLOSE_DELAY=-1"),
                "spring.datasource.username=" + (onPostgres ? "postgres" : "sa"),
                "spring.datasource.password=" + (onPostgres ? "postgres" : "")).applyTo(context);
    }

    private static synchronized String postgresUrl() {
        try {
            if (postgres == null) {
                // After the contexts: one that closes without its database waits half a minute for a connection.
                postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false)
                        // No test pulls the plug.
                        .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").start();
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
