package nl.tweespoor.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is asking, with the groups of this moment, for as long as that takes. Strangers it leaves unnamed. */
class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final Function<Authentication, List<String>> groups;
    private RequestMatcher others = request -> false;

    EngineAuthenticationFilter(IdentityService identityService, Function<Authentication, List<String>> groups) {
        this.identityService = identityService;
        this.groups = groups;
    }

    /** @param others requests of which the engine hears in another way who makes them */
    EngineAuthenticationFilter exceptFor(RequestMatcher others) {
        this.others = others;
        return this;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return others.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        identityService.setAuthentication(login.getName(), groups.apply(login));
        try {
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }
}
