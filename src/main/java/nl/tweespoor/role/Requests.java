package nl.tweespoor.role;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which requests to the engine's API someone may make at all. It comes before the authorizations, because several
 * commands of the engine ask for none: reading any comment or attachment, for one. A path that is not listed is closed,
 * also one that a later version of the engine adds. Whoever administers may make every request, and whoever reads
 * everything may read all; the authorizations come after that.
 */
@Component
class Requests {

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

    /** All that people do. Whether this task, this process or this account is theirs, is for the authorizations. */
    private static final Pattern DEEDS = anyOf(
            "task/<id>/(claim|unclaim|assignee|complete|submit-form)", "task/<id>/comment/create",
            "process-definition/(<id>|key/<id>)/(start|submit-form)",
            "deployment/create");

    private static final Pattern OWN_PASSWORD = anyOf("user/<id>/credentials");

    private final Roles roles;

    Requests(Roles roles) {
        this.roles = roles;
    }

    /** @param path below the address of the engine's API, without a slash before it */
    boolean allows(Collection<String> groups, String method, String path) {
        if (ours(groups).anyMatch(Role::isAdministrator)) {
            return true;
        }
        return switch (method) {
            case "POST" -> matches(QUESTIONS, path) || matches(DEEDS, path);
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
