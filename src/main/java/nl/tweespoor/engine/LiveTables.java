package nl.tweespoor.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/** The tables that are live, also for who may not read models. */
@Component
public class LiveTables {

    private final ProcessEngine engine;

    LiveTables(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The id of the newest version; another node may have deployed it, so the database is asked each time. */
    public String newest(String key) {
        return Unchecked.inCommand(engine, context -> engine.getRepositoryService().createDecisionDefinitionQuery()
                .decisionDefinitionKey(key).latestVersion().singleResult().getId());
    }

    /** @param version its id */
    public DmnModelInstance model(String version) {
        return Unchecked.inCommand(engine, context -> engine.getRepositoryService().getDmnModelInstance(version));
    }

    /** @param version its id; none when it was removed */
    public Optional<DmnModelInstance> find(String version) {
        return Unchecked.inCommand(engine, context -> engine.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionId(version)
                .list().stream().findFirst().map(definition -> engine.getRepositoryService().getDmnModelInstance(definition.getId())));
    }
}
