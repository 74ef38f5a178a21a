package nl.tweespoor.refusal;

import static nl.tweespoor.refusal.ExceptionTranslator.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;

/** Explains what is wrong with a request, before or beside what the engine says of it. */
class RequestExceptionTranslator {

    private static final Pattern QUALIFIED_NAME = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}([A-Z]\\w*)");
    private static final int HINT_LENGTH = 200;

    private RequestExceptionTranslator() {
    }

    static Explanation unreadable(Throwable cause) {
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

    static Explanation byStatus(Throwable cause) {
        if (cause instanceof WebApplicationException http) {
            return Explanation.of(http.getResponse().getStatus());
        }
        return cause instanceof RestException rest && rest.getStatus() != null && rest.getStatus().getStatusCode() < 500
                ? Explanation.of(rest.getStatus().getStatusCode()) : null;
    }

    static boolean hasStatus(Throwable cause, int status) {
        return cause instanceof RestException rest && rest.getStatus() != null && rest.getStatus().getStatusCode() == status;
    }

    /** What breaks while the REST API still reads the request is about what was sent. */
    static boolean brokeWhileReading(Throwable root) {
        return root instanceof RuntimeException && Stream.of(root.getStackTrace()).map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("org.camunda.bpm.engine.rest.")
                        || name.startsWith("org.camunda.bpm.engine.impl.") || name.startsWith("nl.tweespoor."))
                .findFirst().filter(name -> name.startsWith("org.camunda.bpm.engine.rest.")).isPresent();
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

    private static String hint(String text) {
        String plain = QUALIFIED_NAME.matcher(LogSanitizer.of(text)).replaceAll("$1");
        return plain.length() > HINT_LENGTH ? plain.substring(0, HINT_LENGTH) + "…" : plain;
    }
}
