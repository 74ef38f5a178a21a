package nl.tweespoor.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.role.RolePages;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Whoever logged in goes where they wanted to; who named no page begins where the table of roles says. */
@Component
class StartPageHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private final RequestCache requests = new HttpSessionRequestCache();
    private final RolePages pages;
    private final Memberships memberships;

    StartPageHandler(RolePages pages, Memberships memberships) {
        this.pages = pages;
        this.memberships = memberships;
        setRequestCache(requests);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return pages.startOf(memberships.groupsOf(login.getName()));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws ServletException, IOException {
        SavedRequest wanted = requests.getRequest(request, response);
        if (wanted != null && URI.create(wanted.getRedirectUrl()).getPath().equals("/")) {
            requests.removeRequest(request, response);
        }
        super.onAuthenticationSuccess(request, response, login);
    }
}
