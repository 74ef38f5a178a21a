package nl.tweespoor.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * What the lists of Tasklist tell of each task. A task gets a copy of its own: who may see a task does not thereby see
 * the variables of its process, so a list would have nothing to show. No form of a task asks these, so no copy ages.
 */
@Component
public class Columns {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("dossierNumber", "Dossier");
        LABELS.put("title", "Titel");
        LABELS.put("teamName", "Team");
    }

    static List<Map<String, String>> all() {
        return LABELS.entrySet().stream().map(column -> Map.of("name", column.getKey(), "label", column.getValue()))
                .toList();
    }

    public void fill(DelegateTask task) {
        LABELS.keySet().stream().filter(task::hasVariable)
                .forEach(name -> task.setVariableLocal(name, task.getVariable(name)));
    }
}
