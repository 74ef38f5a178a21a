package nl.tweespoor.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.decision.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.SerializableValue;

/** One dossier in a test, over all processes that carry its number: what people do in it and where it stands. */
public class Dossier {

    private static final List<String> HEARD = List.of("professionalsHeard", "clientsHeard", "criticsHeard");
    private static final Map<String, Map<String, Object>> SAYING_YES = new LinkedHashMap<>();
    /** What asks no council and contradicts nothing said elsewhere, unless a walk says otherwise. */
    private static final Map<String, Map<String, Object>> UNLESS_SAID = new HashMap<>();

    static {
        SAYING_YES.put("UserTask_TestOrganisation", Map.of("organisationFinding", "good"));
        UNLESS_SAID.putAll(Map.of("UserTask_TestOrganisation", Map.of("workChange", "none", "jobsChange", "no", "workRules", "no"),
                "UserTask_TestPrivacy", Map.of("staffMonitored", "no", "clientLife", "no")));
        UNLESS_SAID.put("UserTask_PrepareTest", Map.of("personalData", "no", "healthData", "no", "observesPeople", "no", "usesAi", "no",
                "medicalDevice", "no", "limitsFreedom", "no", "supplierProcessesData", "no", "exchangesData", "no"));
        UNLESS_SAID.put("UserTask_ChooseStrategies", Map.of("strategies", Walk.list("information")));
        SAYING_YES.put("UserTask_TestFinance", Map.of("financeFinding", "good", "oneOffCost", "3.500", "yearlyCost", "3.000",
                "benefit1What", "Rust in de nacht", "benefit1Payer", "team", "benefit1Gainer", "team"));
        SAYING_YES.put("UserTask_TestTechnology", Map.of("technologyFinding", "good"));
        SAYING_YES.put("UserTask_ScanPrivacy", Map.of("dataApplies", "no"));
        SAYING_YES.put("UserTask_TestPrivacy", Map.of("coercionFinding", "notApplicable", "deviceFinding", "notApplicable",
                "aiFinding", "notApplicable", "riskAssessment", "done", "riskFinding", "good", "privacyRisk", "low"));
        SAYING_YES.put("UserTask_GaugeSupport", Map.of("professionalsHeard", "heard", "clientsHeard", "heard",
                "criticsHeard", "heard", "supportFinding", "good", "concernsLeft", "none"));
    }

    private final ProcessEngine engine;
    private final Answers person;
    private final Decisions decisions;
    private final ProcessInstance innovation;
    private final String number;

    Dossier(ProcessEngine engine, Answers person, Decisions decisions, ProcessInstance innovation) {
        this.engine = engine;
        this.person = person;
        this.decisions = decisions;
        this.innovation = innovation;
        this.number = innovation.getBusinessKey();
    }

    public String number() {
        return number;
    }

    /** The same, and the person who answers goes on from here as this one would. */
    Dossier again() {
        return new Dossier(engine, person.again(), decisions, innovation);
    }

    // What people do

    /** The only open task of this step, by its group (or its assignee), with these answers and random other ones. */
    public Dossier complete(String step, Object... answers) {
        Task task = task(step);
        return complete(task, actorOf(task), answers);
    }

    /** The same, by one person of the group. */
    public Dossier completeAs(String userId, String step, Object... answers) {
        return complete(task(step), userId, answers);
    }

    /** What was decided before, as JSON, as the form of this step shows it to who opens it. */
    public String decisionLogReadAt(String step) {
        return shownAt(step, "decisionLog");
    }

    /** Rows of a table that a form only shows, as JSON. */
    public String shownAt(String step, String table) {
        Task task = task(step);
        String reader = actorOf(task);
        engine.getIdentityService().setAuthentication(reader, List.of(reader));
        SerializableValue shown = engine.getFormService().getTaskFormVariables(task.getId()).getValueTyped(table);
        engine.getIdentityService().clearAuthentication();
        return shown.getValueSerialized();
    }

    public Dossier completeEach(String step, Object... answers) {
        assertThat(tasks(step)).as("open tasks " + step).isNotEmpty();
        tasks(step).forEach(task -> complete(task, actorOf(task), answers));
        return this;
    }

    public Dossier complete(Task task, String userId, Object... answers) {
        Map<String, Object> fixed = new HashMap<>(UNLESS_SAID.getOrDefault(task.getTaskDefinitionKey(), Map.of()));
        fixed.putAll(Walk.map(answers));
        if ("UserTask_AnalysePractice".equals(task.getTaskDefinitionKey()) && !"light".equals(engine.getTaskService().getVariable(task.getId(), "chosenWeight"))) {
            fixed.putIfAbsent("indicatorChoice", fixed.containsKey("baselineIndicator") ? "other" : "same");
        }
        Map<String, Object> known = person.knownAt(task.getId());
        if ("UserTask_AskAdvice".equals(task.getTaskDefinitionKey()) && !fixed.containsKey("adviceRight")) {
            fixed.put("adviceRight", "advice");
            return submit(task, userId, person.whereAsked(engine.getFormService().getDeployedTaskForm(task.getId()), known, fixed));
        }
        return submit(task, userId, person.to(engine.getFormService().getDeployedTaskForm(task.getId()), known, fixed));
    }

    /** Exactly these answers, also where the form asks more. */
    public Dossier submit(String step, Object... answers) {
        Task task = task(step);
        return submit(task, actorOf(task), Walk.map(answers));
    }

    private Dossier submit(Task task, String userId, Map<String, Object> answers) {
        login(userId, groupOf(task));
        try {
            engine.getFormService().submitTaskForm(task.getId(), answers);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return this;
    }

    /** The assessment that leads to the advice to select. */
    public Dossier assess(Object... answers) {
        Map<String, Object> all = Walk.map("motive", "careQuestion", "selectionGround", "strategicGoal", "mainGoal", "S-2026-01/D3",
                "goalStrength", "strong", "clientContribution", "much", "lastingValue", "yes",
                "organisationalOutlook", "good", "financialOutlook", "good", "technicalOutlook", "good");
        all.putAll(Walk.map(answers));
        if (!"strategicGoal".equals(all.get("selectionGround"))) {
            all.keySet().removeAll(List.of("mainGoal", "goalStrength"));
        }
        return complete("UserTask_AssessOpportunity",
                all.entrySet().stream().flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue())).toArray());
    }

    /** Higher is better, and the norm is 10. */
    public Dossier analysePractice() {
        return complete("UserTask_AnalysePractice", "normDirection", "higher", "baselineValue", "2", "targetValue", "12",
                "normValue", "10");
    }

    /** With every step that this weight has. */
    public Dossier chooseWeight(String weight) {
        return "light".equals(weight) ? complete("UserTask_ChooseWeight", "chosenWeight", weight)
                : complete("UserTask_ChooseWeight", "chosenWeight", weight, "targetGroupStep", "do", "strategyStep", "do");
    }

    /** Nothing is asked of the Head of Innovation first. */
    public Dossier formTeam(Object... answers) {
        return completeWith("UserTask_FormTeam", Walk.map("handOverChangeChoice", "none"), answers);
    }

    /** For each member more hours than anyone can need. */
    public Dossier grantRoom() {
        Map<String, Object> known = engine.getTaskService().getVariables(task("UserTask_GrantRoom").getId());
        Map<String, Object> granted = Walk.map("roomOutcome", "granted");
        IntStream.rangeClosed(1, 6).filter(member -> known.get("member" + member) != null).forEach(member -> granted.put("room" + member + "Hours", 99));
        return completeWith("UserTask_GrantRoom", granted);
    }

    /** A plan within the budget, approved by the Head of Implementation and confirmed by the line. */
    public Dossier plan(Object... answers) {
        return makePlan(answers).complete("UserTask_ApprovePlan", "approveOutcome", "approve")
                .complete("UserTask_ConfirmPlan", "confirmOutcome", "confirm");
    }

    /** Waits at {@code UserTask_ApprovePlan}. In each team ten will work with it, nine of them are trained by HR, and nobody helps on the floor. */
    public Dossier makePlan(Object... answers) {
        completeWith("UserTask_PlanImplementation", Walk.map("handOverChangeChoice", "none", "planBudget", "10.000", "milestone1Owner", "it/it"), answers);
        return tasks("UserTask_PlanTeam").isEmpty() ? this : planTeams();
    }

    private Dossier planTeams() {
        tasks("UserTask_PlanTeam").forEach(task -> {
            Map<String, Object> plan = Walk.map("teamSize", "10", "helpChoice", "notNeeded");
            if ("needed".equals(engine.getTaskService().getVariable(task.getId(), "trainingChoice"))) {
                plan.put("trainingBy", "hr");
                if (!"light".equals(engine.getTaskService().getVariable(task.getId(), "chosenWeight"))) {
                    plan.put("trainingCount", "9");
                }
            }
            complete(task, actorOf(task), plan.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray());
        });
        return this;
    }

    /** Each team that is to be made ready is, with nine of its ten people trained, but for what is given instead: it waits to start. */
    public Dossier makeTeamsReady(Object... instead) {
        tasks("UserTask_PrepareTeam").forEach(task -> makeTeamReady(task, actorOf(task), instead));
        return this;
    }

    /** The same for one team, by this person, and with the count of whoever leads it. */
    public Dossier makeTeamReady(Task task, String userId, Object... instead) {
        Map<String, Object> ready = Walk.map("teamReadiness", "ready", "floorWorks", "yes", "conditionsMet", "yes", "supportArranged", "yes");
        ready.putAll(Walk.map(instead));
        Object trained = ready.remove("trainedCount");
        Set<String> counting = tasks("UserTask_CountTrained").stream().map(Task::getId).collect(Collectors.toSet());
        complete(task, userId, ready.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray());
        tasks("UserTask_CountTrained").stream().filter(count -> !counting.contains(count.getId()))
                .forEach(count -> complete(count, actorOf(count), "workersCount",
                        engine.getTaskService().getVariable(count.getId(), "teamSize"), "trainedCount", trained == null ? "9" : trained));
        return this;
    }

    /** With a budget that is enough. */
    public Dossier secure(Object... answers) {
        return completeWith("UserTask_SecureInnovation", Walk.map("runningBudget", "3.000"), answers);
    }

    /** Within the budget of the plan. */
    public Dossier arrangeProcurement(Object... answers) {
        return completeWith("UserTask_ArrangeProcurement", Walk.map("purchaseCost", "10.000"), answers);
    }

    private Dossier completeWith(String step, Map<String, Object> usual, Object... instead) {
        usual.putAll(Walk.map(instead));
        return complete(step, usual.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue()))
                .toArray());
    }

    /** All that are not done yet say yes and within the mandate of the head, but for what is given instead. */
    public Dossier completeTests(Object... instead) {
        Map<String, Object> other = Walk.map(instead);
        SAYING_YES.forEach((test, yes) -> {
            if (hasPassed(test) && tasks(test).isEmpty()) {
                return;
            }
            Map<String, Object> answers = new LinkedHashMap<>(yes);
            answers.putAll(UNLESS_SAID.getOrDefault(test, Map.of()));
            answers.replaceAll(other::getOrDefault);
            if (!"good".equals(answers.get("supportFinding")) || HEARD.stream().map(answers::get).noneMatch("heard"::equals)) {
                answers.remove("concernsLeft");
            }
            complete(test, answers.entrySet().stream().flatMap(answer -> Stream.of(answer.getKey(), answer.getValue())).toArray());
        });
        return this;
    }

    /** An evaluation where all goes well, but for what is given instead. */
    public Dossier findAllWell(Object... instead) {
        Map<String, Object> found = Walk.map("goalsProgress", "yes", "clientJudgement", "positive", "staffJudgement", "positive",
                "incidents", "none");
        found.putAll(Walk.map(instead));
        return completeEach("UserTask_EvaluateInterim",
                found.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray());
    }

    /** Finds that all goes well, and takes this course; what the head decides on, the head agrees with. */
    public Dossier evaluate(Object... course) {
        propose(course);
        return tasks("UserTask_DecideCourse").isEmpty() ? this : complete("UserTask_DecideCourse", Stream.of("evaluationOutcome", "adjustStep")
                .filter(Walk.map(course)::containsKey).flatMap(key -> Stream.of(key, Walk.map(course).get(key))).toArray());
    }

    /** Finds that all goes well, and proposes this course. */
    public Dossier propose(Object... course) {
        return findAllWell().complete("UserTask_ChooseCourse", course);
    }

    // Time

    /** Moves the clock to the moment the only open timer (or asynchronous step) is due, and fires that one. */
    public Dossier timePassesUntil(String activity) {
        Job timer = timer(activity);
        if (timer.getDuedate() != null && timer.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(new Date(timer.getDuedate().getTime() + 1000));
        }
        return fire(timer);
    }

    /** Each mail to a reporter that waits, the oldest first. */
    public Dossier mailsAreSent() {
        List<Job> mails = jobs("SendTask_MailAnswer");
        assertThat(mails).as("mails of " + number).isNotEmpty();
        mails.forEach(this::fire);
        return this;
    }

    public Dossier fire(Job job) {
        engine.getIdentityService().clearAuthentication();
        engine.getManagementService().executeJob(job.getId());
        return this;
    }

    /** The only open timer or asynchronous step of this activity. */
    public Job timer(String activity) {
        List<Job> jobs = jobs(activity);
        assertThat(jobs).as("jobs of " + activity + " in " + number).hasSize(1);
        return jobs.get(0);
    }

    public List<Job> jobs(String activity) {
        return processInstances().stream().flatMap(instance -> engine.getManagementService().createJobQuery()
                .processInstanceId(instance.getId()).activityId(activity).list().stream()).toList();
    }

    // Where it stands

    public Task task(String step) {
        List<Task> tasks = tasks(step);
        assertThat(tasks).as("open tasks " + step + " in " + number + ", which waits at " + waitsAt()).hasSize(1);
        return tasks.get(0);
    }

    /** Oldest first. */
    public List<Task> tasks(String step) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step)
                .orderByTaskCreateTime().asc().list();
    }

    /** The tasks, events and event-based gateways at which this dossier waits. */
    public List<String> waitsAt() {
        return processInstances().stream().flatMap(instance -> engine.getHistoryService()
                        .createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).unfinished().list().stream())
                .filter(activity -> !List.of("callActivity", "subProcess", "multiInstanceBody")
                        .contains(activity.getActivityType()))
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    public Dossier isWaitingAt(String... activities) {
        assertThat(waitsAt()).as("where " + number + " waits").contains(activities);
        return this;
    }

    /** Nowhere else, apart from what runs beside it: answers and mails, a poll that can be held, training before a start, and the next update. */
    public Dossier isWaitingOnlyAt(String... activities) {
        assertThat(waitsAt()).as("where " + number + " waits")
                .filteredOn(activity -> !List.of("UserTask_ReadAnswer", "UserTask_ReadPointAnswer", "SendTask_MailAnswer", "SendTask_MailHead",
                        "Gateway_UpdateOrReady", "UserTask_PlanPoll", "UserTask_GiveTraining").contains(activity))
                .containsExactlyInAnyOrder(activities);
        return this;
    }

    /** The process with this end event came to it, and has ended. */
    public Dossier endedAt(String endEvent) {
        List<HistoricProcessInstance> ended = history().stream().filter(instance -> instance.getEndTime() != null
                && passed(instance, endEvent)).toList();
        assertThat(ended).as(number + " ended at " + endEvent + "; it waits at " + waitsAt()).isNotEmpty();
        return this;
    }

    public boolean hasPassed(String activity) {
        return history().stream().anyMatch(instance -> passed(instance, activity));
    }

    /** How often this activity was completed. */
    public long timesPassed(String activity) {
        return history().stream().mapToLong(instance -> engine.getHistoryService()
                .createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).activityId(activity)
                .finished().count()).sum();
    }

    private boolean passed(HistoricProcessInstance instance, String activity) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                .activityId(activity).finished().count() > 0;
    }

    public ProcessInstance innovation() {
        return innovation;
    }

    /** The running process instances of this dossier with this definition key. */
    public List<ProcessInstance> running(String process) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number)
                .processDefinitionKey(process).list();
    }

    private List<ProcessInstance> processInstances() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).list();
    }

    /** Of this process, running and ended, oldest first. */
    public List<HistoricProcessInstance> history(String process) {
        return history().stream().filter(instance -> process.equals(instance.getProcessDefinitionKey())).toList();
    }

    private List<HistoricProcessInstance> history() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number)
                .list().stream().sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)).toList();
    }

    /** As the youngest running or ended instance of the process has it. */
    public Object variable(String process, String name) {
        List<HistoricProcessInstance> instances = history(process);
        assertThat(instances).as(process + " of " + number).isNotEmpty();
        // Of two that began in the same moment, the one that still runs came in the place of the other.
        HistoricProcessInstance youngest = instances.stream().max(Comparator.comparing(HistoricProcessInstance::getStartTime)
                .thenComparing(instance -> instance.getEndTime() == null)).orElseThrow();
        HistoricVariableInstance variable = engine.getHistoryService().createHistoricVariableInstanceQuery()
                .processInstanceId(youngest.getId()).activityInstanceIdIn(youngest.getId()).variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    /** What was decided in both tracks, by whom and why, oldest first: date, step, outcome, by, reason. */
    public List<Map<String, String>> decisions() {
        List<Map<String, String>> oldestFirst = new ArrayList<>(decisions.of(number));
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    // Who

    /** A task that belongs to a person has no group; then the person brings the groups of their account. */
    private void login(String userId, String group) {
        engine.getIdentityService().setAuthentication(userId, group != null ? List.of(group)
                : engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
                        .toList());
    }

    private String actorOf(Task task) {
        return task.getAssignee() != null ? task.getAssignee() : groupOf(task);
    }

    private String groupOf(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
