package nl.tweespoor.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells the Camunda webapps who logged in here. They make it themselves, by its name, so it is public.
 * Someone whose account was removed meanwhile is a stranger.
 */
public class WebappAuthenticationProvider implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal user = request.getUserPrincipal();
        return user != null && engine.getIdentityService().createUserQuery().userId(user.getName()).count() == 1
                ? AuthenticationResult.successful(user.getName())
                : AuthenticationResult.unsuccessful();
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // The status says it.
    }
}
