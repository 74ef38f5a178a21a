package nl.tweespoor.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.FeatureContext;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** The REST API makes what reads and writes its Json anew for each request; it may be kept, and is the same for all. */
public class RestJson implements ForcedAutoDiscoverable {

    private static final int BEFORE_CAMUNDA = 1;

    @Override
    public void configure(FeatureContext jersey) {
        jersey.register(Kept.class, BEFORE_CAMUNDA);
    }

    static class Kept extends JacksonConfigurator {

        private static final ObjectMapper MAPPER = configureObjectMapper(new ObjectMapper());

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return MAPPER;
        }
    }
}
