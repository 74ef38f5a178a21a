package nl.tweespoor.refusal;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Translates an exception into what someone may read. The engine and its REST API wrap what happened, often in a 500, so
 * every cause is looked at: first for what says most.
 */
class ExceptionTranslator {

    private static final List<Function<Throwable, Explanation>> RULES = List.of(
            EngineExceptionTranslator::refused, EngineExceptionTranslator::forbidden,
            EngineExceptionTranslator::overtaken, DatabaseExceptionTranslator::explain,
            EngineExceptionTranslator::missing, EngineExceptionTranslator::notNow,
            RequestExceptionTranslator::unreadable, EngineExceptionTranslator::wrong,
            RequestExceptionTranslator::byStatus);
    private static final int DEEPEST = 50;

    private ExceptionTranslator() {
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
        return last(causes.get(causes.size() - 1));
    }

    /** From the outside in; none of nothing. */
    static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    }

    static String text(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage();
    }

    /** When no rule knows it. */
    private static Explanation last(Throwable root) {
        if (EngineExceptionTranslator.isAboutTheQuestion(root)) {
            return Explanation.notLikeThis();
        }
        return RequestExceptionTranslator.brokeWhileReading(root) ? Explanation.malformed("") : Explanation.of(500);
    }
}
