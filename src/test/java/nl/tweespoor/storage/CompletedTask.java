package nl.tweespoor.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A completed task as one of both remembers it, the engine in its history or the ledger in an entry, straight from their
 * tables. When they agree, the lists of both are equal: each task once, with the same answers by the same person.
 */
record CompletedTask(String id, String dossier, String step, String by, Map<String, String> answers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<CompletedTask> inEngine(JdbcTemplate database) {
        Map<String, Map<String, String>> answers = new TreeMap<>();
        database.query("select task_id_, name_, text_ from act_hi_detail where type_ = 'FormProperty' and task_id_ is not null", row -> {
            answers.computeIfAbsent(row.getString(1), task -> new TreeMap<>()).put(row.getString(2), row.getString(3));
        });
        return database.query("select t.id_, p.business_key_, t.task_def_key_, o.user_id_ from act_hi_taskinst t"
                        + " join act_hi_procinst p on p.id_ = t.proc_inst_id_ left join act_hi_op_log o on o.task_id_ = t.id_"
                        + " and o.operation_type_ = 'Complete' where t.delete_reason_ = 'completed'",
                (row, index) -> new CompletedTask(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        answers.getOrDefault(row.getString(1), Map.of())));
    }

    static List<CompletedTask> inLedger(JdbcTemplate database) {
        return database.query("select content, chain, element, actor, disclosed from ledger_entry where kind = 'task'",
                (row, index) -> new CompletedTask(read(row.getString(1)).path("facts").path("task-id").asText(), row.getString(2),
                        row.getString(3), row.getString(4), answers(read(row.getString(5)))));
    }

    private static Map<String, String> answers(JsonNode disclosed) {
        Map<String, String> answers = new TreeMap<>();
        disclosed.fields().forEachRemaining(one -> answers.put(one.getKey(), one.getValue().path("value").asText()));
        // Not an answer: the ledger adds the name of who did it.
        answers.remove("done-by");
        return answers;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
