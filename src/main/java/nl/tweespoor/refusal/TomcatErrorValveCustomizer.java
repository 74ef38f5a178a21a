package nl.tweespoor.refusal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Some requests are so wrong that Tomcat refuses them before any page of ours is asked; its own page is English. */
@Component
class TomcatErrorValveCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new InDutch()));
    }

    private static class InDutch extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            // What Tomcat can't read it says in an exception, with the address in it: that is about what was sent.
            boolean unreadable = response.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            Explanation no = thrown == null || unreadable ? Explanation.of(response.getStatus()) : ExceptionTranslator.of(thrown);
            Explanation told = RefusalLog.write(request, request.getRequestURI(), no, thrown);
            try {
                response.setStatus(told.status());
                response.setContentType("application/json");
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getReporter().write(new ObjectMapper().writeValueAsString(told.asJson()));
                response.finishResponse();
            } catch (IOException e) {
                // Whoever asked is gone.
            }
        }
    }
}
