package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** Who is in which group at this moment. It tells the system, so also what the person who asks may not see. */
@Component
public class Memberships {

    private final IdentityService identityService;

    Memberships(IdentityService identityService) {
        this.identityService = identityService;
    }

    public List<String> groupsOf(String userId) {
        return unchecked(() -> identityService.createGroupQuery().groupMember(userId).list()).stream()
                .map(Group::getId).toList();
    }

    public boolean hasAccount(String userId) {
        return unchecked(() -> identityService.createUserQuery().userId(userId).count()) > 0;
    }

    /** The groups of who proves to be this user, in one go with the proof; empty when the password is wrong. */
    public Optional<List<String>> groupsOf(String userId, String password) {
        return unchecked(() -> identityService.checkPassword(userId, password) ? Optional.of(groupsOf(userId)) : Optional.empty());
    }

    public List<String> membersOf(String groupId) {
        return accountsOf(groupId).stream().map(User::getId).toList();
    }

    public List<User> accountsOf(String groupId) {
        return unchecked(() -> identityService.createUserQuery().memberOfGroup(groupId).list());
    }

    private <T> T unchecked(Callable<T> query) {
        return ((IdentityServiceImpl) identityService).getCommandExecutor()
                .execute(context -> context.runWithoutAuthorization(query));
    }
}
