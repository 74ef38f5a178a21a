package nl.tweespoor.account;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Colleagues by the name under which others know them. */
@Component
public class People {

    private final IdentityService identityService;

    People(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The user id itself when there is no such account, or one without a name. */
    public String nameOf(String userId) {
        return Optional.ofNullable(identityService.createUserQuery().userId(userId).singleResult())
                .map(People::nameOf).orElse(userId);
    }

    /** Everyone with an account: user id and name. */
    public List<Person> all() {
        return identityService.createUserQuery().list().stream()
                .map(user -> new Person(user.getId(), nameOf(user))).toList();
    }

    private static String nameOf(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    public record Person(String userId, String name) {
    }
}
