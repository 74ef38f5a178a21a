package nl.tweespoor.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Answers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Walks dossiers at random and pauses at the first task of every deployed form; asked for the next one it walks on. So
 * the walk takes no longer than it needs to see each form once.
 */
class WaitingForms implements Iterator<WaitingForm> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DOSSIERS = 200;
    private static final String INNOVATION = "innovation:";
    /** Of a proposal, which begins with what someone deploys. */
    private static final Set<String> OF_A_CHANGE = Set.of("explain-change", "review-change", "read-change-outcome");
    /** Of a dossier whose goal changed, which begins with what the board adopts. */
    private static final Set<String> OF_A_GOAL = Set.of("reassess-goal", "decide-reassessment");
    private static final Set<String> REASSESSING = Set.of("UserTask_ReassessGoal", "UserTask_DecideReassessment");
    private static final String CHANGE_CARRIER = "change-carrier:";
    private static final String STRATEGY = "strategy:";
    private static final Set<String> OF_FOLLOWING = Set.of("UserTask_RenewStrategy", "UserTask_LookAtStrategy");
    private static final Set<String> WHILE_FOLLOWED = Set.of("look-at-strategy", "missed-look", "confirm-year", "renew-strategy");
    /** What leads further into a dossier; else most of them end early. */
    private static final Map<String, String> ONWARDS = Map.ofEntries(Map.entry("identifyOutcome", "goOn"),
            Map.entry("selectionOutcome", "select"), Map.entry("continuationOutcome", "proceed"),
            Map.entry("handOverOutcome", "accept"), Map.entry("handOverChangeChoice", "none"), Map.entry("roomOutcome", "granted"),
            Map.entry("approveOutcome", "approve"), Map.entry("confirmOutcome", "confirm"), Map.entry("teamReadiness", "ready"),
            Map.entry("startOutcome", "start"), Map.entry("goLiveOutcome", "live"), Map.entry("evaluationOutcome", "goOn"), Map.entry("ownershipOutcome", "accept"),
            Map.entry("memberStep", "done"), Map.entry("pictureView", "agree"), Map.entry("pillarStep", "done"), Map.entry("visionOutcome", "adopt"),
            Map.entry("audienceStep", "done"), Map.entry("outwardStep", "done"), Map.entry("inwardStep", "done"), Map.entry("optionStep", "done"),
            Map.entry("optionsOutcome", "ready"), Map.entry("renewOutcome", "renew"),
            Map.entry("pointChoice", "withdraw"), Map.entry("preconditionStep", "done"), Map.entry("activityStep", "done"), Map.entry("managementView", "realistic"),
            Map.entry("professionalView", "realistic"), Map.entry("clientView", "realistic"), Map.entry("courseOutcome", "choose"), Map.entry("adoptionOutcome", "adopt"),
            Map.entry("monitoringOutcome", "goOn"), Map.entry("goalBaselineKnown", "no"),  Map.entry("letPassOutcome", "accept"), Map.entry("stillStandard", "yes"), Map.entry("ownerThere", "yes"));
    private static final Map<String, String> GOOD_RESULT = Map.of("baselineValue", "14", "targetValue", "5", "normValue", "7,5",
            "normDirection", "lower", "measuredValue", "1", "stillStandard", "yes", "ownerThere", "yes");

    /** What leads to a form that few dossiers come past, as long as it wasn't seen. */
    private static final Map<String, Map<String, String>> TOWARDS = Map.ofEntries(
            // The councils, of which the works council is asked for advice before it is asked for consent.
            Map.entry("ask-advice", Map.of("jobsChange", "yes")),
            Map.entry("give-advice", Map.of("jobsChange", "yes")),
            Map.entry("read-advice", Map.of("jobsChange", "yes")),
            Map.entry("answer-advice-point", Map.of("jobsChange", "yes", "adviceOutcome", "conditions")),
            Map.entry("write-notice", Map.of("jobsChange", "yes")),
            Map.entry("read-council-message", Map.of("clientLife", "yes", "jobsChange", "no", "workRules", "no", "staffMonitored", "no", "workChange", "none", "adviceRight", "advice")),
            Map.entry("read-deviation", Map.of("jobsChange", "yes", "workRules", "no", "staffMonitored", "no", "adviceRight", "advice", "adviceOutcome", "negative")),
            // Its end passes while the works council has its month.
            Map.entry("plan-pilot-anew", Map.of("jobsChange", "yes", "workRules", "no", "staffMonitored", "no", "adviceRight", "advice", "adviceOutcome", "negative",
                    "adviceFollowed", "notFollowed", "waiveOutcome", "keep", "pilotChoice", "pilot")),
            // No council is asked about it first.
            Map.entry("evaluate-pilot", Map.of("pilotChoice", "pilot", "jobsChange", "no", "workRules", "no", "staffMonitored", "no", "workChange", "none", "clientLife", "no")),
            Map.entry("run-pilot", Map.of("pilotChoice", "pilot", "jobsChange", "no", "workRules", "no", "staffMonitored", "no", "workChange", "none", "clientLife", "no")),
            Map.entry("decide-reassessment", Map.of("reassessOutcome", "withoutGoal")),
            Map.entry("record-consent", Map.of("staffMonitored", "yes", "adviceOutcome", "negative")),
            Map.entry("review-change", Map.of("changeOffer", "offer")),
            // Nothing goes live here.
            Map.entry("read-change-outcome", Map.of("changeOffer", "offer", "changeReview", "reject")),
            Map.entry("settle-disagreement", Map.of("handOverOutcome", "return")),
            Map.entry("take-on-hand-over", Map.of("handOverOutcome", "return", "settleOutcome", "proceed")),
            Map.entry("answer-poll", Map.of("pollFirst", "ask", "pollChoice", "ask", "pollGroups", "[\"hr\"]")),
            Map.entry("see-to-points", Map.of("organisationFinding", "conditions")),
            Map.entry("settle-capacity", Map.of("roomOutcome", "conflict")),
            Map.entry("answer-change", Map.of("handOverChangeChoice", "ask")),
            Map.entry("confirm-weight", Map.of("privacyRisk", "high", "chosenWeight", "standard", "targetGroupStep", "skip")),
            Map.entry("allow-start", Map.of("floorWorks", "no")),
            Map.entry("read-carrier-change", Map.of("carrierOutcome", "change", "carrierRole", "projectLead")),
            Map.entry("read-promise", Map.of("helpChoice", "needed")), Map.entry("tell-update", Map.of("updateRhythm", "weekly")),
            Map.entry("say-whether-helped", Map.of("helpChoice", "needed")),
            Map.entry("confirm-start", Map.of("goLiveOutcome", "planned")),
            Map.entry("decide-later-start", Map.of("goLiveOutcome", "later")),
            Map.entry("analyse-target-groups", Map.of("chosenWeight", "standard", "targetGroupStep", "do")),
            Map.entry("choose-strategies", Map.of("chosenWeight", "standard", "strategyStep", "do")),
            Map.entry("arrange-training", Map.of("trainingChoice", "needed")),
            Map.entry("give-training", Map.of("trainingChoice", "needed")),
            Map.entry("arrange-procurement", Map.of("procurementChoice", "needed")),
            Map.entry("arrange-it", Map.of("itChoice", "needed")),
            Map.entry("read-adjustment", Map.of("evaluationOutcome", "adjust")),
            Map.entry("read-change", Map.of("evaluationOutcome", "adjust")),
            Map.entry("decide-course", Map.of("evaluationOutcome", "adjust")),
            Map.entry("decide-stop", Map.of("evaluationOutcome", "stop")),
            Map.entry("answer-stand-in", Map.of("standInChoice", "ask", "standIn", "finance")),
            Map.entry("stop-stand-in", Map.of("standInChoice", "ask", "standIn", "finance", "standInOutcome", "accept")),
            Map.entry("decide-budget", Map.of("planBudget", "888888888")), Map.entry("decide-purchase",
                    Map.of("procurementChoice", "needed", "purchaseCost", "999999999,99")), Map.entry("look-back", GOOD_RESULT),
            Map.entry("decide-year", Map.of("yearlyOutcome", "stop")),
            Map.entry("review-below-norm", Map.of("measuredValue", "99")));

    /** Forms that only come when a task is late. */
    private static final Map<String, Late> LATE = Map.of(
            "missed-look", new Late("UserTask_LookAtStrategy", "BoundaryEvent_LookMissed"),
            "decide-late-hand-over", new Late("UserTask_PrepareHandOver", "BoundaryEvent_HandOverLate"),
            "decide-late-review", new Late("UserTask_ReviewHandOver", "BoundaryEvent_ReviewLate"));

    private static final Set<String> POINTS = Set.of("UserTask_HandleOpenPoint", "UserTask_DecideOnOpenPoint");

    private record Late(String task, String timer) {
    }

    private final ProcessEngine engine;
    private final Random random;
    private final Answers person;
    private final Set<String> unseen;
    private final List<String> starts;
    private String dossier;
    private String reporter;
    private int dossiers;

    WaitingForms(ProcessEngine engine, long seed) {
        this.engine = engine;
        random = new Random(seed);
        person = new Answers(engine, random);
        unseen = new TreeSet<>();
        engine.getRepositoryService().createDeploymentQuery().list().forEach(deployment -> engine.getRepositoryService()
                .getDeploymentResourceNames(deployment.getId()).stream().filter(name -> name.endsWith(".form"))
                .forEach(name -> unseen.add(name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')))));
        starts = engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId).filter(this::startsWithAForm).sorted().toList();
    }

    private boolean startsWithAForm(String definition) {
        return engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(StartEvent.class)
                .stream().anyMatch(start -> start.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "formRef") != null);
    }

    @Override
    public boolean hasNext() {
        return !unseen.isEmpty();
    }

    @Override
    public WaitingForm next() {
        engine.getIdentityService().clearAuthentication();
        for (String start : starts) {
            JsonNode form = json(engine.getFormService().getDeployedStartForm(start));
            if (unseen.remove(form.path("id").asText())) {
                return new WaitingForm(form, start, null, reporterOf(start), Map.of());
            }
        }
        while (true) {
            if (dossier == null && OF_A_CHANGE.stream().anyMatch(unseen::contains)) {
                propose();
            } else if (dossier == null) {
                start();
            }
            engine.getIdentityService().clearAuthentication();
            List<Task> tasks = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(dossier).active().list();
            for (Task task : tasks) {
                JsonNode form = json(engine.getFormService().getDeployedTaskForm(task.getId()));
                if (unseen.remove(form.path("id").asText())) {
                    return new WaitingForm(form, null, task.getId(), userOf(task), person.knownAt(task.getId()));
                }
            }
            Optional<String> late = LATE.keySet().stream().filter(form -> unseen.contains(form) && waitsAt(LATE.get(form).task(), tasks))
                    .findFirst();
            if ((unseen.contains("choose-carrier") || unseen.contains("read-carrier-change")) && isLed()
                    && !waitsAt("UserTask_ChooseCarrier", tasks)) {
                start(starts.stream().filter(start -> start.startsWith(CHANGE_CARRIER)).findFirst().orElseThrow(),
                        Map.of("carrierDossier", dossier));
            } else if (unseen.stream().anyMatch(OF_A_GOAL::contains) && tasks.stream().noneMatch(task -> REASSESSING.contains(task.getTaskDefinitionKey()))
                    && waitsAt("UserTask_PrepareTest", tasks)) {
                changeGoal();
            } else if (late.isPresent()) {
                fire(engine.getManagementService().createJobQuery().activityId(LATE.get(late.get()).timer()).list().get(0));
            } else if (!tasks.isEmpty()) {
                complete(next(tasks));
            } else if (!fireFirstJob()) {
                dossier = null;
            }
        }
    }

    /** A point that nobody looks after comes to the step that it holds up, whose forms few dossiers come past. */
    private Task next(List<Task> tasks) {
        List<Task> others = tasks.stream().filter(task -> !unseen.contains("let-points-pass") || !POINTS.contains(task.getTaskDefinitionKey())).toList();
        List<Task> some = others.isEmpty() ? tasks : others;
        return some.get(random.nextInt(some.size()));
    }

    private void start() {
        if (dossiers++ == MOST_DOSSIERS) {
            throw new IllegalStateException("no task waits for " + unseen);
        }
        // Innovation is a long way, and so most of them, once each other one had its turn.
        String turn = dossiers > 1 && dossiers <= starts.size() + 1 ? starts.get(dossiers - 2)
                : dossiers % 5 == 2 ? starts.get(starts.size() - 1 - dossiers / 5 % starts.size()) : INNOVATION;
        // That begins on a dossier that is led.
        String definition = turn.startsWith(INNOVATION) || turn.startsWith(CHANGE_CARRIER)
                ? starts.stream().filter(start -> start.startsWith(INNOVATION)).findFirst().orElseThrow() : turn;
        LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), DutchTime.ZONE);
        // A head who reports is confirmed by a second person.
        reporter = dossiers % 4 == 1 && definition.startsWith(INNOVATION) ? "head-of-innovation" : reporterOf(definition);
        start(definition, definition.startsWith("stand-in:") ? Map.of("firstAbsentDate", today.toString(),
                "lastAbsentDate", today.plusDays(7).toString())
                : definition.startsWith("erasure:") ? Map.of("erasureDossier", newestDossier(), "erasureEntry", "1",
                "erasureValue", "title") : Map.of());
    }

    private void propose() {
        engine.getIdentityService().setAuthentication("process-owner", List.of("process-owner"));
        dossier = engine.getRepositoryService().createDeployment().name("Een nieuwe vraag").addString("new-question.form", """
                {"id": "new-question", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                    "executionPlatformVersion": "7.24.0", "components": [{"type": "text", "text": "## Nieuw", "id": "Field_text_1"}]}""")
                .deploy().getId();
        engine.getIdentityService().clearAuthentication();
    }

    private void start(String definition, Map<String, Object> ruled) {
        String user = definition.startsWith(CHANGE_CARRIER) ? reporterOf(definition) : reporter;
        engine.getIdentityService().setAuthentication(user, List.of("employee", user));
        dossier = engine.getFormService().submitStartForm(definition, person.to(engine.getFormService().getDeployedStartForm(definition),
                Map.of(), ruled)).getBusinessKey();
    }

    /** As adopting a strategy does. */
    private void changeGoal() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context ->
                engine.getRuntimeService().createMessageCorrelation("GoalsChanged").processInstanceBusinessKey(dossier)
                        .setVariables(Map.of("dossierNumber", dossier, "title", "Een dossier", "driftTrack", "innovation", "driftOwner",
                                "head-of-innovation", "driftWhat", "Het doel is vervallen.", "driftWhy", "De zorgvraag is anders.", "goalsSummary", "Rust"))
                        .correlateStartMessage());
    }

    private boolean isLed() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(dossier).processDefinitionKey("implementation")
                .variableValueNotEquals("projectLead", null).count() > 0;
    }

    private String newestDossier() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("innovation")
                .orderByProcessInstanceStartTime().desc().listPage(0, 1).get(0).getBusinessKey();
    }

    /** Someone who leads, and so can be stood in for; who reports an opportunity does not decide on it. */
    private static String reporterOf(String definition) {
        return definition.startsWith("stand-in:") || definition.startsWith(STRATEGY) ? "head-of-innovation"
                : definition.startsWith("erasure:") ? "privacy-quality"
                : definition.startsWith(CHANGE_CARRIER) ? "head-of-implementation" : "employee";
    }

    private void complete(Task task) {
        engine.getIdentityService().clearAuthentication();
        String user = userOf(task);
        Map<String, Object> known = person.knownAt(task.getId());
        Map<String, Object> decided = new HashMap<>();
        JsonNode form = json(engine.getFormService().getDeployedTaskForm(task.getId()));
        boolean noOther = known.get("dossierOptions") instanceof SpinJsonNode options && options.elements().isEmpty();
        form.path("components").findValuesAsText("key").stream().filter(ONWARDS::containsKey)
                .filter(key -> isOption(form, key) && (noOther || random.nextInt(4) > 0))
                .forEach(key -> decided.put(key, ONWARDS.get(key)));
        Map<String, String> towards = new HashMap<>();
        // Nobody is asked twice for the same moment, and chance would.
        towards.put("pollChoice", "skip");
        // Whoever owns a point does not decide on it alone, and chance would choose who decides.
        List.of("goalOwner", "preconditionOwner", "strategyPoint1Owner", "strategyPoint2Owner", "strategyPoint3Owner")
                .forEach(owner -> towards.put(owner, "line-manager/line-manager"));
        unseen.forEach(wanted -> towards.putAll(TOWARDS.getOrDefault(wanted, Map.of())));
        if (dossier.startsWith("S-")) {
            // Nor does whoever raised it, and of the management team, which looks at the strategy, there is one.
            towards.put("pointOutcome", "done");
            // Chance would let it end before anyone looks at it.
            towards.put("endsOn", LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), DutchTime.ZONE).plusYears(2).toString());
            // A course without consent is chosen again, time after time.
            towards.keySet().removeAll(Set.of("adviceFollowed", "waiveOutcome"));
        }
        // The fourth look at a strategy is the yearly one; one that ends before has it never.
        if (unseen.contains("confirm-year")) {
            towards.put("monitoringOutcome", "goOn");
        }
        form.path("components").findValuesAsText("key").stream().filter(towards::containsKey)
                .forEach(key -> decided.put(key, towards.get(key)));
        // Of an empty list there is nothing to change or to take away.
        form.path("components").forEach(question -> {
            String key = question.path("key").asText();
            if (key.endsWith("Chosen") && known.get(question.path("valuesKey").asText()) instanceof SpinJsonNode options && options.elements().isEmpty()) {
                decided.put(key.substring(0, key.length() - "Chosen".length()) + "Step", "add");
            }
        });
        if ("choose-carrier".equals(form.path("id").asText()) && !isLed()) {
            decided.put("carrierOutcome", "keep");
            decided.remove("carrierRole");
        }
        Map<String, Object> answers = person.whereAsked(engine.getFormService().getDeployedTaskForm(task.getId()), known, decided);
        engine.getIdentityService().setAuthentication(user, List.of(user));
        engine.getFormService().submitTaskForm(task.getId(), answers);
        // A strategy is followed until another one takes its place, which nobody here waits for.
        if (OF_FOLLOWING.contains(task.getTaskDefinitionKey()) && WHILE_FOLLOWED.stream().noneMatch(unseen::contains)) {
            dossier = null;
        }
    }

    private static boolean isOption(JsonNode form, String key) {
        for (JsonNode question : form.path("components")) {
            if (question.path("key").asText().equals(key)) {
                return question.path("values").findValuesAsText("value").contains(ONWARDS.get(key));
            }
        }
        return false;
    }

    private boolean fireFirstJob() {
        engine.getIdentityService().clearAuthentication();
        Set<String> instances = new HashSet<>();
        engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(dossier).list()
                .forEach(instance -> instances.add(instance.getId()));
        List<Job> jobs = instances.isEmpty() ? List.of() : engine.getManagementService().createJobQuery()
                .processInstanceIds(instances).active().orderByJobDuedate().asc().list();
        if (jobs.isEmpty()) {
            return false;
        }
        fire(jobs.get(0));
        return true;
    }

    private static boolean waitsAt(String step, List<Task> tasks) {
        return tasks.stream().anyMatch(task -> step.equals(task.getTaskDefinitionKey()));
    }

    private void fire(Job job) {
        engine.getIdentityService().clearAuthentication();
        Date due = job.getDuedate();
        if (due != null && due.after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
        }
        engine.getManagementService().executeJob(job.getId());
    }

    /** Where there is another group, not the one of who reported. */
    private String userOf(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        List<String> groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        return groups.stream().filter(group -> !group.equals(reporter)).findFirst().orElse(groups.get(0));
    }

    private static JsonNode json(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
