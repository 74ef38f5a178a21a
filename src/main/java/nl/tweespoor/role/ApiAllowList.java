package nl.tweespoor.role;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.engine.Memberships;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Which requests to the engine's API someone may make at all. It comes before the authorizations, because several
 * commands of the engine ask for none: reading any comment or attachment, for one. A path that is not listed is closed,
 * also one that a later version of the engine adds. Whoever administers may make every request, and whoever reads
 * everything may read all; the authorizations come after that.
 */
@Component
public class ApiAllowList implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Pattern API =
            Pattern.compile("(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)(?:/(.*?)/?)?");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Reading that the engine's authorizations guard, each below the address of the API. */
    private static final Pattern READS = anyOf(
            "(engine|version)?",
            "identity/(groups|password-policy)",
            "authorization(/check|/count|/<id>)?",
            "(user|group)(/count)?", "user/<id>/profile", "group/<id>",
            "filter(/count)?", "filter/<id>(/list|/count|/singleResult)?",
            "task(/count)?", "task/<id>(/form|/deployed-form|/form-variables|/rendered-form|/identity-links)?",
            "task/<id>/(variables|localVariables)(/<id>(/data)?)?", "task/<id>/(comment|attachment)",
            "process-definition(/.+)?", "decision-definition(/.+)?", "decision-requirements-definition(/.+)?",
            "deployment(/.+)?",
            "process-instance(/count)?", "process-instance/<id>(/activity-instances|/variables(/<id>(/data)?)?)?",
            "execution(/count)?", "execution/<id>(/localVariables(/<id>(/data)?)?)?",
            "variable-instance(/count)?", "variable-instance/<id>(/data)?",
            "(job|job-definition|incident)(/count)?", "(job|job-definition|incident)/<id>", "job/<id>/stacktrace",
            "event-subscription(/count)?", "batch(/.+)?",
            "history/(process-instance|activity-instance|task|variable-instance|detail|user-operation|identity-link-log"
                    + "|incident|job-log|decision-instance|batch)(/count|/<id>(/data|/stacktrace)?)?",
            "history/process-definition/<id>/statistics");

    /** Reading with a question that is too long for an address. */
    private static final Pattern QUESTIONS = anyOf(
            "(task|process-instance|execution|variable-instance|job|job-definition|group)(/count)?",
            "filter/<id>/(list|count|singleResult)",
            "history/(process-instance|activity-instance|task|variable-instance|detail|job-log|decision-instance)(/count)?",
            "identity/password-policy");

    /** All that people do: whether this task, this process or this account is theirs, the authorizations decide. */
    private static final Pattern WORK = anyOf(
            "task/<id>/(claim|unclaim|assignee|complete|submit-form)", "task/<id>/comment/create");
    private static final Pattern DEEDS = anyOf("process-definition/(<id>|key/<id>)/(start|submit-form)",
            "deployment/create");

    /** Switched off: the engine fails on these when it measures nothing. */
    private static final Pattern OFF = anyOf("metrics(/.*)?");

    private static final Pattern OWN_PASSWORD = anyOf("user/<id>/credentials");

    private final Roles roles;
    private final RolePages pages;
    private final Memberships memberships;

    ApiAllowList(Roles roles, RolePages pages, Memberships memberships) {
        this.roles = roles;
        this.pages = pages;
        this.memberships = memberships;
    }

    /** Strangers make none. Groups are those of this moment, not of the login; the address is as it was sent. */
    @Override
    public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
        return decide(login.get(), context, () -> memberships.groupsOf(login.get().getName()));
    }

    /** For who logs in anew with each request: the groups of the login are those of this moment. */
    public AuthorizationDecision checkByLogin(Supplier<Authentication> login, RequestAuthorizationContext context) {
        return decide(login.get(), context, () -> login.get().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority).toList());
    }

    private AuthorizationDecision decide(Authentication person, RequestAuthorizationContext context,
            Supplier<List<String>> groups) {
        HttpServletRequest request = context.getRequest();
        Matcher asked = API.matcher(path(request));
        return new AuthorizationDecision(asked.matches() && isPerson(person)
                && allows(groups.get(), request.getMethod(), Objects.requireNonNullElse(asked.group(1), "")));
    }

    /** Requests of a web application are for whoever may open it: its own ones ask the engine for no authorization. */
    public AuthorizationManager<RequestAuthorizationContext> of(String application) {
        return (login, context) -> new AuthorizationDecision(opens(login.get(), application));
    }

    /** Our own pages are for whom the table opens the first word of their address, and closed to all when it names none. */
    public AuthorizationManager<RequestAuthorizationContext> pages() {
        return (login, context) -> new AuthorizationDecision(opens(login.get(), path(context.getRequest()).split("/", -1)[1]));
    }

    private boolean opens(Authentication login, String application) {
        return isPerson(login) && pages.open(memberships.groupsOf(login.getName()), application);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isPerson(Authentication login) {
        return login != null && login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken);
    }

    /** @param path below the address of the engine's API, without a slash before it */
    boolean allows(Collection<String> groups, String method, String path) {
        if (matches(OFF, path)) {
            return false;
        }
        if (ours(groups).anyMatch(Role::isAdministrator)) {
            return true;
        }
        return switch (method) {
            case "POST" -> matches(QUESTIONS, path) || matches(DEEDS, path)
                    || matches(WORK, path) && ours(groups).anyMatch(Role::worksOnOwnTasks);
            case "PUT" -> matches(OWN_PASSWORD, path);
            default -> READING.contains(method)
                    && (matches(READS, path) || ours(groups).anyMatch(Role::readsEverything));
        };
    }

    private Stream<Role> ours(Collection<String> groups) {
        return groups.stream().flatMap(group -> roles.of(group).stream());
    }

    private static boolean matches(Pattern known, String path) {
        return known.matcher(path).matches();
    }

    private static Pattern anyOf(String... paths) {
        return Pattern.compile(String.join("|", List.of(paths)).replace("<id>", "[^/]+"));
    }
}
