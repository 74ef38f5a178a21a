package nl.tweespoor.benchmark;

import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Makes many dossiers of one, in the tables that a list of tasks reads; to make them over REST would take an hour. A copy has
 * no timers and no audit trail, and nobody can complete it.
 */
final class TaskCopies {

    private static final String INSTANCES =
            "select id_ from act_ru_execution where root_proc_inst_id_ = '%s' and parent_id_ is null";
    private static final Map<String, String> ROWS_OF_A_DOSSIER = new LinkedHashMap<>();

    static {
        ROWS_OF_A_DOSSIER.put("act_ru_execution", "proc_inst_id_ in (" + INSTANCES + ")");
        ROWS_OF_A_DOSSIER.put("act_ru_task", "proc_inst_id_ in (" + INSTANCES + ")");
        ROWS_OF_A_DOSSIER.put("act_ru_identitylink",
                "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (" + INSTANCES + "))");
        ROWS_OF_A_DOSSIER.put("act_ru_variable", "proc_inst_id_ in (" + INSTANCES + ")");
        ROWS_OF_A_DOSSIER.put("act_hi_procinst", "root_proc_inst_id_ = '%s'");
        ROWS_OF_A_DOSSIER.put("act_hi_taskinst", "root_proc_inst_id_ = '%s'");
        ROWS_OF_A_DOSSIER.put("act_hi_identitylink", "root_proc_inst_id_ = '%s'");
    }

    private static final Set<String> DIFFERENT_IN_A_COPY = Set.of("id_", "root_proc_inst_id_", "proc_inst_id_", "parent_id_",
            "super_exec_", "super_process_instance_id_", "execution_id_", "task_id_", "var_scope_", "business_key_");

    private TaskCopies() {
    }

    /** @param dossier its process instance, of which no copy with such a number exists */
    static void make(Database database, String dossier, int fromNumber, int toNumber) throws SQLException {
        boolean h2 = database.kind() == DatabaseKind.H2;
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            if (h2) {
                // It holds each row against the others at once, PostgreSQL when all are there.
                statement.execute("set referential_integrity false");
            }
            for (Map.Entry<String, String> rows : ROWS_OF_A_DOSSIER.entrySet()) {
                StringJoiner columns = new StringJoiner(", ");
                StringJoiner values = new StringJoiner(", ");
                ResultSetMetaData table = statement.executeQuery("select * from " + rows.getKey() + " where 1 = 0")
                        .getMetaData();
                for (int column = 1; column <= table.getColumnCount(); column++) {
                    String name = table.getColumnName(column).toLowerCase();
                    columns.add(name);
                    values.add(DIFFERENT_IN_A_COPY.contains(name) ? name + " || '-' || copy" : name);
                }
                statement.execute("insert into " + rows.getKey() + " (" + columns + ") select " + values + " from "
                        + rows.getKey() + (h2 ? ", (select x copy from system_range(" : ", (select copy from generate_series(")
                        + fromNumber + ", " + toNumber + (h2 ? "))" : ") copy)") + " numbers where "
                        + rows.getValue().replace("%s", dossier));
            }
            if (h2) {
                statement.execute("set referential_integrity true");
            }
            statement.execute("analyze");
        }
    }
}
