package nl.tweespoor.walk;

import static org.camunda.spin.Spin.JSON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.tweespoor.decision.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;

/**
 * Where a test begins: a dossier that was walked to the state it needs. Decisions are named, every other required
 * question gets a random answer, always the same one for the same walk.
 */
public class Walk {

    private static final long SEED = 7;
    private static final Instant FIRST_MOMENT = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    static final String CALLER = "calls-a-part";
    private static final String CALLS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="calls-a-part" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="StartEvent_1" />
                <callActivity id="CallActivity_1" calledElement="${part}">
                  <extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in variables="all" />
                    <camunda:out variables="all" />
                  </extensionElements>
                </callActivity>
                <endEvent id="EndEvent_1" />
                <sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="CallActivity_1" />
                <sequenceFlow id="Flow_2" sourceRef="CallActivity_1" targetRef="EndEvent_1" />
              </process>
            </definitions>""";

    private final ProcessEngine engine;
    private final Decisions decisions;
    private final Optional<WalkedBefore> before;

    Walk(ProcessEngine engine, Decisions decisions, Optional<WalkedBefore> before) {
        this.engine = engine;
        this.decisions = decisions;
        this.before = before;
    }

    /** Waits at {@code UserTask_IdentifyOpportunity}. */
    public Dossier reported(Object... answers) {
        return reportedBy("employee", answers);
    }

    public Dossier reportedBy(String userId, Object... answers) {
        return started("innovation", userId, "employee", answers);
    }

    /** Waits at {@code UserTask_ChooseStandIn}. */
    public Dossier absent(String userId, LocalDate firstDay, LocalDate lastDay) {
        return started("stand-in", userId, "employee", "firstAbsentDate", firstDay.toString(), "lastAbsentDate", lastDay.toString());
    }

    /** Waits at {@code UserTask_DecideErasure}. */
    public Dossier erasureRequestedBy(String userId, String dossier, long entry, String value, Object... answers) {
        Map<String, Object> all = map("erasureDossier", dossier, "erasureEntry", String.valueOf(entry), "erasureValue", value);
        all.putAll(map(answers));
        return started("erasure", userId, "privacy-quality",
                all.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue())).toArray());
    }

    /** Waits at {@code UserTask_AskAdvice}: of this council, asked by the Head of Innovation, by itself. */
    public Dossier adviceNeeded(String council, Object... variables) {
        return ofDossier("council-advice", Walk.map("council", council, "adviceSubject", "Sensoren in de nacht", "adviceAskedBy", "head-of-innovation"),
                variables);
    }

    /** Something was decided after this advice, and its points are to be answered. */
    public Dossier decidedAfterAdvice(String council, String outcome, String points, Object... variables) {
        return ofDossier("council-notice", Walk.map("council", council, "adviceCouncilName", "De raad", "adviceSubject", "Sensoren in de nacht",
                "adviceRight", "advice", "adviceOutcome", outcome, "adviceReason", "Er is te weinig tijd.", "advicePoints", JSON(points),
                "noticeBy", "board"), variables);
    }

    /** Waits at {@code UserTask_ChooseCarrier}. */
    public Dossier otherCarrierWanted(String dossier) {
        return started("change-carrier", "head-of-implementation", "head-of-implementation", "carrierDossier", dossier);
    }

    /** Waits at {@code UserTask_ExplainChange}: what a process owner sends is a proposal. */
    public Dossier changeProposed(String file, String content) {
        engine.getIdentityService().setAuthentication("process-owner", List.of("process-owner"));
        String number;
        try {
            number = engine.getRepositoryService().createDeployment().name("Duidelijker").addString(file, content).deploy().getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return new Dossier(engine, new Answers(engine, new Random(SEED)), decisions, engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(number).singleResult());
    }

    /** The same, by the code that a poll gives beside what someone wrote. */
    public Dossier erasureRequestedBy(String userId, String dossier, String code) {
        return started("erasure", userId, "privacy-quality", "erasureDossier", dossier, "erasureValue", code);
    }

    private Dossier started(String process, String userId, String group, Object... answers) {
        String definition = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult().getId();
        Answers person = new Answers(engine, new Random(SEED));
        engine.getIdentityService().setAuthentication(userId, List.of(group));
        try {
            ProcessInstance started = engine.getFormService().submitStartForm(definition, person.to(
                    engine.getFormService().getDeployedStartForm(definition), Map.of(), map(answers)));
            return new Dossier(engine, person, decisions, started);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Dossier ofDossier(String process, Map<String, Object> usual, Object... variables) {
        usual.putAll(map(variables));
        return part(process, "I-2026-9001", usual);
    }

    /** A process that a strategy calls, by itself: on the strategy with this number, which knows these variables. */
    public Dossier partOfStrategy(String process, String number, Map<String, Object> known) {
        return part(process, number, Variables.fromMap(known).putValue("dossierNumber", number).putValue("title", "Strategie " + number));
    }

    /** What other processes call, by one that only does that. */
    private Dossier part(String process, String number, Map<String, Object> known) {
        if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(CALLER).count() == 0) {
            engine.getRepositoryService().createDeployment().name(CALLER).addString(CALLER + ".bpmn", CALLS).deploy();
        }
        // Within a command, as a process is that another one calls: by itself it takes no variables.
        return new Dossier(engine, new Answers(engine, new Random(SEED)), decisions, ((ProcessEngineConfigurationImpl)
                engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> engine.getRuntimeService()
                .startProcessInstanceByKey(CALLER, number, Variables.fromMap(known).putValue("part", process))));
    }

    /** Waits at {@code UserTask_AssessOpportunity}. */
    public Dossier identified() {
        return once(() -> reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn"), "identified");
    }

    /** Waits at {@code UserTask_SelectOpportunity}, with the advice to select. */
    public Dossier assessed() {
        return once(() -> identified().assess(), "assessed");
    }

    /** Waits at {@code UserTask_PrepareTest}. */
    public Dossier selected() {
        return once(() -> assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "high"), "selected");
    }

    /** Waits at the five tests, from {@code UserTask_TestOrganisation} to {@code UserTask_GaugeSupport}; of privacy at its scan. */
    public Dossier beingTested() {
        return once(() -> selected().complete("UserTask_PrepareTest"), "beingTested");
    }

    /** Waits at {@code UserTask_WeighFindings}. */
    public Dossier tested() {
        return once(() -> beingTested().completeTests(), "tested");
    }

    /** Waits at {@code UserTask_ConcludeFeasibility}, without a pilot. */
    public Dossier weighed() {
        return once(() -> tested().complete("UserTask_WeighFindings", "pilotChoice", "noPilot"), "weighed");
    }

    /** Waits at {@code UserTask_DecideByHead}. */
    public Dossier feasible() {
        return once(() -> weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible"), "feasible");
    }

    /** Waits at {@code UserTask_PrepareHandOver}. */
    public Dossier decided() {
        return once(() -> feasible().complete("UserTask_DecideByHead", "continuationOutcome", "proceed"), "decided");
    }

    /** Waits at {@code UserTask_ReviewHandOver} in implementation. */
    public Dossier handedOver() {
        return once(() -> decided().complete("UserTask_PrepareHandOver"), "handedOver");
    }

    /** Waits at {@code UserTask_ChooseWeight}; innovation has ended and the reporter was answered. */
    public Dossier accepted() {
        return once(() -> handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "accept"), "accepted");
    }

    /** Waits at {@code UserTask_AnalysePractice}, with all steps to do. */
    public Dossier prepared() {
        return once(() -> accepted().chooseWeight("extended").formTeam().grantRoom(), "prepared");
    }

    /** Waits at {@code UserTask_PlanImplementation}; the norm is 10 or more. */
    public Dossier analysed() {
        return once(() -> prepared()
                .analysePractice()
                .complete("UserTask_AnalyseTargetGroups")
                .complete("UserTask_ChooseStrategies"), "analysed");
    }

    /** Waits at {@code UserTask_ArrangeTraining}, {@code -Procurement}, {@code -It} and {@code -Communication}. */
    public Dossier plannedFor(String... teams) {
        return once(() -> analysed().plan("planTeams", list(teams),
                "trainingChoice", "needed", "procurementChoice", "needed", "itChoice", "needed"), "plannedFor", List.of(teams));
    }

    /** Waits at a {@code UserTask_PrepareTeam} for each team. */
    public Dossier rollingOutIn(String... teams) {
        return once(() -> plannedFor(teams).complete("UserTask_ArrangeTraining").arrangeProcurement()
                .complete("UserTask_ArrangeIt").complete("UserTask_ArrangeCommunication"), "rollingOutIn", List.of(teams));
    }

    /** Waits at {@code UserTask_EvaluateInterim}, after the last team. */
    public Dossier rolledOutIn(String... teams) {
        return once(() -> rollingOutIn(teams)
                .makeTeamsReady()
                .completeEach("UserTask_GoLive", "goLiveOutcome", "live")
                .completeEach("UserTask_PlanPoll", "pollChoice", "skip")
                .completeEach("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .completeEach("UserTask_MeasureUse", "usersCount", "9"), "rolledOutIn", List.of(teams));
    }

    /** Waits at {@code UserTask_SecureInnovation}. */
    public Dossier evaluated() {
        return once(() -> rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "goOn"), "evaluated");
    }

    /** Waits for the first lasting evaluation, {@code IntermediateEvent_MomentReached}. */
    public Dossier owned() {
        return once(() -> evaluated().secure("lineOwner", "line-manager/line-manager")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept").complete("UserTask_PlanPoll", "pollChoice", "skip"), "owned");
    }

    /** Waits for the first yearly look, {@code IntermediateEvent_YearPassed}. */
    public Dossier secured() {
        return once(() -> {
            Dossier dossier = owned();
            for (int moment = 1; moment <= 3; moment++) {
                dossier.timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult", "measuredValue", "12",
                        "stillStandard", "yes", "ownerThere", "yes");
            }
            return dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none").complete("UserTask_DecideLesson", "lessonDecision", "noChange");
        }, "secured");
    }

    private Dossier once(Supplier<Dossier> walk, Object... where) {
        return before.map(known -> known.orWalk(walk, where)).orElseGet(walk);
    }

    /** From here on this demo account acts, with its one group. */
    public void login(String account) {
        engine.getIdentityService().setAuthentication(account, List.of(account));
    }

    /** From here on the administrator acts, whom no authorization stops. */
    public void loginAsAdministrator() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
    }

    /** From here on the clock only moves when the test moves it; for every test from the same moment. */
    public void clockStandsStill() {
        ClockUtil.setCurrentTime(Date.from(FIRST_MOMENT));
    }

    /** As people in the Netherlands see it. */
    public LocalDate today() {
        return now().toLocalDate();
    }

    /** Now and the period that {@code periods.dmn} gives this step. */
    public Date afterPeriodOf(String step) {
        String period = engine.getDecisionService().evaluateDecisionTableByKey("periods",
                Variables.putValue("step", step)).getSingleResult().getEntry("period");
        return Date.from(now().plus(Period.parse(period)).toInstant());
    }

    public Date startOfWorkOn(LocalDate day) {
        return Date.from(day.atTime(8, 0).atZone(NETHERLANDS).toInstant());
    }

    private static ZonedDateTime now() {
        return ClockUtil.getCurrentTime().toInstant().atZone(NETHERLANDS);
    }

    /** A list as a form submits it. */
    public static SpinJsonNode list(String... values) {
        return JSON(List.of(values));
    }

    /** Names and values in turn. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
