package nl.tweespoor.role;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How full the engine's tables are, and how often their rows were changed. */
class DatabaseTables {

    private final JdbcClient jdbc;
    private final String question;

    DatabaseTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql("select lower(table_name) from information_schema.tables where table_name ilike 'act\\_%'"
                + " and lower(table_name) not like '%meter_log'").query(String.class).list();
        List<String> withRevision = jdbc.sql("select lower(table_name) from information_schema.columns"
                + " where lower(column_name) = 'rev_'").query(String.class).list();
        question = tables.stream().map(table -> "select '%s' as name, count(*) || ' rows, changed ' || %s as state from %s"
                .formatted(table, withRevision.contains(table) ? "coalesce(sum(rev_), 0)" : "0", table))
                .collect(Collectors.joining(" union all "));
    }

    Map<String, String> state() {
        return jdbc.sql(question).query((row, i) -> Map.entry(row.getString("name"), row.getString("state"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
