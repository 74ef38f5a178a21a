package nl.tweespoor.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

/** What an authorization holds, also the permissions that a later version of the engine would add. */
public final class AuthorizationBits {

    private AuthorizationBits() {
    }

    public static int of(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }
}
