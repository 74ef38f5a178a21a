package nl.tweespoor.role;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Gives accounts that exist already what {@link TaskGrants} gives a new one, and no more. */
@Component
class OwnAccounts {

    private static final Grant ON_OWN_ACCOUNT = new Grant(Resources.USER, Authorization.ANY, TaskGrants.ON_OWN_ACCOUNT);

    private final IdentityService identityService;
    private final AuthorizationService authorizationService;

    OwnAccounts(IdentityService identityService, AuthorizationService authorizationService) {
        this.identityService = identityService;
        this.authorizationService = authorizationService;
    }

    void follow() {
        Map<String, Authorization> present = authorizationService.createAuthorizationQuery()
                .resourceType(Resources.USER).authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream()
                .filter(authorization -> authorization.getResourceId().equals(authorization.getUserId()))
                .collect(Collectors.toMap(Authorization::getUserId, Function.identity()));
        identityService.createUserQuery().list().stream().map(User::getId)
                .forEach(user -> give(user, present.get(user)));
    }

    private void give(String user, Authorization present) {
        if (present != null && ((AuthorizationEntity) present).getPermissions() == ON_OWN_ACCOUNT.bits()) {
            return;
        }
        Authorization own = present != null ? present
                : authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        own.setUserId(user);
        own.setResource(Resources.USER);
        own.setResourceId(user);
        own.setPermissions(ON_OWN_ACCOUNT.permissions());
        authorizationService.saveAuthorization(own);
    }
}
