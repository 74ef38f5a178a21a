package nl.tweespoor.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.tweespoor.engine.TaskGroups;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** Walks one dossier through the real processes: people report and complete tasks, and its own timers go off in between. */
class DossierWalk {

    static final String INNOVATION = "innovation";

    private final ProcessEngine engine;
    private final DossierStory story;
    private final DossierTime time;
    private String dossierNumber;

    DossierWalk(ProcessEngine engine, DossierStory story, Instant now) {
        this.engine = engine;
        this.story = story;
        time = new DossierTime(now, story.daysAgo());
    }

    void toNow() {
        attempt("report", this::report);
        for (int i = 0; i < story.steps().size(); i++) {
            DossierStory.Step step = story.steps().get(i);
            attempt("step " + (i + 1) + " (" + step.task() + ")", () -> take(step));
        }
        attempt("the way to now", () -> passTo(time.now()));
    }

    private void attempt(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            throw new IllegalStateException("Demo dossier " + story.name() + ", " + what + ": " + e.getMessage(), e);
        }
    }

    private void report() {
        var innovation = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey(INNOVATION).latestVersion().singleResult();
        ProcessInstance dossier = as(story.reporter(), () -> engine.getFormService().submitStartForm(innovation.getId(),
                DemoAnswers.of(story.report())));
        dossierNumber = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(dossier.getId()).singleResult().getBusinessKey();
    }

    private void take(DossierStory.Step step) {
        passTo(time.plan(step.days()));
        Task task = await(step);
        if (step.each()) {
            tasks(step).forEach(each -> complete(each, step));
        } else {
            complete(task, step);
        }
    }

    private void complete(Task task, DossierStory.Step step) {
        String user = step.user() != null ? step.user() : task.getAssignee() != null ? task.getAssignee() : groupOf(task);
        as(user, () -> {
            engine.getTaskService().claim(task.getId(), user);
            engine.getFormService().submitTaskForm(task.getId(), DemoAnswers.of(step.answers()));
            return task;
        });
    }

    /** A task that is not there yet may be waiting for a timer of this dossier. */
    private Task await(DossierStory.Step step) {
        Optional<Task> task = find(step);
        while (task.isEmpty()) {
            Job job = nextJob(time.now()).orElseThrow(() -> new IllegalStateException("there is no such task"));
            execute(job);
            task = find(step);
        }
        return task.get();
    }

    private Optional<Task> find(DossierStory.Step step) {
        List<Task> tasks = tasks(step);
        if (tasks.size() > 1 && !step.each()) {
            throw new IllegalStateException("there are " + tasks.size() + " such tasks; say which one with 'where'");
        }
        return tasks.stream().findFirst();
    }

    private List<Task> tasks(DossierStory.Step step) {
        TaskQuery query = engine.getTaskService().createTaskQuery()
                .processInstanceBusinessKey(dossierNumber).taskDefinitionKey(step.task());
        step.where().forEach(query::processVariableValueEquals);
        return query.list();
    }

    private void passTo(Instant moment) {
        for (Optional<Job> job = nextJob(moment); job.isPresent(); job = nextJob(moment)) {
            execute(job.get());
        }
        time.passTo(moment);
    }

    private void execute(Job job) {
        time.passTo(dueOf(job));
        engine.getManagementService().executeJob(job.getId());
    }

    /** The first job of this dossier that is due by then; jobs of other dossiers are left alone. */
    private Optional<Job> nextJob(Instant moment) {
        Set<String> instances = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(dossierNumber).list().stream()
                .map(ProcessInstance::getId).collect(Collectors.toSet());
        return instances.isEmpty() ? Optional.empty() : engine.getManagementService().createJobQuery()
                .processInstanceIds(instances).active().list().stream()
                .filter(job -> !dueOf(job).isAfter(moment)).min(Comparator.comparing(DossierWalk::dueOf));
    }

    private static Instant dueOf(Job job) {
        return Optional.ofNullable(job.getDuedate()).map(Date::toInstant).orElse(Instant.MIN);
    }

    private String groupOf(Task task) {
        return TaskGroups.of(engine.getTaskService().getIdentityLinksForTask(task.getId())).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no group may do this task"));
    }

    private <T> T as(String user, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(user, List.of(user));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
