package nl.tweespoor.engine;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** All that features have hung in. Looked up at first use, since most of it needs the engine that is being made. */
@Component
class Rules {

    private final Supplier<List<TaskRule>> tasks;
    private final Supplier<List<ProcessRule>> processes;
    private final Supplier<List<SubmissionRule>> submissions;
    private final Supplier<List<AdviceRule>> advice;
    private final Supplier<List<DeploymentCheck>> deployments;
    private final Supplier<TaskAccess> taskAccess;
    private final Supplier<Representation> representation;

    Rules(ObjectProvider<TaskRule> tasks, ObjectProvider<ProcessRule> processes,
            ObjectProvider<SubmissionRule> submissions, ObjectProvider<AdviceRule> advice,
            ObjectProvider<DeploymentCheck> deployments, ObjectProvider<TaskAccess> taskAccess,
            ObjectProvider<Representation> representation) {
        this.tasks = inOrder(tasks);
        this.processes = inOrder(processes);
        this.submissions = inOrder(submissions);
        this.advice = inOrder(advice);
        this.deployments = inOrder(deployments);
        this.taskAccess = SingletonSupplier.of(taskAccess::getObject);
        this.representation = SingletonSupplier.of(representation::getObject);
    }

    List<TaskRule> onTasks() {
        return tasks.get();
    }

    List<ProcessRule> onProcesses() {
        return processes.get();
    }

    List<SubmissionRule> onSubmissions() {
        return submissions.get();
    }

    List<AdviceRule> onAdvice() {
        return advice.get();
    }

    List<DeploymentCheck> onDeployments() {
        return deployments.get();
    }

    TaskAccess taskAccess() {
        return taskAccess.get();
    }

    Representation representation() {
        return representation.get();
    }

    private static <T> Supplier<List<T>> inOrder(ObjectProvider<T> beans) {
        return SingletonSupplier.of(() -> beans.orderedStream().toList());
    }
}
