package nl.tweespoor.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.rest.util.WebApplicationUtil;
import org.glassfish.jersey.server.ParamException;

/**
 * Explains an exception. The engine and its REST API wrap what happened, often in a 500, so every cause is looked at:
 * first for what says most.
 */
class Reasons {

    private static final Explanation NOT_LIKE_THIS = new Explanation(400, "Dit kan niet zoals het gevraagd is.");
    private static final List<Function<Throwable, Explanation>> RULES = List.of(
            Reasons::refused, Reasons::forbidden, Reasons::overtaken, Reasons::missing, Reasons::notNow,
            Reasons::unreadable, Reasons::wrong, Reasons::byStatus);

    /** Two at the same row: serialisation failures and deadlocks, locks, and H2's concurrent update and lost row. */
    private static final Set<String> RACES = Set.of("55P03", "HYT00", "90131", "90112", "23503", "23506");
    private static final Pattern NOTHING_THERE = Pattern.compile(
            "(?i)(cannot|could not) (be )?f(i|ou)nd|\\bno .+ (found|exists|available)|does( not|n't) exist|no matching|not found");
    private static final Pattern ABOUT_A_TASK = Pattern.compile("(?i)\\btask\\b");
    private static final Set<String> ASKS_BEFORE_LOOKING = Set.of(
            AuthorizationCommandChecker.class.getName(), WebApplicationUtil.class.getName());
    private static final Pattern QUALIFIED_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}([A-Z]\\w*)");
    private static final int HINT_LENGTH = 200;
    private static final int DEEPEST = 50;

    private Reasons() {
    }

    static Explanation of(Throwable thrown) {
        List<Throwable> causes = causes(thrown);
        for (Function<Throwable, Explanation> rule : RULES) {
            for (Throwable cause : causes) {
                Explanation found = rule.apply(cause);
                if (found != null) {
                    return found;
                }
            }
        }
        return last(causes);
    }

    /** From the outside in; none of nothing. */
    static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    }

    private static Explanation refused(Throwable cause) {
        return cause instanceof Refusal refusal ? new Explanation(refusal.status(), refusal.getMessage()) : null;
    }

    private static Explanation forbidden(Throwable cause) {
        return cause instanceof AuthorizationException missing ? Missing.explain(missing) : null;
    }

    private static Explanation overtaken(Throwable cause) {
        if (cause instanceof TaskAlreadyClaimedException) {
            return new Explanation(409, "Een collega heeft deze taak al op zich genomen. Ververs uw lijst.");
        }
        if (cause instanceof OptimisticLockingException) {
            return Explanation.of(409);
        }
        if (!(cause instanceof SQLException error) || error.getSQLState() == null) {
            return null;
        }
        if ("23505".equals(error.getSQLState())) {
            return new Explanation(409, "Dit bestaat al, of een collega was u net voor. Ververs de pagina en kijk wat er nu staat.");
        }
        if (error.getSQLState().startsWith("40") || RACES.contains(error.getSQLState())) {
            return Explanation.of(409);
        }
        return error.getSQLState().startsWith("22") ? new Explanation(400,
                "Iets in uw invoer is te lang of heeft tekens die Tweespoor niet kan bewaren.") : null;
    }

    private static Explanation missing(Throwable cause) {
        boolean nothingThere = cause instanceof NotFoundException || hasStatus(cause, 404) || askedBeforeLooking(cause)
                || (cause instanceof ProcessEngineException || hasStatus(cause, 400)) && saysThatNothingIsThere(cause);
        if (!nothingThere) {
            return null;
        }
        return ABOUT_A_TASK.matcher(text(cause)).find() ? Explanation.noSuchTask() : Explanation.of(404);
    }

    private static boolean saysThatNothingIsThere(Throwable cause) {
        return NOTHING_THERE.matcher(text(cause)).find();
    }

    /** Camunda looks whether someone may see a task, and which engine an address names, before it is sure of either. */
    private static boolean askedBeforeLooking(Throwable cause) {
        return cause instanceof NullPointerException && cause.getStackTrace().length > 0
                && ASKS_BEFORE_LOOKING.contains(cause.getStackTrace()[0].getClassName());
    }

    private static boolean hasStatus(Throwable cause, int status) {
        return cause instanceof RestException rest && rest.getStatus() != null && rest.getStatus().getStatusCode() == status;
    }

    private static Explanation notNow(Throwable cause) {
        if (cause instanceof SuspendedEntityInteractionException) {
            return new Explanation(409, "Dit staat nu stil: de beheerder heeft het onderbroken. Probeer het later opnieuw.");
        }
        if (cause instanceof MismatchingMessageCorrelationException) {
            return new Explanation(409, "Er is nu niets dat op dit bericht wacht.");
        }
        return null;
    }

    private static Explanation unreadable(Throwable cause) {
        if (hasStatus(cause, 400) && !(cause.getCause() instanceof ProcessEngineException)) {
            return Explanation.malformed(hint(text(cause)));
        }
        if (cause instanceof JsonProcessingException json) {
            return Explanation.malformed(place(json));
        }
        if (cause instanceof ParamException parameter && !(cause instanceof ParamException.PathParamException)) {
            return Explanation.malformed("bij '" + hint(parameter.getParameterName()) + "'");
        }
        return null;
    }

    /** Not what Jackson says: that is full of class names, and quotes what was sent. */
    private static String place(JsonProcessingException json) {
        String path = json instanceof JsonMappingException mapping ? mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .collect(Collectors.joining(".")) : "";
        if (!path.isEmpty()) {
            return "bij '" + hint(path) + "'";
        }
        return json.getLocation() == null ? "geen goede JSON"
                : "geen goede JSON, regel " + json.getLocation().getLineNr()
                        + ", teken " + json.getLocation().getColumnNr();
    }

    private static Explanation wrong(Throwable cause) {
        if (cause instanceof ParseException) {
            return new Explanation(400, "Dit model klopt niet. Wat er niet klopt, staat bij 'details'.");
        }
        if (text(cause).contains("Password does not match policy")) {
            return new Explanation(400, "Dit wachtwoord is te makkelijk te raden. Kies een langer wachtwoord.");
        }
        return cause instanceof BadUserRequestException || cause instanceof FormFieldValidationException
                ? NOT_LIKE_THIS : null;
    }

    private static Explanation byStatus(Throwable cause) {
        if (cause instanceof WebApplicationException http) {
            return Explanation.of(http.getResponse().getStatus());
        }
        return cause instanceof RestException rest && rest.getStatus() != null && rest.getStatus().getStatusCode() < 500
                ? Explanation.of(rest.getStatus().getStatusCode()) : null;
    }

    /**
     * The engine's own words, with nothing below them, are about what was asked; except from the elements of a model,
     * which are ours to mend. What breaks while the REST API still reads the request is about what was sent.
     */
    private static Explanation last(List<Throwable> causes) {
        Throwable root = causes.get(causes.size() - 1);
        if (root instanceof ProcessEngineException && !text(root).startsWith("ENGINE-02")) {
            return NOT_LIKE_THIS;
        }
        return brokeWhileReading(root) ? Explanation.malformed("") : Explanation.of(500);
    }

    private static boolean brokeWhileReading(Throwable root) {
        return root instanceof RuntimeException && Stream.of(root.getStackTrace()).map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("org.camunda.bpm.engine.rest.")
                        || name.startsWith("org.camunda.bpm.engine.impl.") || name.startsWith("nl.tweespoor."))
                .findFirst().filter(name -> name.startsWith("org.camunda.bpm.engine.rest.")).isPresent();
    }

    private static String hint(String text) {
        String plain = QUALIFIED_NAME.matcher(OneLine.of(text)).replaceAll("$1");
        return plain.length() > HINT_LENGTH ? plain.substring(0, HINT_LENGTH) + "…" : plain;
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage();
    }
}
