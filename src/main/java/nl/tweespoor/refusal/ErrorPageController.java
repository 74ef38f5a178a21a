package nl.tweespoor.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What says no outside Jersey ends up here: people get a page, scripts the JSON that they know from the REST API. */
@Controller
@RequestMapping("${server.error.path:/error}")
class ErrorPageController implements ErrorController {

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request) {
        if (isForScripts(path(request))) {
            return json(request);
        }
        Explanation no = explain(request);
        return new ModelAndView("error", Map.of("status", no.status(), "sentence", no.sentence()),
                HttpStatus.valueOf(no.status()));
    }

    @RequestMapping
    ResponseEntity<ExceptionDto> json(HttpServletRequest request) {
        Explanation no = explain(request);
        return ResponseEntity.status(no.status()).contentType(MediaType.APPLICATION_JSON).body(no.asJson());
    }

    private static Explanation explain(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (RefusalLog.told(request) != null) {
            return new Explanation(status, RefusalLog.told(request));
        }
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? RefusalLog.write(request, path(request), ExceptionTranslator.of(thrown), thrown)
                : RefusalLog.write(request, path(request), Explanation.of(status), null);
    }

    /** Also for a browser that asks for a page: scripts of Camunda's own pages don't say what they expect. */
    private static boolean isForScripts(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api");
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path : request.getRequestURI();
    }
}
