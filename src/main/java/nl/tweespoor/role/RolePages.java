package nl.tweespoor.role;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import org.springframework.stereotype.Component;

/** What the table of roles opens for someone, and where they begin. */
@Component
public class RolePages {

    /** Whose first question is another than what is theirs to do, with the word of the page that answers it. */
    private static final List<Start> STARTS =
            List.of(new Start(Group.AUDITOR, "register"), new Start(Group.PROCESS_OWNER, "processes"));

    private record Start(Group group, String page) {
    }

    private final Roles roles;

    RolePages(Roles roles) {
        this.roles = roles;
    }

    /** @param page a web application, or the first word of the address of our own pages */
    public boolean open(Collection<String> groups, String page) {
        return ours(groups).anyMatch(role -> role.applications().contains(page));
    }

    /** Where someone begins: at their work, unless they do one thing here that has a page of its own, which is open. */
    public String startOf(Collection<String> groups) {
        List<String> work = ours(groups).map(Role::group).filter(group -> !Group.EMPLOYEE.id().equals(group)).toList();
        return STARTS.stream().filter(start -> work.equals(List.of(start.group().id())) && open(groups, start.page()))
                .map(start -> "/" + start.page()).findFirst().orElse("/");
    }

    /** Whether tasks can be for someone: not for whom all groups work on nothing. */
    public boolean giveTasksTo(Collection<String> groups) {
        return ours(groups).findAny().isEmpty()
                || ours(groups).anyMatch(role -> role.worksOnOwnTasks() || role.isAdministrator());
    }

    /** Whether they may put models live. */
    public boolean letDeploy(Collection<String> groups) {
        return ours(groups).anyMatch(Role::mayDeploy);
    }

    /** Whether they change accounts, and repair what went wrong. */
    public boolean letAdminister(Collection<String> groups) {
        return ours(groups).anyMatch(Role::isAdministrator);
    }

    private Stream<Role> ours(Collection<String> groups) {
        return groups.stream().flatMap(group -> roles.of(group).stream());
    }
}
