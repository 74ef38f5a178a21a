package nl.tweespoor.moving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs on a version and where it stands, read from the engine's own tables: whoever shows it decides who reads it. */
@Component
class RunningDossiers {

    private static final String RUNNING = "select id_, business_key_ from act_ru_execution where proc_def_id_ = ? and parent_id_ is null"
            + " order by business_key_, id_";
    private static final String STANDS_AT = "select proc_inst_id_, act_id_ from act_hi_actinst where proc_def_id_ = ? and end_time_ is null"
            + " union select j.process_instance_id_, d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_"
            + " where j.process_def_id_ = ? and d.job_type_ = 'async-continuation'";

    private final JdbcClient jdbc;

    RunningDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A process that runs.
     *
     * @param number null when it has none
     * @param at     the ids of the elements where it stands, with those around them
     */
    record Running(String instance, String number, Set<String> at) {
    }

    /** In the order of their numbers. */
    List<Running> on(String version) {
        Map<String, Set<String>> places = new HashMap<>();
        jdbc.sql(STANDS_AT).params(version, version).query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list()
                .forEach(stand -> places.computeIfAbsent(stand.getKey(), instance -> new HashSet<>()).add(stand.getValue()));
        return jdbc.sql(RUNNING).param(version).query((row, index) -> new Running(row.getString(1), row.getString(2),
                places.getOrDefault(row.getString(1), Set.of()))).list();
    }
}
