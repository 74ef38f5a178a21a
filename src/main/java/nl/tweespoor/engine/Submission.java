package nl.tweespoor.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a person sends to complete a task or to start a process.
 *
 * @param actor   nobody when no one is logged in
 * @param task    none for a start
 * @param form    that asks for it; without one nothing may come in
 * @param answers by name, in whatever wrapping the caller chose
 * @param known   what the task knew before, by name; null for what it did not know
 */
public record Submission(Optional<Actor> actor, Optional<DossierTask> task, Optional<DeployedForm> form,
        Map<String, Object> answers, Function<String, TypedValue> known) {

    Submission with(Map<String, Object> others) {
        return new Submission(actor, task, form, others, known);
    }
}
