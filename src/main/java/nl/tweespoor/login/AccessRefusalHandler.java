package nl.tweespoor.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.tweespoor.refusal.RefusalLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a caller hears who may not come in, or not here. */
@Component
class AccessRefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final List<String> FORMS = List.of(SecurityConfiguration.LOGIN_PAGE, SecurityConfiguration.LOGOUT);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyAttemptsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.secondsToWait()));
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS, why.getMessage());
            return;
        }
        if (!request.getRequestURI().startsWith("/camunda/")) {
            // Not in the webapps: a browser would ask for the password in a window of its own.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tweespoor\", charset=\"UTF-8\"");
        }
        refuse(request, response, HttpStatus.UNAUTHORIZED,
                why instanceof BadCredentialsException ? why.getMessage() : "Log in om verder te gaan.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && FORMS.contains(request.getRequestURI())) {
            // The page stood open until its session ended.
            response.sendRedirect(SecurityConfiguration.LOGIN_PAGE + "?expired");
            return;
        }
        if (!(why instanceof CsrfException) && isPageOfOurs(request)) {
            // Nobody can tell a page that is not for them from one that isn't there.
            refuse(request, response, HttpStatus.NOT_FOUND, "Wat u zoekt, is er niet (meer).");
            return;
        }
        refuse(request, response, HttpStatus.FORBIDDEN,
                "Dit mag u niet doen of zien. Denkt u van wel? Vraag het uw beheerder.");
    }

    private static boolean isPageOfOurs(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/camunda/") && !path.startsWith("/engine-rest");
    }

    /** The error page says it: to scripts as Camunda does, to people on a page. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status,
            String sentence) throws IOException {
        RefusalLog.write(request, status.value(), sentence);
        response.sendError(status.value());
    }
}
