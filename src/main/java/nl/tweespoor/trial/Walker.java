package nl.tweespoor.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.Feel;
import nl.tweespoor.engine.TakenFlows;
import nl.tweespoor.gate.Gate;
import nl.tweespoor.trial.Routes.Flow;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.dao.DataAccessException;

/**
 * Walks dossiers through the processes that changed: fills each form by its own rules, lets timers go off, and sends what models wait
 * for and people send. It goes where nobody was yet as far as the models show that, and otherwise by chance, always the same.
 */
final class Walker {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final long SEED = 20261;
    /** So often a form is filled before it is said that nobody can. */
    private static final int TRIES = 12;
    private static final int SOMETIMES = 3;

    private final ProcessEngine engine;
    private final TakenFlows taken;
    private final Routes routes;
    private final TrialSettings settings;
    private final List<Flow> all;
    private final Map<String, Integer> leading;
    private final BiFunction<String, VariableContext, Object> feel;
    private final Random random = new Random(SEED);
    private final People people;
    private final Stuck stuck;
    private final Map<List<String>, Integer> given = new HashMap<>();
    private final long began = System.nanoTime();
    private Set<String> targets = Set.of();
    private Map<String, Integer> distances = Map.of();
    private int walks;

    /** @param changed the ids of the processes of which every path is to be taken */
    Walker(Sandbox sandbox, Routes routes, Set<String> changed, TrialSettings settings) {
        this.engine = sandbox.engine();
        this.taken = sandbox.taken();
        this.routes = routes;
        this.settings = settings;
        this.all = routes.flows(changed);
        this.leading = routes.leadingTo(changed);
        this.feel = Feel.of(engine);
        this.people = new People(engine, random);
        this.stuck = new Stuck(routes);
    }

    /** @param goesOn hears what is known so far after each dossier, and says whether to go on */
    Tried walk(Predicate<Tried> goesOn) {
        List<Start> starts = starts();
        look();
        // Some questions are about another dossier, and this one waits.
        starts.stream().findFirst().ifPresent(this::begin);
        int idle = 0;
        boolean wanted = true;
        while (wanted && !starts.isEmpty() && !targets.isEmpty() && walks < settings.walks() && idle < settings.idle() && hasTime()) {
            int untaken = targets.size();
            int nearest = starts.get(0).distance();
            List<Start> near = starts.stream().filter(start -> start.distance() == nearest).toList();
            Start start = random.nextInt(SOMETIMES) > 0 ? oneOf(near) : oneOf(starts);
            walks++;
            // Where it goes once what changed is over may lead back to it, a long way round.
            int farthest = idle > SOMETIMES && walks % 2 == 0 ? Routes.NO_WAY - 1 : start.distance();
            begin(start).ifPresent(begun -> follow(begun, farthest));
            look();
            idle = targets.size() < untaken ? 0 : idle + 1;
            wanted = goesOn.test(tried(List.of()));
        }
        return tried(starts.isEmpty() ? List.of("Wat verandert, begint met iets wat het proefdraaien niet kan nadoen. Er is niets bewandeld.")
                : Stream.of(Untaken.sentences(all, taken, routes), stuck.sentences(walks)).flatMap(List::stream).toList());
    }

    private Tried tried(List<String> findings) {
        return new Tried(walks, Duration.ofNanos(System.nanoTime() - began).toSeconds(), all.size() - targets.size(), all.size(), findings);
    }

    /** What wasn't taken yet, and how far everything is from there. */
    private void look() {
        List<Flow> untaken = all.stream().filter(flow -> taken.times(flow.id()) == 0).toList();
        targets = untaken.stream().map(Flow::id).collect(Collectors.toSet());
        distances = routes.distances(untaken);
    }

    private boolean hasTime() {
        return System.nanoTime() - began < settings.time().toNanos();
    }

    // How a dossier begins

    /** @param distance how many calls away what changed is */
    private record Start(ProcessDefinition definition, int distance) {
    }

    /** What people begin with a form, the nearest to what changed first. */
    private List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> leading.containsKey(definition.getKey()) && hasStartForm(definition))
                .forEach(definition -> starts.add(new Start(definition, leading.get(definition.getKey()))));
        starts.sort((one, other) -> one.distance() != other.distance() ? Integer.compare(one.distance(), other.distance())
                : one.definition().getKey().compareTo(other.definition().getKey()));
        return starts;
    }

    private boolean hasStartForm(ProcessDefinition definition) {
        Process process = routes.process(definition.getKey());
        return process != null && process.getChildElementsByType(StartEvent.class).stream()
                .anyMatch(start -> start.getAttributeValueNs(CAMUNDA, "formRef") != null);
    }

    /** @return what began; none when nobody could begin it */
    private Optional<ProcessInstance> begin(Start start) {
        String process = start.definition().getKey();
        String said = "";
        List<String> able = people.everyone();
        for (int i = 0; i < Math.max(TRIES, able.size()); i++) {
            try {
                WaitingForm form = WaitingForm.ofStart(engine, start.definition().getId());
                Map<String, Object> answers = answers(process, "start", form);
                String who = able.get(i % able.size());
                ProcessInstance begun = people.as(who, () -> engine.getFormService().submitStartForm(start.definition().getId(), answers));
                remember(process, "start", answers);
                stuck.begun(process);
                return Optional.of(begun);
            } catch (RuntimeException refused) {
                said = why(refused);
            }
        }
        stuck.notBegun(process, said);
        return Optional.empty();
    }

    // How it goes on

    /** @param farthest a process that is more calls or messages away from what changed isn't waited for */
    private void follow(ProcessInstance begun, int farthest) {
        Set<String> tried = new HashSet<>();
        for (int i = 0; i < settings.steps() && hasTime(); i++) {
            List<ProcessInstance> running = running(begun);
            if (running.stream().noneMatch(one -> leading.getOrDefault(process(one.getProcessDefinitionId()), Routes.NO_WAY) <= farthest)) {
                return;
            }
            look();
            Step step = step(running.stream().map(ProcessInstance::getId).collect(Collectors.toSet()), tried);
            if (step == Step.NONE && tried.isEmpty()) {
                waits(running).forEach(stuck::waits);
            }
            if (step != Step.DONE) {
                return;
            }
        }
        if (hasTime()) {
            stuck.goesRound();
        }
    }

    /** Also what it started by a message, once it has a number. */
    private List<ProcessInstance> running(ProcessInstance begun) {
        ProcessInstanceQuery query = engine.getRuntimeService().createProcessInstanceQuery();
        return (begun.getBusinessKey() == null ? query.rootProcessInstanceId(begun.getId())
                : query.processInstanceBusinessKey(begun.getBusinessKey())).list();
    }

    private enum Step {
        DONE, FAILED, NONE
    }

    private Step step(Set<String> instances, Set<String> tried) {
        List<Job> jobs = engine.getManagementService().createJobQuery().processInstanceIds(instances).active().orderByJobDuedate().asc().list();
        Optional<Job> now = jobs.stream().filter(job -> job.getDuedate() == null).findFirst()
                .or(() -> jobs.stream().filter(job -> isNew(job) && random.nextBoolean()).findFirst());
        if (now.isPresent()) {
            return fire(now.get());
        }
        List<EventSubscription> outside = waiting(instances).stream().filter(one -> Gate.sentFromOutside().contains(one.getEventName())).toList();
        Optional<EventSubscription> message = outside.stream().filter(one -> isNew(one) && random.nextInt(SOMETIMES) == 0).findFirst();
        if (message.isPresent() && send(message.get())) {
            return Step.DONE;
        }
        List<Task> tasks = engine.getTaskService().createTaskQuery().processInstanceIdIn(instances.toArray(String[]::new)).active().list().stream()
                .filter(task -> !tried.contains(task.getId())).toList();
        if (!tasks.isEmpty()) {
            Task task = oneOf(tasks);
            if (!complete(task)) {
                tried.add(task.getId());
            }
            return Step.DONE;
        }
        if (!jobs.isEmpty()) {
            return fire(jobs.get(0));
        }
        return outside.stream().anyMatch(this::send) ? Step.DONE : Step.NONE;
    }

    private boolean isNew(Job job) {
        return leadsOn(process(job.getProcessDefinitionId()), activity(job));
    }

    private boolean isNew(EventSubscription one) {
        return leadsOn(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(one.getProcessInstanceId()).singleResult()
                .getProcessDefinitionId(), one.getActivityId());
    }

    private boolean leadsOn(String definition, String activity) {
        return distances.getOrDefault(TakenFlows.flow(process(definition), activity), Routes.NO_WAY) == 0;
    }

    private String activity(Job job) {
        return job.getJobDefinitionId() == null ? "" : engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
                .singleResult().getActivityId();
    }

    private Step fire(Job job) {
        try {
            engine.getManagementService().executeJob(job.getId());
            return Step.DONE;
        } catch (RuntimeException failed) {
            stuck.fails(TakenFlows.flow(process(job.getProcessDefinitionId()), activity(job)), why(failed));
            return Step.FAILED;
        }
    }

    private boolean send(EventSubscription one) {
        try {
            if ("message".equals(one.getEventType())) {
                engine.getRuntimeService().messageEventReceived(one.getEventName(), one.getExecutionId());
            } else {
                engine.getRuntimeService().signalEventReceived(one.getEventName(), one.getExecutionId());
            }
            return true;
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private List<EventSubscription> waiting(Set<String> instances) {
        return instances.stream().flatMap(instance -> engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instance)
                .list().stream()).filter(one -> one.getExecutionId() != null && Set.of("message", "signal").contains(one.getEventType())).toList();
    }

    /** Where nothing happens any more. */
    private List<String> waits(List<ProcessInstance> running) {
        return running.stream().flatMap(one -> Stream.of(engine.getRuntimeService().getActivityInstance(one.getId())).filter(Objects::nonNull)
                .flatMap(tree -> Stream.of(tree.getChildActivityInstances()))
                .filter(activity -> !"callActivity".equals(activity.getActivityType()))
                .map(activity -> TakenFlows.flow(process(one.getProcessDefinitionId()), activity.getActivityId()))).toList();
    }

    // What people do

    private boolean complete(Task task) {
        String process = process(task.getProcessDefinitionId());
        String at = TakenFlows.flow(process, task.getTaskDefinitionKey());
        List<String> able = people.whoMayDo(task);
        String said = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                Map<String, Object> answers = answers(process, task.getTaskDefinitionKey(), WaitingForm.ofTask(engine, task.getId()));
                people.as(able.get(i % able.size()), () -> {
                    engine.getFormService().submitTaskForm(task.getId(), answers);
                    return null;
                });
                remember(process, task.getTaskDefinitionKey(), answers);
                stuck.answered(at);
                return true;
            } catch (RuntimeException refused) {
                said = why(refused);
            }
        }
        stuck.unanswered(at, said);
        return false;
    }

    private Map<String, Object> answers(String process, String task, WaitingForm form) {
        return new GuidedAnswers(form.form(), form.known(), feel, random, (question, answer) -> routes.after(process, question, answer, distances, targets),
                (question, answer) -> given.getOrDefault(List.of(process, task, question, answer), 0)).next();
    }

    private void remember(String process, String task, Map<String, Object> answers) {
        answers.forEach((question, answer) -> {
            if (answer instanceof String text) {
                given.merge(List.of(process, task, question, text), 1, Integer::sum);
            }
        });
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String process(String definition) {
        return definition.split(":", 2)[0];
    }

    /** What lies at the bottom of it, for people. */
    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof DataAccessException)) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip();
        return message.length() > 300 ? message.substring(0, 299) + "…" : message;
    }
}
