package nl.tweespoor.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** How colleagues and teams are called, also for who may not see their accounts: whoever shows it decides who reads it. */
@Component
public class Names {

    private final ProcessEngine engine;

    Names(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * By their ids.
     *
     * @param nameOf gives the name that belongs to an id, in a command without authorizations
     */
    public Map<String, String> of(Collection<String> ids, UnaryOperator<String> nameOf) {
        return Unchecked.inCommand(engine, context -> ids.stream().distinct()
                .collect(Collectors.toMap(Function.identity(), nameOf)));
    }

    public String of(String id, UnaryOperator<String> nameOf) {
        return Unchecked.inCommand(engine, context -> nameOf.apply(id));
    }
}
