package nl.tweespoor.refusal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for every no: what was asked, by whom, from where, and what they read. Never what they sent. */
public class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
    private static final String SENTENCE = RefusalLog.class.getName() + ".sentence";

    private RefusalLog() {
    }

    /** For who refuses before the engine or a page was reached; the error page then says the same, without a second line. */
    public static void write(HttpServletRequest request, int status, String sentence) {
        write(request, request.getRequestURI(), new Explanation(status, sentence), null);
    }

    /**
     * @param path as the caller asked for it; a request that ended up at the error page has another by now
     * @return what the caller may read
     */
    static Explanation write(HttpServletRequest request, String path, Explanation no, Throwable thrown) {
        String what = LogSanitizer.of(request.getMethod() + " " + path);
        String who = LogSanitizer.of(who(request));
        String from = LogSanitizer.of(request.getRemoteAddr());
        Explanation told = no;
        if (no.isOurFault()) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("Fout {}: {} door {} van {}: {}", reference, what, who, from, no.status(), thrown);
            told = no.under(reference);
        } else {
            log.warn("Geweigerd: {} door {} van {}: {} {}{}", what, who, from, no.status(), LogSanitizer.of(no.sentence()),
                    kind(thrown));
        }
        request.setAttribute(SENTENCE, told.sentence());
        return told;
    }

    /** What this caller was told already; null when nothing yet. */
    static String told(HttpServletRequest request) {
        return (String) request.getAttribute(SENTENCE);
    }

    private static String who(HttpServletRequest request) {
        return new CurrentUser(EngineUtil.lookupProcessEngine(null).getIdentityService()).id()
                .or(() -> Optional.ofNullable(request.getRemoteUser())).orElse("onbekend");
    }

    /** Tells the engine's no from ours, and one reason from another with the same sentence. */
    private static String kind(Throwable thrown) {
        List<Throwable> causes = ExceptionTranslator.causes(thrown);
        return causes.isEmpty() || causes.stream().anyMatch(Refusal.class::isInstance) ? ""
                : " (" + causes.get(causes.size() - 1).getClass().getSimpleName() + ")";
    }
}
