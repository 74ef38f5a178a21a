package nl.tweespoor.role;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.tweespoor.engine.AuthorizationBits;
import nl.tweespoor.engine.AuthorizationPolicy;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Gives accounts that exist already what {@link AuthorizationPolicy} gives a new one, and no more. */
@Component
class AccountAuthorizationSynchronizer {

    private final Grant onOwnAccount;
    private final IdentityService identityService;
    private final AuthorizationService authorizationService;

    AccountAuthorizationSynchronizer(AuthorizationPolicy access, IdentityService identityService, AuthorizationService authorizationService) {
        onOwnAccount = new Grant(Resources.USER, Authorization.ANY,
                access.onOwnAccount().toArray(Permission[]::new));
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
        if (present != null && AuthorizationBits.of(present) == onOwnAccount.bits()) {
            return;
        }
        Authorization own = present != null ? present
                : authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        own.setUserId(user);
        own.setResource(Resources.USER);
        own.setResourceId(user);
        own.setPermissions(onOwnAccount.permissions());
        authorizationService.saveAuthorization(own);
    }
}
