package nl.tweespoor.replay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;

/**
 * A row of what the engine remembers of a decision: one value that went in or came out.
 *
 * @param root     which evaluation it was part of
 * @param id       of the decision
 * @param version  of its table
 * @param dossier  null for none
 * @param sum      what the table made of all that came out; null for nothing
 * @param out      whether it came out; else it went in
 * @param clause   the id of its column; null when the decision had no value of this kind
 * @param name     of its output
 * @param readable whether the value could be read
 */
record RecordedValue(String root, String id, String version, String table, Instant at, String dossier, BigDecimal sum, boolean out, String clause,
        String name, Object value, boolean readable) {

    static RecordedValue of(ResultSet row, int number) throws SQLException {
        String type = row.getString("var_type_");
        Object value = type == null ? null : switch (type) {
            case "string" -> row.getString("text_");
            case "boolean" -> row.getLong("long_") == 1;
            case "integer", "short", "long" -> row.getLong("long_");
            case "double" -> row.getDouble("double_");
            case "date" -> new Date(row.getLong("long_"));
            default -> null;
        };
        boolean readable = value != null || type == null || type.equals("null") || type.equals("string");
        double sum = row.getDouble("collect_value_");
        return new RecordedValue(row.getString("root"), row.getString("id_"), row.getString("dec_def_id_"), row.getString("dec_def_key_"),
                row.getTimestamp("eval_time_").toInstant(), row.getString("business_key_"), row.wasNull() ? null : BigDecimal.valueOf(sum),
                row.getBoolean("came_out"), row.getString("clause_id_"), row.getString("name"), value, readable);
    }
}
