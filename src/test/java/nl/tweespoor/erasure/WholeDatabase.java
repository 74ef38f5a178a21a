package nl.tweespoor.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads every column of every table, whoever made it. */
class WholeDatabase {

    private static final Set<Integer> BINARY = Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final JdbcTemplate jdbc;

    WholeDatabase(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns in which this word stands somewhere, as {@code table.column}. */
    Set<String> columnsWith(String word) {
        List<String> tables = jdbc.queryForList("select table_name from information_schema.tables"
                + " where lower(table_schema) = 'public'", String.class);
        Set<String> found = new TreeSet<>();
        tables.forEach(table -> jdbc.query("select * from \"" + table + "\"", row -> {
            ResultSetMetaData columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (text(row, i, columns.getColumnType(i)).contains(word)) {
                    found.add((table + "." + columns.getColumnName(i)).toLowerCase());
                }
            }
        }));
        return found;
    }

    private static String text(ResultSet row, int column, int type) throws SQLException {
        if (BINARY.contains(type)) {
            byte[] bytes = row.getBytes(column);
            return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        }
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
