package nl.tweespoor.refusal;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Answers every exception of every Jersey application, the REST API and those of the webapps alike, in the shape that
 * clients of Camunda know. Jersey takes the mapper of the nearest type, so ours stand at each type that Camunda has one for.
 */
public class JerseyExceptionMapperFeature implements ForcedAutoDiscoverable {

    private static final int BEFORE_CAMUNDA = 1;

    @Override
    public void configure(FeatureContext jersey) {
        List.of(ToAnything.class, ToRest.class, ToEngine.class, ToJsonSyntax.class, ToJsonMapping.class)
                .forEach(mapper -> jersey.register(mapper, BEFORE_CAMUNDA));
    }

    private abstract static class SaysNo<T extends Throwable> implements ExceptionMapper<T> {

        @Context
        private HttpServletRequest request;

        @Override
        public Response toResponse(T thrown) {
            if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 400) {
                return http.getResponse();
            }
            Explanation no = RefusalLog.write(request, request.getRequestURI(), ExceptionTranslator.of(thrown), thrown);
            return answer(thrown).status(no.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(body(thrown, no)).build();
        }

        /** Keeps headers such as which methods are allowed. */
        private static Response.ResponseBuilder answer(Throwable thrown) {
            return thrown instanceof WebApplicationException http
                    ? Response.fromResponse(http.getResponse()) : Response.serverError();
        }

        /** The engine's own exceptions tell clients more, such as which permission is missing. */
        private static ExceptionDto body(Throwable thrown, Explanation no) {
            if (!(thrown instanceof ProcessEngineException || thrown instanceof RestException)) {
                return no.asJson();
            }
            ExceptionDto body = ExceptionHandlerHelper.getInstance().fromException(thrown);
            body.setMessage(no.text());
            return body;
        }
    }

    static class ToAnything extends SaysNo<Throwable> {
    }

    static class ToRest extends SaysNo<RestException> {
    }

    static class ToEngine extends SaysNo<ProcessEngineException> {
    }

    static class ToJsonSyntax extends SaysNo<JsonParseException> {
    }

    static class ToJsonMapping extends SaysNo<JsonMappingException> {
    }
}
