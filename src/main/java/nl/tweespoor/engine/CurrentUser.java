package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who is logged in, as the engine was told. */
@Component
public class CurrentUser {

    private final IdentityService identityService;

    public CurrentUser(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** Nobody for what the engine does by itself, such as a timer. */
    public Optional<String> id() {
        return authentication().map(Authentication::getUserId);
    }

    /** The groups of the login; those of the account when the login names none. */
    public List<String> groups() {
        return authentication().map(login -> login.getGroupIds() != null ? login.getGroupIds()
                : new Memberships(identityService).groupsOf(login.getUserId())).orElse(List.of());
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identityService.getCurrentAuthentication()).filter(login -> login.getUserId() != null);
    }
}
