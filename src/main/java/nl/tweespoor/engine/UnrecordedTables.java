package nl.tweespoor.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * Evaluates tables that nobody put live, with the FEEL that the engine has. Nothing is recorded of it, nobody hears of it, and
 * what isn't FEEL does not run: the gate has not seen these tables.
 */
@Component
public class UnrecordedTables {

    private final DmnEngine engine;

    UnrecordedTables() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(CachingFeelEngine::new);
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalArgumentException("No script runs here: " + language);
        });
        configuration.setElProvider(expression -> {
            throw new IllegalArgumentException("No expression but FEEL runs here: " + expression);
        });
        this.engine = configuration.buildEngine();
    }

    /** @throws RuntimeException of the engine, for what it can't read */
    public DmnDecision decision(String id, DmnModelInstance model) {
        return engine.parseDecision(id, model);
    }

    /**
     * @return by output, what each rule that holds gives
     * @throws RuntimeException of the engine, for what can't be evaluated
     */
    public List<Map<String, Object>> evaluate(DmnDecision decision, Map<String, Object> variables) {
        return engine.evaluateDecision(decision, variables).getResultList();
    }
}
