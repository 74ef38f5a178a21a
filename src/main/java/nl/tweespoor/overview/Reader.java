package nl.tweespoor.overview;

import java.util.Collections;
import java.util.List;
import nl.tweespoor.engine.DossierProgress.OpenTask;

/** Who reads the page, with the groups of this moment. */
record Reader(String userId, List<String> groups) {

    /** Whether it is or may become this person's task. */
    boolean has(OpenTask task) {
        return task.assignee() != null ? task.assignee().equals(userId) : !Collections.disjoint(task.groups(), groups);
    }
}
