package nl.tweespoor.demo;

import java.util.List;
import java.util.Map;

/**
 * One dossier of the demo, as its file tells it.
 *
 * @param name     of the file, for whoever has to mend it
 * @param daysAgo  when it was reported
 * @param reporter the demo account that reported it
 * @param report   the answers on the start form
 */
record DossierStory(String name, int daysAgo, String reporter, Map<String, Object> report, List<Step> steps) {

    DossierStory {
        reporter = reporter == null ? "employee" : reporter;
        steps = steps == null ? List.of() : steps;
    }

    DossierStory named(String file) {
        return new DossierStory(file, daysAgo, reporter, report, steps);
    }

    /**
     * Someone completes a task.
     *
     * @param task    its id in the model
     * @param days    planned so long after the step before
     * @param user    the demo account that does it; by default the one of the group whose task it is
     * @param each    whether all such tasks are done alike
     * @param where   variables that tell this task from others with the same id, such as that of another team
     * @param answers what is filled in; a day as {@code +30d} or {@code -3d}, counted from the day of the step
     */
    record Step(String task, int days, String user, boolean each, Map<String, String> where, Map<String, Object> answers) {

        Step {
            where = where == null ? Map.of() : where;
            answers = answers == null ? Map.of() : answers;
        }
    }
}
