package nl.tweespoor.control;

import java.util.Collection;
import java.util.stream.Collectors;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.Names;
import org.springframework.stereotype.Component;

/** People and groups in what a control tells, as an auditor knows them. */
@Component
class Named {

    private final Names names;
    private final People people;

    Named(Names names, People people) {
        this.names = names;
        this.people = people;
    }

    /** The user id of who has no account any more. */
    String person(String userId) {
        return userId == null ? "niemand" : names.of(userId, people::nameOf);
    }

    String groups(Collection<String> ids) {
        return ids.isEmpty() ? "geen groep" : ids.stream()
                .map(id -> Group.of(id).map(Group::dutchName).orElse(id)).collect(Collectors.joining(", "));
    }
}
