package nl.tweespoor.engine;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** What processes are called. */
@Component
public class ProcessNames {

    private final ProcessEngine engine;

    ProcessNames(ProcessEngine engine) {
        this.engine = engine;
    }

    /** By key, as the newest version calls it; none of a process that has no name or isn't there any more. */
    public Map<String, String> byKey() {
        return Unchecked.inCommand(engine, context -> engine.getRepositoryService().createProcessDefinitionQuery()
                .latestVersion().list()).stream().filter(process -> process.getName() != null)
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getName, (one, other) -> one));
    }
}
