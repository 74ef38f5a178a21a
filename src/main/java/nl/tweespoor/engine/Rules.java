package nl.tweespoor.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/** All that features have hung in. Looked up at first use, since most of it needs the engine that is being made. */
@Component
class Rules {

    private final Supplier<List<TaskRule>> tasks;
    private final Supplier<List<ProcessRule>> processes;
    private final Supplier<List<SubmissionRule>> submissions;
    private final Supplier<List<AdviceRule>> advice;
    private final Supplier<List<DeploymentCheck>> deployments;
    private final Supplier<List<ShownVariable>> shownVariables;
    private final Supplier<OptionsLookup> options;
    private final Supplier<List<OccurrenceRule>> occurrences;
    private final Supplier<AuthorizationPolicy> authorizations;
    private final Supplier<HistoryRetention> retention;
    private final Supplier<StandInLookup> standIns;
    private final Supplier<DossierTurn> turns;
    private final Supplier<CurrentUser> currentUser;
    private final Supplier<DeploymentGate> gate;
    private final Supplier<ProposalRule> proposals;
    private final Supplier<ModelsAtStart> atStart;
    private final Supplier<TaskHolders> taskHolders;
    private final Supplier<Memberships> memberships;

    Rules(ObjectProvider<TaskRule> tasks, ObjectProvider<ProcessRule> processes,
            ObjectProvider<SubmissionRule> submissions, ObjectProvider<AdviceRule> advice,
            ObjectProvider<DeploymentCheck> deployments, ObjectProvider<ShownVariable> shownVariables,
            ObjectProvider<OptionsLookup> options, ObjectProvider<OccurrenceRule> occurrences, ObjectProvider<AuthorizationPolicy> authorizations,
            ObjectProvider<StandInLookup> standIns, ObjectProvider<DossierTurn> turns,
            ObjectProvider<HistoryRetention> retention, ObjectProvider<CurrentUser> currentUser,
            ObjectProvider<DeploymentGate> gate, ObjectProvider<ProposalRule> proposals, ObjectProvider<ModelsAtStart> atStart,
            ObjectProvider<TaskHolders> taskHolders, ObjectProvider<Memberships> memberships) {
        this.tasks = inOrder(tasks);
        this.processes = inOrder(processes);
        this.submissions = inOrder(submissions);
        this.advice = inOrder(advice);
        this.deployments = inOrder(deployments);
        this.shownVariables = inOrder(shownVariables);
        this.options = SingletonSupplier.of(options::getObject);
        this.occurrences = inOrder(occurrences);
        this.authorizations = SingletonSupplier.of(authorizations::getObject);
        this.retention = SingletonSupplier.of(retention::getObject);
        this.standIns = SingletonSupplier.of(standIns::getObject);
        this.turns = SingletonSupplier.of(turns::getObject);
        this.currentUser = SingletonSupplier.of(currentUser::getObject);
        this.gate = SingletonSupplier.of(gate::getObject);
        this.proposals = SingletonSupplier.of(proposals::getObject);
        this.atStart = SingletonSupplier.of(atStart::getObject);
        this.taskHolders = SingletonSupplier.of(taskHolders::getObject);
        this.memberships = SingletonSupplier.of(memberships::getObject);
    }

    List<TaskRule> onTasks() {
        return tasks.get();
    }

    List<ProcessRule> onProcesses() {
        return processes.get();
    }

    /** Without any, everything that someone sends would come in. */
    List<SubmissionRule> onSubmissions() {
        Assert.state(!submissions.get().isEmpty(), "Nothing holds submissions against their forms");
        return submissions.get();
    }

    List<AdviceRule> onAdvice() {
        return advice.get();
    }

    List<DeploymentCheck> onDeployments() {
        return deployments.get();
    }

    /** What the form of this task shows, by name, that is stored nowhere. */
    Map<String, Supplier<TypedValue>> shownAt(DossierTask task) {
        Map<String, Supplier<TypedValue>> shown = new HashMap<>(optionsAt(task));
        shownVariables.get().forEach(variable -> shown.put(variable.name(), () -> variable.of(task)));
        return shown;
    }

    /** What this task lets people choose from, by name. */
    Map<String, Supplier<TypedValue>> optionsAt(DossierTask task) {
        return task.properties().entrySet().stream().filter(property -> property.getKey().endsWith(OptionsLookup.SUFFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, property -> () -> options.get().of(property.getValue(), task)));
    }

    List<OccurrenceRule> onOccurrences() {
        return occurrences.get();
    }

    AuthorizationPolicy authorizations() {
        return authorizations.get();
    }

    DossierTurn turns() {
        return turns.get();
    }

    DeploymentGate gate() {
        return gate.get();
    }

    ProposalRule proposals() {
        return proposals.get();
    }

    ModelsAtStart atStart() {
        return atStart.get();
    }

    TaskHolders taskHolders() {
        return taskHolders.get();
    }

    HistoryRetention retention() {
        return retention.get();
    }

    /** Nobody for what the engine does by itself. */
    Optional<Actor> actor() {
        CurrentUser user = currentUser.get();
        return user.id().map(id -> new Actor(id, user.groups(), standIns.get()));
    }

    /** Someone who is not logged in now, but asked for what happens. */
    Actor actor(String userId) {
        return new Actor(userId, memberships.get().groupsOf(userId), standIns.get());
    }

    private static <T> Supplier<List<T>> inOrder(ObjectProvider<T> beans) {
        return SingletonSupplier.of(() -> beans.orderedStream().toList());
    }
}
