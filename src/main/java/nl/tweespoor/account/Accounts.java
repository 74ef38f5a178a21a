package nl.tweespoor.account;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes groups and people in the engine's own identity service; what is there already stays as it is. */
@Component
class Accounts {

    private final IdentityService identityService;

    Accounts(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Transactional
    void createGroups() {
        for (Group group : Group.values()) {
            createGroup(group.id(), group.dutchName(), "WORKFLOW");
        }
    }

    @Transactional
    void createDemoAccounts() {
        for (Group group : Group.values()) {
            createUser(group.id(), group.dutchName(), group.id());
            join(group.id(), group.id());
        }
    }

    /** Without a member in {@code camunda-admin} the webapp lets a stranger make themselves administrator. */
    @Transactional
    void createAdministrator(String userId, String password) {
        createUser(userId, "Beheerder", password);
        createGroup(Groups.CAMUNDA_ADMIN, "Beheerders", Groups.GROUP_TYPE_SYSTEM);
        join(userId, Groups.CAMUNDA_ADMIN);
    }

    boolean hasAdministrator() {
        return identityService.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    private void createGroup(String id, String name, String type) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            var group = identityService.newGroup(id);
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }

    private void createUser(String id, String name, String password) {
        if (identityService.createUserQuery().userId(id).count() == 0) {
            var user = identityService.newUser(id);
            user.setFirstName(name);
            user.setLastName("");
            user.setPassword(password);
            identityService.saveUser(user);
        }
    }

    private void join(String userId, String groupId) {
        if (identityService.createUserQuery().userId(userId).memberOfGroup(groupId).count() == 0) {
            identityService.createMembership(userId, groupId);
        }
    }
}
