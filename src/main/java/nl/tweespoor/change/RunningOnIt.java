package nl.tweespoor.change;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.DeploymentGate;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import nl.tweespoor.engine.WholeDeployment;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many run of each process that a proposal changes, itself or by a table or form that it uses: these keep what they began with. */
@Component
class RunningOnIt implements ShownVariable {

    private final ProposedFiles files;
    private final WholeDeployment deployment;
    private final DeploymentGate gate;
    private final JdbcClient jdbc;

    RunningOnIt(ProposedFiles files, WholeDeployment deployment, DeploymentGate gate, JdbcClient jdbc) {
        this.files = files;
        this.deployment = deployment;
        this.gate = gate;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return ModelIds.RUNNING;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(Spin.JSON(counts(task.dossierNumber()).entrySet().stream().map(process -> Map.of(
                ModelIds.COLUMN_PROCESS, process.getKey(), ModelIds.COLUMN_COUNT, process.getValue())).toList()).toString()).create();
    }

    /** By the name of the process. */
    Map<String, Long> counts(String number) {
        List<DeployedResource> proposed = files.proposed(number);
        if (proposed.isEmpty()) {
            return Map.of();
        }
        Set<String> changed = new TreeSet<>();
        proposed.forEach(file -> changed.addAll(gate.idsIn(file)));
        Set<String> processes = new TreeSet<>();
        deployment.completed(proposed).stream().filter(file -> file.endsWithAny(".bpmn")).filter(file -> names(file, changed))
                .forEach(file -> processes.addAll(gate.idsIn(file)));
        Map<String, Long> counts = new TreeMap<>();
        running().forEach((process, count) -> {
            if (processes.contains(process.key())) {
                counts.merge(process.name(), count, Long::sum);
            }
        });
        return counts;
    }

    /** Itself, or what it uses: a model names that by its id, in quotes. */
    private static boolean names(DeployedResource model, Set<String> ids) {
        String text = new String(model.content(), StandardCharsets.UTF_8);
        return ids.stream().anyMatch(id -> text.contains('"' + id + '"'));
    }

    private record Process(String key, String name) {
    }

    private Map<Process, Long> running() {
        Map<Process, Long> running = new HashMap<>();
        jdbc.sql("select p.key_, p.name_, count(*) from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_"
                + " where e.parent_id_ is null group by p.key_, p.name_").query(row -> {
            running.merge(new Process(row.getString(1), row.getString(2)), row.getLong(3), Long::sum);
        });
        return running;
    }
}
