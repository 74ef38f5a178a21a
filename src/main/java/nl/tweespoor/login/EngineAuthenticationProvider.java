package nl.tweespoor.login;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.engine.Memberships;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Knows people by the engine's identity service, for every way in. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private static final String WRONG = "De gebruikersnaam of het wachtwoord klopt niet.";

    private final Memberships memberships;
    private final LoginThrottle throttle;

    EngineAuthenticationProvider(Memberships memberships, LoginThrottle throttle) {
        this.memberships = memberships;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String password = String.valueOf(login.getCredentials());
        String address = ((WebAuthenticationDetails) login.getDetails()).getRemoteAddress();
        // A name that the database would refuse to look for is simply not known.
        List<String> groups = (user.indexOf('\0') >= 0 ? Optional.<List<String>>empty()
                : throttle.check(user, address, () -> memberships.groupsOf(user, password)))
                .orElseThrow(() -> new BadCredentialsException(WRONG));
        return UsernamePasswordAuthenticationToken.authenticated(user, null,
                groups.stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }
}
