package nl.tweespoor.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables in which dossiers leave something, what others refer to first; the engine alone has some fifty. */
class DossierTables {

    /** What was deployed or is settled at the start. */
    private static final Set<String> SETTLED = Set.of("act_ru_filter", "act_ru_jobdef");
    /** Tables that hold other things too, with the rows in them that belong to a dossier. */
    private static final Map<String, String> PARTLY = Map.of(
            "act_ru_authorization", "resource_id_ <> '*' and resource_type_ in (%d, %d, %d)".formatted(Resources.TASK.resourceType(),
                    Resources.HISTORIC_TASK.resourceType(), Resources.HISTORIC_PROCESS_INSTANCE.resourceType()),
            "act_ru_event_subscr", "execution_id_ is not null", "act_ru_job", "process_instance_id_ is not null",
            "act_ge_bytearray", "deployment_id_ is null", "dossier_counter", "counter_year > 0");
    /** What is adopted, but for the strategy of the demo. */
    private static final Map<String, String> ADOPTED = Map.of("strategy_version", "id <> 'S-2026-01'", "strategy_pillar", "version <> 'S-2026-01'",
            "strategy_target_group", "version <> 'S-2026-01'", "strategy_option", "version <> 'S-2026-01'", "strategic_goal", "version <> 'S-2026-01'",
            "strategic_goal_target_group", "goal not like 'S-2026-01/%'", "strategy_precondition", "version <> 'S-2026-01'",
            "strategy_activity", "version <> 'S-2026-01'");
    private static final List<String> OURS = List.of("reading", "hand_over", "dossier_head", "dossier_reporter", "support_poll_invitation", "support_poll_answer", "support_poll", "lesson", "proposed_file", "proposal_outcome", "version_move_dossier", "version_move",
            "register_decision", "register_word", "register_goal", "register_choice", "ledger_seal_mail", "ledger_seal_head",
            "ledger_seal", "ledger_entry", "ledger_head", "stand_in_group", "stand_in");
    /** What people who stand in for another got for as long as that lasts. */
    private static final String BORROWED = """
            delete from act_id_membership where exists (select 1 from stand_in s join stand_in_group g on g.stand_in_id = s.id
                where s.ended_at is null and s.stand_in = user_id_ and g.group_id = group_id_)""";

    private final JdbcTemplate database;
    private final List<String> tables;
    /** By table, in their order and quoted. */
    private final Map<String, String> columns = new HashMap<>();
    /** What H2 empties in one go, without going through its indexes row by row: whole tables that no other refers to. */
    private final Set<String> atOnce;

    DossierTables(JdbcTemplate database) {
        this.database = database;
        Map<String, List<String>> referred = new LinkedHashMap<>();
        database.queryForList("select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                String.class).stream().filter(DossierTables::isOfDossiers).sorted().forEach(table ->
                referred.put(table, new ArrayList<>()));
        database.query("""
                select lower(f.table_name), lower(t.table_name) from information_schema.referential_constraints r
                    join information_schema.table_constraints f on f.constraint_name = r.constraint_name
                    join information_schema.table_constraints t on t.constraint_name = r.unique_constraint_name
                    where lower(f.table_schema) = 'public' and lower(t.table_schema) = 'public'""", row -> {
            referred.getOrDefault(row.getString(1), new ArrayList<>()).add(row.getString(2));
        });
        Set<String> inOrder = new LinkedHashSet<>();
        referred.keySet().forEach(table -> add(table, referred, inOrder, Set.of()));
        tables = List.copyOf(inOrder);
        database.query("select lower(table_name), column_name from information_schema.columns where lower(table_schema) = 'public'"
                + " order by table_name, ordinal_position", row -> {
            columns.merge(row.getString(1), '"' + row.getString(2) + '"', (before, column) -> before + ", " + column);
        });
        atOnce = TestDatabase.kind().equals("postgres") ? Set.of() : tables.stream().filter(table -> where(table).isEmpty()
                && referred.values().stream().noneMatch(others -> others.contains(table))).collect(Collectors.toSet());
    }

    private static boolean isOfDossiers(String table) {
        return Stream.of("act_ru_", "act_hi_").anyMatch(table::startsWith) && !SETTLED.contains(table)
                || PARTLY.containsKey(table) || ADOPTED.containsKey(table) || OURS.contains(table);
    }

    private static void add(String table, Map<String, List<String>> referred, Set<String> inOrder, Set<String> above) {
        if (referred.containsKey(table) && !above.contains(table)) {
            Set<String> here = new LinkedHashSet<>(above);
            here.add(table);
            referred.get(table).forEach(other -> add(other, referred, inOrder, here));
            inOrder.add(table);
        }
    }

    /** Those that hold something of a dossier now. */
    List<String> filled() {
        return database.queryForList(tables.stream().map(table -> "select '%s' where exists (select 1 from %s%s)".formatted(
                table, table, where(table))).collect(Collectors.joining(" union all ")), String.class).stream()
                .sorted((one, other) -> tables.indexOf(one) - tables.indexOf(other)).toList();
    }

    /** In their order, with the references held: to let go of those, H2 would forget every question that it has read. */
    void empty() {
        List<String> filled = new ArrayList<>(filled());
        Collections.reverse(filled);
        if (filled.contains("stand_in")) {
            database.update(BORROWED);
        }
        inOneGo(filled, table -> table.equals("dossier_counter") ? "update dossier_counter set counter_year = 0, last_number = 0"
                : (atOnce.contains(table) ? "truncate table " : "delete from ") + table + where(table));
    }

    /** One table for all copies of a table: with each table that is made, H2 forgets every question that it has read. */
    void makeRoomForCopies(String schema) {
        database.execute("create schema " + schema);
        inOneGo(tables, table -> "create table %s.%s as select 0 as copy_number, kept.* from %s kept where 1 = 0".formatted(schema, table, table));
        inOneGo(tables, table -> "create index copies_of_%s on %s.%s (copy_number)".formatted(table, schema, table));
    }

    /** @return the tables that held something */
    List<String> copyTo(String schema, int number) {
        List<String> filled = filled();
        inOneGo(filled, table -> "insert into %s.%s select %d, kept.* from %s kept%s".formatted(schema, table, number, table, where(table)));
        return filled;
    }

    /** Into tables that hold nothing of a dossier. */
    void bringBack(List<String> copied, String schema, int number) {
        inOneGo(copied, table -> table.equals("dossier_counter") ? "update dossier_counter set (counter_year, last_number) ="
                + " (select counter_year, last_number from %s.dossier_counter where copy_number = %d)".formatted(schema, number)
                : "insert into %s overriding system value select %s from %s.%s where copy_number = %d".formatted(table, columns.get(table), schema,
                        table, number));
    }

    private void inOneGo(List<String> tables, Function<String, String> statement) {
        if (!tables.isEmpty()) {
            database.batchUpdate(tables.stream().map(statement).toArray(String[]::new));
        }
    }

    private static String where(String table) {
        return PARTLY.containsKey(table) ? " where " + PARTLY.get(table) : ADOPTED.containsKey(table) ? " where " + ADOPTED.get(table) : "";
    }
}
