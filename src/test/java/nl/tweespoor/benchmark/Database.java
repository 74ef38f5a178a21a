package nl.tweespoor.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A database for one server. */
record Database(DatabaseKind kind, String url, String user, String password) {

    /** What a server must be told to use it, and to have the accounts of the demo there. */
    Map<String, String> environment(Product product) {
        Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL",
                kind == DatabaseKind.H2 ? url + product.onH2() : url,
                "SPRING_DATASOURCE_USERNAME", user, "SPRING_DATASOURCE_PASSWORD", password));
        if (kind == DatabaseKind.POSTGRESQL) {
            environment.put("SPRING_PROFILES_ACTIVE", "postgres,demo");
        }
        return environment;
    }

    /** H2 opens its file for one process only: not while a server runs. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
