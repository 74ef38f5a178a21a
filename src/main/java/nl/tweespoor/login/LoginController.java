package nl.tweespoor.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page where people log in. */
@Controller
class LoginController {

    static final String FAILED = "/login/failed";

    private final boolean onlyOverHttps;

    LoginController(ServerProperties server) {
        onlyOverHttps = Boolean.TRUE.equals(server.getServlet().getSession().getCookie().getSecure());
    }

    @GetMapping(SecurityConfiguration.LOGIN_PAGE)
    String show(HttpServletRequest request, Principal user, Model model) {
        model.addAttribute("overHttp", onlyOverHttps && !request.isSecure());
        model.addAttribute("user", user == null ? null : user.getName());
        return "login";
    }

    /** Keeps the name that was typed, so that only the password has to be typed again. */
    @PostMapping(FAILED)
    String failed(HttpServletRequest request, HttpServletResponse response, Model model,
            @RequestParam(defaultValue = "") String username,
            @RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) AuthenticationException why) {
        boolean tooMany = why instanceof TooManyAttemptsException;
        response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED).value());
        model.addAttribute("username", username);
        model.addAttribute("failure", why.getMessage());
        return show(request, null, model);
    }
}
