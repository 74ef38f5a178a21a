package nl.tweespoor.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A fingerprint of each row of what was adopted. The ledger is told them at the adoption, so that a row that is changed past
 * Tweespoor shows. A column that comes later is empty in what was adopted before, and so is no part of its fingerprint.
 */
@Component
public class AdoptedRows {

    /** The fact that says of which version they are. */
    public static final String VERSION = "strategy-version";

    /** How each table is called, and its rows, with the version and the row that each is. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("versie", "select id as of_version, id as of_row, t.* from strategy_version t");
        ROWS.put("pijler", "select version as of_version, code as of_row, t.* from strategy_pillar t");
        ROWS.put("doelgroep", "select version as of_version, code as of_row, t.* from strategy_target_group t");
        ROWS.put("keuze", "select version as of_version, code as of_row, t.* from strategy_option t");
        ROWS.put("doel", "select version as of_version, id as of_row, t.* from strategic_goal t");
        ROWS.put("doelgroep van doel", "select g.version as of_version, t.goal || ' ' || t.target_group as of_row, t.* from strategic_goal_target_group t"
                + " join strategic_goal g on g.id = t.goal");
        ROWS.put("randvoorwaarde", "select version as of_version, code as of_row, t.* from strategy_precondition t");
        ROWS.put("activiteit", "select version as of_version, code as of_row, t.* from strategy_activity t");
    }

    private final JdbcClient jdbc;
    private final Recorder recorder;

    AdoptedRows(JdbcClient jdbc, Recorder recorder) {
        this.jdbc = jdbc;
        this.recorder = recorder;
    }

    /** Tells the ledger of a version that was just written, in the same transaction. */
    public void tell(String version, String system) {
        recorder.tell(Kind.ADOPTION, system, Map.of(VERSION, version), prints().get(version));
    }

    /** By version, and then by what the row is called, as it stands there now. */
    public Map<String, Map<String, String>> prints() {
        Map<String, Map<String, String>> prints = new TreeMap<>();
        ROWS.forEach((called, rows) -> jdbc.sql(rows).query(row -> {
            prints.computeIfAbsent(row.getString("of_version"), version -> new TreeMap<>()).put(called + " " + row.getString("of_row"), print(row));
        }));
        return prints;
    }

    private static String print(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> fields = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (row.getString(i) != null) {
                fields.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), String.valueOf(row.getObject(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name).append(' ').append(value.length()).append(' ').append(value).append('\n'));
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
