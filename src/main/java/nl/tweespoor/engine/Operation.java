package nl.tweespoor.engine;

import java.util.Optional;

/**
 * What a person does with the engine that is no answer to a form: taking a task, changing a variable, moving or deleting a
 * process, a deployment, an account, an authorization.
 *
 * @param type          as the engine calls it, such as {@code ModifyProcessInstance}
 * @param object        the kind of thing it is done with, such as {@code ProcessInstance}
 * @param dossierNumber none when it is about no dossier
 * @param property      what changes; null for none
 * @param annotation    why, when the person said so; else null
 */
public record Operation(Actor actor, String type, String object, Optional<String> dossierNumber, String processKey,
        String taskId, String property, String before, String after, String annotation) {
}
