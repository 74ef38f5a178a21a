package nl.tweespoor.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.task.IdentityLink;

/** The groups that may do a task, from its links. */
public final class TaskGroups {

    private TaskGroups() {
    }

    public static List<String> of(Collection<? extends IdentityLink> links) {
        return links.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }
}
