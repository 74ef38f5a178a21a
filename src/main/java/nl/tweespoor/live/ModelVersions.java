package nl.tweespoor.live;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of processes, tables and forms, read from the engine's own tables: whoever shows them decides who reads them. */
@Component
public class ModelVersions {

    private static final String VERSIONS = "select m.id_, m.key_, m.%s, m.version_, m.deployment_id_, m.resource_name_, d.deploy_time_"
            + " from %s m left join act_re_deployment d on d.id_ = m.deployment_id_ %s order by m.key_, m.version_ desc";

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version.
     *
     * @param since null when its deployment was deleted
     */
    public record Version(String id, String key, String name, int number, String deployment, String file, Instant since) {
    }

    /** Each key with its versions, newest first. */
    Map<String, List<Version>> all(ModelKind kind) {
        return versions(VERSIONS.formatted(kind.nameColumn(), kind.table(), ""), List.of()).stream()
                .collect(Collectors.groupingBy(Version::key, TreeMap::new, Collectors.toList()));
    }

    /** Newest first; none for what was never live. */
    public List<Version> of(ModelKind kind, String key) {
        return versions(VERSIONS.formatted(kind.nameColumn(), kind.table(), "where m.key_ = ?"), List.of(key));
    }

    private List<Version> versions(String sql, List<String> parameters) {
        return jdbc.sql(sql).params(parameters).query((row, index) -> {
            Timestamp since = row.getTimestamp(7);
            return new Version(row.getString(1), row.getString(2), row.getString(3) == null ? row.getString(2) : row.getString(3),
                    row.getInt(4), row.getString(5), row.getString(6), since == null ? null : since.toInstant());
        }).list();
    }

    /** How many instances run, by the id of the version; by the engine's index on it. */
    Map<String, Long> running() {
        return jdbc.sql("select proc_def_id_, count(*) from act_ru_execution where parent_id_ is null group by proc_def_id_")
                .query((row, index) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where the running dossiers of a version stand: element and number, for one version. */
    Map<String, Long> waiting(String version) {
        return jdbc.sql("select name_, count(*) from act_ru_task where proc_def_id_ = ? group by name_ order by name_").param(version)
                .query((row, index) -> Map.entry(String.valueOf(row.getString(1)), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, LinkedHashMap::new));
    }
}
