package nl.tweespoor.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.DirectFieldAccessor;

/**
 * The task and the dossier that a command is about, as far as both are there. The engine keeps what a command names in fields
 * without a getter: its own, or those of the builder that made it. The number with which a start comes names no dossier.
 */
class CommandSubject {

    private static final String TASK = "task";
    private static final String BUILDER = "builder";
    private static final String NUMBER = "businessKey";
    private static final List<String> OF_TASK = List.of("taskId", "entityId");
    private static final List<String> OF_PROCESS = List.of("processInstanceId", "executionId", "entityId");

    private final CommandContext context;
    private final List<DirectFieldAccessor> said;

    CommandSubject(CommandContext context, Command<?> command) {
        this.context = context;
        DirectFieldAccessor own = new DirectFieldAccessor(command);
        this.said = Stream.concat(Stream.of(own), value(own, BUILDER).map(DirectFieldAccessor::new).stream()).toList();
    }

    Optional<DossierTask> task() {
        Stream<String> saved = said.stream().flatMap(fields -> value(fields, TASK).stream())
                .filter(Task.class::isInstance).map(task -> ((Task) task).getId());
        return Stream.concat(texts(OF_TASK), saved).flatMap(found(context.getTaskManager()::findTaskById))
                .filter((TaskEntity task) -> task.getExecution() != null).findFirst().map(DossierTask::of);
    }

    Optional<String> dossierNumber() {
        return task().map(DossierTask::dossierNumber)
                .or(() -> texts(OF_PROCESS).flatMap(found(context.getExecutionManager()::findExecutionById))
                        .flatMap((ExecutionEntity execution) -> Stream.ofNullable(execution.getProcessBusinessKey())).findFirst())
                .or(() -> texts(List.of(NUMBER)).filter(this::isRunning).findFirst());
    }

    private boolean isRunning(String number) {
        return context.getProcessEngineConfiguration().getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number).count() > 0;
    }

    private Stream<String> texts(List<String> names) {
        return said.stream().flatMap(fields -> names.stream().flatMap(name -> value(fields, name).stream()))
                .filter(String.class::isInstance).map(String.class::cast);
    }

    private static <T> Function<String, Stream<T>> found(Function<String, T> byId) {
        return id -> Stream.ofNullable(byId.apply(id));
    }

    private static Optional<Object> value(DirectFieldAccessor fields, String name) {
        return fields.isReadableProperty(name) ? Optional.ofNullable(fields.getPropertyValue(name)) : Optional.empty();
    }
}
