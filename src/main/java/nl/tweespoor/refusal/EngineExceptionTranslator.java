package nl.tweespoor.refusal;

import static nl.tweespoor.refusal.ExceptionTranslator.text;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;

/** Explains what the engine says, and what our own rules in it say. */
class EngineExceptionTranslator {

    private static final Pattern NOTHING_THERE = Pattern.compile(
            "(?i)(cannot|could not) (be )?f(i|ou)nd|\\bno .+ (found|exists|available)|does( not|n't) exist|no matching|not found");
    /** REST says of some requests itself what the engine refused. */
    private static final Pattern READS_A_TASK = Pattern.compile("'READ\\w*' permission on resource '[^']*' of type 'Task'");
    private static final Pattern ABOUT_A_TASK = Pattern.compile("(?i)\\btask\\b");
    private static final Set<String> ASKS_BEFORE_LOOKING = Set.of(
            "org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker",
            "org.camunda.bpm.engine.rest.util.WebApplicationUtil");

    private EngineExceptionTranslator() {
    }

    static Explanation refused(Throwable cause) {
        return cause instanceof Refusal refusal ? new Explanation(refusal.status(), refusal.getMessage()) : null;
    }

    static Explanation forbidden(Throwable cause) {
        return cause instanceof AuthorizationException missing ? MissingPermissionTranslator.explain(missing) : null;
    }

    static Explanation overtaken(Throwable cause) {
        if (cause instanceof TaskAlreadyClaimedException) {
            return new Explanation(409, "Een collega heeft deze taak al op zich genomen. Ververs uw lijst.");
        }
        return cause instanceof OptimisticLockingException ? Explanation.of(409) : null;
    }

    static Explanation missing(Throwable cause) {
        boolean nothingThere = cause instanceof NotFoundException || RequestExceptionTranslator.hasStatus(cause, 404)
                || askedBeforeLooking(cause)
                || RequestExceptionTranslator.hasStatus(cause, 403) && READS_A_TASK.matcher(text(cause)).find()
                || (cause instanceof ProcessEngineException || RequestExceptionTranslator.hasStatus(cause, 400))
                        && NOTHING_THERE.matcher(text(cause)).find();
        if (!nothingThere) {
            return null;
        }
        return ABOUT_A_TASK.matcher(text(cause)).find() ? Explanation.noSuchTask() : Explanation.of(404);
    }

    static Explanation notNow(Throwable cause) {
        if (cause instanceof SuspendedEntityInteractionException) {
            return new Explanation(409, "Dit staat nu stil: de beheerder heeft het onderbroken. Probeer het later opnieuw.");
        }
        if (cause instanceof MismatchingMessageCorrelationException) {
            return new Explanation(409, "Er is nu niets dat op dit bericht wacht.");
        }
        return null;
    }

    static Explanation wrong(Throwable cause) {
        if (cause instanceof ParseException unreadable) {
            return new Explanation(400, "Dit model klopt niet, en er is niets live gezet. Verbeter in Camunda Modeler:"
                    + unreadable.getResorceReports().stream().flatMap(file -> file.getErrors().stream().map(problem ->
                            "\n– %s, bij regel %d%s: %s.".formatted(file.getResourceName(), problem.getLine(),
                                    problem.getMainElementId() == null ? "" : ", element " + problem.getMainElementId(),
                                    problem.getMessage().replaceAll("\\s+", " ").replaceAll("[.\\s]+$", "")))).collect(Collectors.joining()));
        }
        if (text(cause).contains("Password does not match policy")) {
            return new Explanation(400, "Dit wachtwoord is te makkelijk te raden. Kies een langer wachtwoord.");
        }
        return cause instanceof BadUserRequestException ? Explanation.notLikeThis() : null;
    }

    /**
     * The engine's own words, with nothing below them, are about what was asked; except from the elements of a model,
     * which are ours to mend.
     */
    static boolean isAboutTheQuestion(Throwable root) {
        return root instanceof ProcessEngineException && !text(root).startsWith("ENGINE-02");
    }

    /** Camunda looks whether someone may see a task, and which engine an address names, before it is sure of either. */
    private static boolean askedBeforeLooking(Throwable cause) {
        return cause instanceof NullPointerException && cause.getStackTrace().length > 0
                && ASKS_BEFORE_LOOKING.contains(cause.getStackTrace()[0].getClassName());
    }
}
