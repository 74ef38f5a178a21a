package nl.tweespoor.tasklist;

import org.springframework.core.annotation.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.TaskRule;
import org.springframework.stereotype.Component;

/**
 * What the lists of Tasklist tell of each task. A task gets a copy of its own: who may see a task does not thereby see
 * the variables of its process, so a list would have nothing to show. No form of a task asks these, so no copy ages.
 */
@Component
@Order(TaskRule.PREPARES)
class TaskColumns implements TaskRule {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put(ModelIds.DOSSIER_NUMBER, "Dossier");
        LABELS.put(ModelIds.TITLE, "Titel");
        LABELS.put(ModelIds.TEAM_NAME, "Team");
        LABELS.put(ModelIds.POINT, "Punt");
    }

    static List<Map<String, String>> all() {
        return LABELS.entrySet().stream().map(column -> Map.of("name", column.getKey(), "label", column.getValue()))
                .toList();
    }

    @Override
    public void appears(DossierTask task) {
        LABELS.keySet().stream().filter(task.variables()::hasVariable)
                .forEach(name -> task.variables().setVariableLocal(name, task.variables().getVariable(name)));
    }
}
