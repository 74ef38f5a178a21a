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
import java.util.Random;
import java.util.stream.Stream;
import nl.tweespoor.decision.Decisions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
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
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    private final ProcessEngine engine;
    private final Decisions decisions;

    Walk(ProcessEngine engine, Decisions decisions) {
        this.engine = engine;
        this.decisions = decisions;
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

    /** Waits at {@code UserTask_AssessOpportunity}. */
    public Dossier identified() {
        return reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn");
    }

    /** Waits at {@code UserTask_SelectOpportunity}, with the advice to select. */
    public Dossier assessed() {
        return identified().assess();
    }

    /** Waits at {@code UserTask_PrepareTest}. */
    public Dossier selected() {
        return assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "high");
    }

    /** Waits at the five tests, from {@code UserTask_TestOrganisation} to {@code UserTask_GaugeSupport}; of privacy at its scan. */
    public Dossier beingTested() {
        return selected().complete("UserTask_PrepareTest");
    }

    /** Waits at {@code UserTask_WeighFindings}. */
    public Dossier tested() {
        return beingTested().completeTests();
    }

    /** Waits at {@code UserTask_ConcludeFeasibility}, without a pilot. */
    public Dossier weighed() {
        return tested().complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
    }

    /** Waits at {@code UserTask_DecideByHead}. */
    public Dossier feasible() {
        return weighed().complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible");
    }

    /** Waits at {@code UserTask_PrepareHandOver}. */
    public Dossier decided() {
        return feasible().complete("UserTask_DecideByHead", "continuationOutcome", "proceed");
    }

    /** Waits at {@code UserTask_ReviewHandOver} in implementation. */
    public Dossier handedOver() {
        return decided().complete("UserTask_PrepareHandOver");
    }

    /** Waits at {@code UserTask_FormTeam}; innovation has ended and the reporter was answered. */
    public Dossier accepted() {
        return handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "accept");
    }

    /** Waits at {@code UserTask_AnalysePractice}, with all steps to do. */
    public Dossier prepared() {
        return accepted().formTeam()
                .complete("UserTask_ChooseWeight", "chosenWeight", "extended", "targetGroupStep", "do", "strategyStep", "do")
                .grantRoom();
    }

    /** Waits at {@code UserTask_PlanImplementation}; the norm is 10 or more. */
    public Dossier analysed() {
        return prepared()
                .analysePractice()
                .complete("UserTask_AnalyseTargetGroups")
                .complete("UserTask_ChooseStrategies");
    }

    /** Waits at {@code UserTask_ArrangeTraining}, {@code -Procurement}, {@code -It} and {@code -Communication}. */
    public Dossier plannedFor(String... teams) {
        return analysed().plan("planTeams", list(teams),
                "trainingChoice", "needed", "procurementChoice", "needed", "itChoice", "needed");
    }

    /** Waits at a {@code UserTask_PrepareTeam} for each team. */
    public Dossier rollingOutIn(String... teams) {
        return plannedFor(teams).complete("UserTask_ArrangeTraining").arrangeProcurement()
                .complete("UserTask_ArrangeIt").complete("UserTask_ArrangeCommunication");
    }

    /** Waits at {@code UserTask_EvaluateInterim}, after the last team. */
    public Dossier rolledOutIn(String... teams) {
        return rollingOutIn(teams)
                .completeEach("UserTask_PrepareTeam", "teamReadiness", "ready", "teamSize", "10",
                        "trainedCount", "9", "floorWorks", "yes", "conditionsMet", "yes", "supportArranged", "yes")
                .completeEach("UserTask_GoLive", "goLiveOutcome", "live")
                .completeEach("UserTask_GiveFeedback", "feedbackOutcome", "noBarrier")
                .completeEach("UserTask_MeasureUse", "usersCount", "9");
    }

    /** Waits at {@code UserTask_SecureInnovation}. */
    public Dossier evaluated() {
        return rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "goOn");
    }

    /** Waits for the first lasting evaluation, {@code IntermediateEvent_MomentReached}. */
    public Dossier owned() {
        return evaluated().complete("UserTask_SecureInnovation", "lineOwner", "line-manager")
                .complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
    }

    /** Waits for the first yearly look, {@code IntermediateEvent_YearPassed}. */
    public Dossier secured() {
        Dossier dossier = owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult", "measuredValue", "12",
                    "stillStandard", "yes", "ownerThere", "yes");
        }
        return dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none");
    }

    /** From here on this demo account acts, with its one group. */
    public void login(String account) {
        engine.getIdentityService().setAuthentication(account, List.of(account));
    }

    /** From here on the administrator acts, whom no authorization stops. */
    public void loginAsAdministrator() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
    }

    /** From here on the clock only moves when the test moves it. */
    public void clockStandsStill() {
        ClockUtil.setCurrentTime(Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
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
