package nl.tweespoor.role;

import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.Memberships;
import org.springframework.stereotype.Component;

/** Who can do a task that is theirs: others are told on the page itself that it is not for them. */
@Component
public class TaskWorkers {

    private static final String TASKLIST = "tasklist";

    private final Roles roles;
    private final Memberships memberships;

    TaskWorkers(Roles roles, Memberships memberships) {
        this.roles = roles;
        this.memberships = memberships;
    }

    /** Their ids. */
    public Set<String> all() {
        return roles.all().stream().filter(role -> role.applications().contains(TASKLIST))
                .filter(role -> role.worksOnOwnTasks() || role.isAdministrator())
                .flatMap(role -> memberships.membersOf(role.group()).stream()).collect(Collectors.toSet());
    }
}
