package nl.tweespoor.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes many dossiers of a few, straight in the tables; to walk them over REST would take days. Each copy is older than the one
 * before. What is hashed isn't hashed again: the ledger of a copy can be read, not verified.
 */
final class DossierCopies {

    /** What the engine knows of a dossier, by what refers to it. The last two have no process: they hang on what goes before. */
    private static final String ROOTS = "select id_ from act_hi_procinst where business_key_ in (%s) and super_process_instance_id_ is null";
    private static final String INSTANCES = "select id_ from act_hi_procinst where root_proc_inst_id_ in (" + ROOTS + ")";
    private static final Map<String, String> BY = new LinkedHashMap<>();

    static {
        BY.put("root_proc_inst_id_", "in (" + ROOTS + ")");
        BY.put("proc_inst_id_", "in (" + INSTANCES + ")");
        BY.put("process_instance_id_", "in (" + INSTANCES + ")");
        BY.put("task_id_", "in (select id_ from act_ru_task where proc_inst_id_ in (" + INSTANCES + "))");
    }

    private static final Set<String> OF_THE_ENGINE = Set.of("act_ru_", "act_hi_", "act_ge_bytearray");
    /**
     * What stays when the engine has forgotten it, by the column with its number. The seals see nothing of copies, and
     * what is counted by the database belongs to one dossier only.
     */
    private static final List<String> OF_A_NUMBER = List.of("chain", "dossier_number");
    private static final String SEALS = "ledger_seal";
    private static final Set<String> NUMBERS = Set.of("chain", "dossier_number", "business_key_");
    private static final Set<String> HASHES = Set.of("hash", "previous_hash");
    /** Of a process, a task and the like, but of nothing that a deployment or an organisation brought. */
    private static final Pattern ID = Pattern.compile("(?!.*(def|deployment|dec_req|user|group|tenant)).*_id_|id_|super_exec_|var_scope_"
            + "|implementation_id");
    private static final int MINUTES_BETWEEN = 200;

    private final boolean h2;
    private final Statement statement;
    private final String numbers;
    private final int from;
    private final int to;

    private DossierCopies(boolean h2, Statement statement, List<String> numbers, int from, int to) {
        this.h2 = h2;
        this.statement = statement;
        this.numbers = numbers.stream().map(number -> "'" + number + "'").collect(Collectors.joining(", "));
        this.from = from;
        this.to = to;
    }

    /** @param from of which no copy exists yet */
    static void make(Database database, List<String> numbers, int from, int to) throws SQLException {
        make(database, numbers, from, to, true);
    }

    /** As they stand when they ended long ago, and the engine's history of them was cleaned up. */
    static void makeOfOld(Database database, List<String> numbers, int from, int to) throws SQLException {
        make(database, numbers, from, to, false);
    }

    private static void make(Database database, List<String> numbers, int from, int to, boolean inEngine) throws SQLException {
        boolean h2 = database.kind() == DatabaseKind.H2;
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            // Rows may come before what they refer to; PostgreSQL looks when the statement ends, which is too early as well.
            statement.execute(h2 ? "set referential_integrity false" : "set session_replication_role = replica");
            DossierCopies copies = new DossierCopies(h2, statement, numbers, from, to);
            for (Map.Entry<String, List<String>> table : copies.tables().entrySet()) {
                copies.copy(table.getKey(), table.getValue(), inEngine);
            }
            statement.execute(h2 ? "set referential_integrity true" : "set session_replication_role = origin");
            statement.execute("analyze");
        }
    }

    private Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ResultSet columns = statement.executeQuery("select table_name, column_name from information_schema.columns"
                + " where lower(table_schema) = 'public' order by table_name, ordinal_position")) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(columns.getString(2).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private void copy(String table, List<String> columns, boolean inEngine) throws SQLException {
        String which = OF_A_NUMBER.stream().filter(number -> columns.contains(number) && !columns.contains("id") && !table.startsWith(SEALS)).findFirst()
                .map(number -> number + " in (" + numbers + ")").orElse(null);
        if (which == null && inEngine && OF_THE_ENGINE.stream().anyMatch(table::startsWith)) {
            which = BY.keySet().stream().filter(columns::contains).findFirst()
                    .map(column -> "t." + column + " " + BY.get(column).replace("%s", numbers)).orElse(null);
        }
        if (which == null) {
            return;
        }
        StringJoiner values = new StringJoiner(", ");
        columns.forEach(column -> values.add(value(column)));
        statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + (h2 ? " t, (select x copy from system_range(" : " t, (select copy from generate_series(") + from + ", " + to
                + (h2 ? "))" : ") copy)") + " copies where " + which);
    }

    private String value(String column) {
        if (NUMBERS.contains(column)) {
            return "left(" + column + ", 7) || (cast(substring(" + column + " from 8) as int) + 100 * copy)";
        } else if (HASHES.contains(column)) {
            return "lpad(cast(copy as varchar), 8, '0') || substring(" + column + " from 9)";
        } else if (column.equals("recorded_at")) {
            return h2 ? "dateadd(minute, -" + MINUTES_BETWEEN + " * copy, " + column + ")"
                    : column + " - make_interval(mins => " + MINUTES_BETWEEN + " * copy)";
        } else if (ID.matcher(column).matches()) {
            // The end of the identity of a moment names the machine, which is this one for all of them.
            return "case when " + column + " like '%-%-%-%-%' then left(" + column + ", length(" + column
                    + ") - 6) || 'c' || lpad(cast(copy as varchar), 5, '0') else " + column + " end";
        }
        return column;
    }
}
