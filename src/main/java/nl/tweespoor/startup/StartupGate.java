package nl.tweespoor.startup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no work until everything is there, the demo included: whoever comes too early would meet dossiers that are still
 * being made, in a time that has passed. People read that Tweespoor is starting, scripts get 503 and when to come back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupGate extends OncePerRequestFilter {

    static final String PAGE = "/starting";

    private static final Set<String> OPEN = Set.of("/actuator/health", "/tweespoor.css", "/favicon.svg");
    private static final String SECONDS_TO_WAIT = "5";

    private volatile boolean ready;

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open() {
        ready = true;
    }

    boolean isOpen() {
        return ready;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (ready || OPEN.contains(path)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (path.startsWith("/engine-rest") || path.startsWith("/camunda/api")) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            new ObjectMapper().writeValue(response.getOutputStream(), Map.of("type", "Refusal", "message",
                    "Tweespoor start nog op. Probeer het over " + SECONDS_TO_WAIT + " seconden opnieuw."));
        } else {
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }
}
