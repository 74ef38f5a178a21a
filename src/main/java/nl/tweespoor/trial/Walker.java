package nl.tweespoor.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.Feel;
import nl.tweespoor.engine.TakenFlows;
import nl.tweespoor.gate.Gate;
import nl.tweespoor.trial.Ways.Flow;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.spin.Spin;
import org.springframework.dao.DataAccessException;

/**
 * Walks dossiers through the processes that changed: fills each form by its own rules, lets timers go off, and sends what models wait
 * for and people send. It goes where nobody was yet as far as the models show that, and otherwise by chance, always the same.
 */
final class Walker {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final long SEED = 20261;
    /** So often a form is filled before it is said that nobody can. */
    private static final int TRIES = 12;
    private static final int SOMETIMES = 3;

    private final ProcessEngine engine;
    private final TakenFlows taken;
    private final Ways ways;
    private final TrialSettings settings;
    private final List<Flow> all;
    private final Map<String, Integer> leading;
    private final BiFunction<String, org.camunda.bpm.engine.variable.context.VariableContext, Object> feel;
    private final Random random = new Random(SEED);
    private final Stuck stuck;
    private final Map<List<String>, Integer> given = new HashMap<>();
    private final long began = System.nanoTime();
    private Set<String> targets = Set.of();
    private Map<String, Integer> distances = Map.of();
    private int walks;

    /** @param changed the ids of the processes of which every path is to be taken */
    Walker(Sandbox sandbox, Ways ways, Set<String> changed, TrialSettings settings) {
        this.engine = sandbox.engine();
        this.taken = sandbox.taken();
        this.ways = ways;
        this.settings = settings;
        this.all = ways.flows(changed);
        this.leading = ways.leadingTo(changed);
        this.feel = Feel.of(engine);
        this.stuck = new Stuck(ways);
    }

    /** @param progress hears what is known so far, after each dossier */
    Tried walk(Consumer<Tried> progress) {
        List<Start> starts = starts();
        look();
        while (!starts.isEmpty() && !targets.isEmpty() && walks < settings.walks() && hasTime()) {
            int nearest = starts.get(0).distance();
            List<Start> near = starts.stream().filter(start -> start.distance() == nearest).toList();
            Start start = random.nextInt(SOMETIMES) > 0 ? oneOf(near) : oneOf(starts);
            walks++;
            begin(start).ifPresent(number -> follow(number, start.distance()));
            look();
            progress.accept(tried(List.of()));
        }
        return tried(starts.isEmpty() ? List.of("Wat verandert, begint met iets wat het proefdraaien niet kan nadoen. Er is niets bewandeld.")
                : Stream.of(Untaken.sentences(all, taken, ways), stuck.sentences(walks)).flatMap(List::stream).toList());
    }

    private Tried tried(List<String> findings) {
        return new Tried(walks, Duration.ofNanos(System.nanoTime() - began).toSeconds(), all.size() - targets.size(), all.size(), findings);
    }

    /** What wasn't taken yet, and how far everything is from there. */
    private void look() {
        List<Flow> untaken = all.stream().filter(flow -> taken.times(flow.id()) == 0).toList();
        targets = untaken.stream().map(Flow::id).collect(Collectors.toSet());
        distances = ways.distances(untaken);
    }

    private boolean hasTime() {
        return System.nanoTime() - began < settings.time().toNanos() && !Thread.currentThread().isInterrupted();
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
        Process process = ways.process(definition.getKey());
        return process != null && process.getChildElementsByType(StartEvent.class).stream()
                .anyMatch(start -> start.getAttributeValueNs(CAMUNDA, "formRef") != null);
    }

    /** @return the number of the dossier; none when nobody could begin it */
    private Optional<String> begin(Start start) {
        String process = start.definition().getKey();
        String said = "";
        List<String> people = everyone();
        for (int i = 0; i < Math.max(TRIES, people.size()); i++) {
            try {
                JsonNode form = json(engine.getFormService().getDeployedStartForm(start.definition().getId()));
                Map<String, Object> answers = answers(process, "start", form,
                        json(engine.getFormService().getStartFormVariables(start.definition().getId(), form.findValuesAsText("valuesKey"), false)));
                String who = people.get(i % people.size());
                ProcessInstance begun = as(who, () -> engine.getFormService().submitStartForm(start.definition().getId(), answers));
                remember(process, "start", answers);
                stuck.begun(process);
                return Optional.ofNullable(begun.getBusinessKey());
            } catch (RuntimeException refused) {
                said = why(refused);
            }
        }
        stuck.notBegun(process, said);
        return Optional.empty();
    }

    // How it goes on

    private void follow(String number, int distance) {
        Set<String> tried = new HashSet<>();
        for (int i = 0; i < settings.steps() && hasTime(); i++) {
            List<ProcessInstance> running = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).list();
            if (running.stream().noneMatch(one -> leading.getOrDefault(process(one.getProcessDefinitionId()), Ways.NO_WAY) <= distance)) {
                return;
            }
            look();
            Step step = step(number, running.stream().map(ProcessInstance::getId).collect(Collectors.toSet()), tried);
            if (step == Step.NONE) {
                if (tried.isEmpty()) {
                    waits(running).forEach(stuck::waits);
                }
                return;
            } else if (step == Step.FAILED) {
                return;
            }
        }
        if (hasTime()) {
            stuck.goesRound();
        }
    }

    private enum Step {
        DONE, FAILED, NONE
    }

    private Step step(String number, Set<String> instances, Set<String> tried) {
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
        List<Task> tasks = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).active().list().stream()
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
        return distances.getOrDefault(TakenFlows.flow(process(definition), activity), Ways.NO_WAY) == 0;
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
        List<String> people = people(task);
        String said = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                JsonNode form = json(engine.getFormService().getDeployedTaskForm(task.getId()));
                Map<String, Object> known = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
                known.putAll(json(engine.getFormService().getTaskFormVariables(task.getId(), form.findValuesAsText("valuesKey"), false)));
                Map<String, Object> answers = answers(process, task.getTaskDefinitionKey(), form, known);
                as(people.get(i % people.size()), () -> {
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

    private Map<String, Object> answers(String process, String task, JsonNode form, Map<String, Object> known) {
        return new GuidedAnswers(form, known, feel, random, (question, answer) -> ways.after(process, question, answer, distances, targets),
                (question, answer) -> given.getOrDefault(List.of(process, task, question, answer), 0)).next();
    }

    private void remember(String process, String task, Map<String, Object> answers) {
        answers.forEach((question, answer) -> {
            if (answer instanceof String text) {
                given.merge(List.of(process, task, question, text), 1, Integer::sum);
            }
        });
    }

    /** Who may do it, by turns. */
    private List<String> people(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        List<String> people = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().flatMap(this::people).distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(people, random);
        return people.isEmpty() ? everyone() : people;
    }

    private Stream<String> people(IdentityLink link) {
        return link.getUserId() != null ? Stream.of(link.getUserId()) : engine.getIdentityService().createUserQuery()
                .memberOfGroup(link.getGroupId()).list().stream().map(User::getId).sorted();
    }

    private List<String> everyone() {
        List<String> people = engine.getIdentityService().createUserQuery().list().stream().map(User::getId).sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(people, random);
        return people;
    }

    private <T> T as(String user, java.util.function.Supplier<T> act) {
        engine.getIdentityService().setAuthentication(user, engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId).toList());
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static Map<String, Object> json(VariableMap variables) {
        Map<String, Object> known = new HashMap<>();
        variables.keySet().forEach(name -> {
            TypedValue value = variables.getValueTyped(name);
            if (value instanceof SerializableValue json && json.getValueSerialized() != null && value.getType() != ValueType.OBJECT) {
                known.put(name, Spin.JSON(json.getValueSerialized()));
            }
        });
        return known;
    }

    private static JsonNode json(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
