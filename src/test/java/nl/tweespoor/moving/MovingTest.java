package nl.tweespoor.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierPath;
import nl.tweespoor.engine.VersionChanges;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionOperations;

/** Dossiers that run go over to another version of their process, on purpose, as a process owner asks it. */
@EngineTest
@ExcludeFromProcessCoverage
class MovingTest {

    private static final String PAGE = "/processes/process/innovation/1/move";
    private static final String SELECTION = "/processes/process/selection/1/move";
    private static final String REASON = "Zo werkt iedereen met de nieuwe vraag.";
    private static final String IDENTIFY = "UserTask_IdentifyOpportunity";

    @LocalServerPort
    int port;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    Mover mover;
    @Autowired
    MoveRepository moves;
    @Autowired
    VersionChanges changes;
    @Autowired
    LedgerReader ledger;
    @Autowired
    DossierPath path;
    @Autowired
    TransactionOperations transaction;

    private final Set<String> deployments = new HashSet<>();

    @BeforeEach
    void remember() {
        engine.getRepositoryService().createDeploymentQuery().list().forEach(deployment -> deployments.add(deployment.getId()));
    }

    @AfterEach
    void takeBack() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().createDeploymentQuery().list().stream().map(Deployment::getId).filter(id -> !deployments.contains(id))
                .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    @OnPostgresToo
    void dossierGoesOverToTheSameStepAndIsAskedWhatTheNewVersionAsks() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = walk.reported();
        Task before = dossier.task(IDENTIFY);
        Date timer = dossier.timer("BoundaryEvent_IdentifyLate").getDuedate();
        putLiveWithAQuestion();
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(read(owner, "/processes/process/innovation")).contains("Verplaats lopende dossiers");
        assertThat(read(owner, PAGE)).contains("van versie 1 naar versie 2").contains("Kans verkennen 1 Kans bekijken")
                .contains("Nieuwe vraag bij «Kans bekijken»: «Wat valt nog meer op?». Een dossier dat die taak al had, krijgt deze vraag niet").contains("Alle die mee kunnen: 1")
                .contains(dossier.number() + ": Kans verkennen").doesNotContain("Wat niet mee kan");

        assertThat(sent(owner, PAGE, "which=all&seen=true&to=2&reason=" + encoded(REASON))).contains("nog 1 van 1").contains("Verplaatst: 0 van 1");
        String progress = moves.of("innovation", 1).stream().map(move -> MoveController.progress(move.id())).findFirst().orElseThrow();
        assertThat(read(owner, progress)).contains("Kijk hoe ver het nu is");
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1))));
        mover.go();

        assertThat(read(owner, progress)).contains("Verplaatst: 1 van 1. Klaar.").doesNotContain("Kijk hoe ver").contains("Proceseigenaar: " + REASON);
        Task after = dossier.task(IDENTIFY);
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getName()).isEqualTo("Kans bekijken");
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(dossier.timer("BoundaryEvent_IdentifyLate").getDuedate()).isEqualTo(timer);
        assertThatThrownBy(() -> dossier.submit(IDENTIFY, "identifyOutcome", "reject", "identifyReason", "Dit doen we al."))
                .hasStackTraceContaining("Wat valt nog meer op");
        dossier.complete(IDENTIFY, "identifyOutcome", "goOn").isWaitingAt("UserTask_AssessOpportunity");
        assertThat(ledger.newest(dossier.number(), Kind.TASK.word()).orElseThrow().step().version()).isEqualTo(2);
        assertThat(path.of(dossier.number())).filteredOn(model -> model.process().equals("innovation"))
                .extracting(DossierPath.Model::version).containsExactly(1, 2);
        assertThat(path.xml(dossier.number(), "innovation", 1)).isPresent();
    }

    @Test
    @OnPostgresToo
    void eachDossierTellsInItsOwnChainWhoMovedItFromWhereToWhereAndWhy() throws Exception {
        Dossier one = walk.reported();
        Dossier other = walk.reported();
        putLiveWithAQuestion();

        ask(PAGE, "which=all&to=2");
        mover.go();

        for (Dossier dossier : List.of(one, other)) {
            Recorded entry = onlyMoveOf(dossier);
            assertThat(entry.actor()).isEqualTo("process-owner");
            assertThat(entry.step().process()).isEqualTo("innovation");
            assertThat(entry.step().name()).isEqualTo("Innovatie verplaatst van versie 1 naar versie 2");
            assertThat(entry.values()).containsEntry("reason", REASON);
            assertThat(entry.basis()).hasSize(1);
        }
        assertThat(read(Visitor.loggedIn(port, "auditor"), "/dossiers/" + one.number())).contains("Innovatie verplaatst van versie 1 naar versie 2");
    }

    @Test
    void calledProcessStaysOnItsVersionUntilItIsMovedItself() throws Exception {
        Dossier dossier = walk.assessed();
        putLive(text("processes/selection.bpmn").replace("name=\"Kans selecteren\"", "name=\"Kans kiezen\""), "selection.bpmn");

        assertThat(read(Visitor.loggedIn(port, "process-owner"), PAGE)).contains("(loopt als eigen proces)")
                .contains("Dat verplaatst u vanaf de pagina van dat proces.");
        ask(PAGE, "which=all&to=2");
        mover.go();
        assertThat(version(dossier, "innovation")).isEqualTo(2);
        assertThat(version(dossier, "selection")).isEqualTo(1);

        ask(SELECTION, "which=all&to=2");
        mover.go();
        assertThat(version(dossier, "selection")).isEqualTo(2);
        assertThat(dossier.task("UserTask_SelectOpportunity").getName()).isEqualTo("Kans kiezen");
        dossier.complete("UserTask_SelectOpportunity", "selectionOutcome", "select", "priority", "high").isWaitingAt("UserTask_PrepareTest");
    }

    @Test
    void whatIsNotThereInTheOtherVersionStaysAndIsSaid() throws Exception {
        Dossier stays = walk.reported();
        Dossier goes = walk.identified();
        putLiveWithoutIdentify();
        Visitor owner = Visitor.loggedIn(port, "process-owner");

        assertThat(read(owner, PAGE)).contains("Kan niet mee: die stap is er in versie 2 niet").contains("Nieuwe taak: «Kans verkennen»")
                .contains(stays.number() + ": Wacht bij «Kans verkennen»: die stap is er in versie 2 niet.").contains("Alle die mee kunnen: 1");
        assertThat(sent(owner, PAGE, "which=ticked&instance=" + stays.innovation().getId() + "&seen=true&to=2&reason=" + encoded(REASON)))
                .contains("minstens één dossier dat mee kan").contains(REASON);
        ask(PAGE, "which=all&to=2");
        mover.go();

        assertThat(version(stays, "innovation")).isEqualTo(1);
        assertThat(version(goes, "innovation")).isEqualTo(2);
        stays.complete(IDENTIFY, "identifyOutcome", "goOn").isWaitingAt("UserTask_AssessOpportunity");
    }

    @Test
    @OnPostgresToo
    void oneThatCanNoLongerGoKeepsNoOtherAndIsToldWithWhy() throws Exception {
        Dossier goesOn = walk.tested();
        Dossier moves = walk.tested();
        Dossier ends = walk.reported();
        putLive(text("processes/feasibility.bpmn").replace("UserTask_ConcludeFeasibility", "UserTask_DrawConclusion"), "feasibility.bpmn");
        ask("/processes/process/feasibility/1/move", "which=all&to=2");
        ask(PAGE, "which=all&to=2");
        goesOn.complete("UserTask_WeighFindings", "pilotChoice", "noPilot");
        ends.complete(IDENTIFY, "identifyOutcome", "reject", "identifyReason", "Dit doen we al.");

        mover.go();

        assertThat(version(moves, "feasibility")).isEqualTo(2);
        assertThat(version(moves, "innovation")).isEqualTo(2);
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(read(owner, progressOf("feasibility"))).contains("Verplaatst: 1 van 2").contains("Bleef op versie 1: 1")
                .contains(goesOn.number() + ": Wacht bij «Conclusie opstellen»: die stap is er in versie 2 niet.");
        assertThat(read(owner, progressOf("innovation"))).contains("Verplaatst: 2 van 3")
                .contains(ends.number() + ": Dit dossier is hier intussen klaar, of staat al op een andere versie.");
        assertThat(movesOf(goesOn)).hasSize(1);
        goesOn.complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible").isWaitingAt("UserTask_DecideByHead");
    }

    @Test
    void taskThatIsForSomeoneElseInTheOtherVersionGoesThere() throws Exception {
        Dossier dossier = walk.reported();
        engine.getTaskService().setAssignee(dossier.task(IDENTIFY).getId(), "head-of-innovation");
        Date due = dossier.task(IDENTIFY).getDueDate();
        putLive(text("processes/innovation.bpmn").replace("formRef=\"identify-opportunity\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"head-of-innovation\"",
                "formRef=\"identify-opportunity\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"management-team\""), "innovation.bpmn");
        assertThat(read(Visitor.loggedIn(port, "process-owner"), PAGE)).contains("«Kans verkennen» is daar voor iemand anders.");

        ask(PAGE, "which=all&to=2");
        mover.go();

        Task task = dossier.task(IDENTIFY);
        assertThat(task.getAssignee()).isNull();
        assertThat(task.getDueDate()).isEqualTo(due);
        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId())).extracting(IdentityLink::getGroupId)
                .containsExactly("management-team");
        dossier.complete(IDENTIFY, "identifyOutcome", "goOn").isWaitingAt("UserTask_AssessOpportunity");
    }

    @Test
    void onlyWhatIsTickedOrWaitsAtThatStepGoes() throws Exception {
        Dossier atStep = walk.reported();
        Dossier further = walk.identified();
        Dossier ticked = walk.reported();
        putLiveWithAQuestion();

        ask(PAGE, "which=ticked&to=2&place=" + IDENTIFY + "&instance=" + ticked.innovation().getId());
        mover.go();
        assertThat(List.of(version(atStep, "innovation"), version(further, "innovation"), version(ticked, "innovation"))).containsExactly(1, 1, 2);

        ask(PAGE, "which=all&to=2&place=" + IDENTIFY);
        mover.go();
        assertThat(List.of(version(atStep, "innovation"), version(further, "innovation"))).containsExactly(2, 1);
    }

    @Test
    void withoutAReasonOrHavingReadItNothingMoves() throws Exception {
        walk.reported();
        putLiveWithAQuestion();
        Visitor owner = Visitor.loggedIn(port, "process-owner");

        assertThat(sent(owner, PAGE, "which=all&seen=true&to=2&reason=n.v.t.")).contains("Schrijf bij 'Waarom?' een echte reden op.");
        assertThat(sent(owner, PAGE, "which=all&to=2&reason=" + encoded(REASON))).contains("Ik heb gelezen wat er meegaat en wat niet'").contains(REASON);
        assertThat(sent(owner, PAGE, "seen=true&to=2&reason=" + encoded(REASON))).contains("minstens één dossier");
        assertThat(moves.of("innovation", 9)).isEmpty();
    }

    @Test
    void whoDoesNotDeployReadsWhatItWouldDoAndMovesNothing() throws Exception {
        walk.reported();
        putLiveWithAQuestion();
        for (String reader : List.of("auditor", "head-of-innovation")) {
            Visitor visitor = Visitor.loggedIn(port, reader);
            assertThat(read(visitor, PAGE)).contains("Kans bekijken").doesNotContain("Waarom?");
            assertThat(visitor.send(PAGE, PAGE, "which=all&seen=true&to=2&reason=" + encoded(REASON)).statusCode()).isEqualTo(404);
        }
        Visitor employee = Visitor.loggedIn(port, "employee");
        assertThat(employee.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(employee.send("/", PAGE, "which=all&seen=true&to=2&reason=" + encoded(REASON)).statusCode()).isEqualTo(404);
        assertThat(moves.of("innovation", 9)).isEmpty();
    }

    @Test
    void lookingAtWhatWouldHappenChangesNothing() throws Exception {
        Dossier dossier = walk.reported();
        putLiveWithAQuestion();
        int entries = ledger.entries(dossier.number()).size();

        read(Visitor.loggedIn(port, "process-owner"), PAGE);

        assertThat(version(dossier, "innovation")).isEqualTo(1);
        assertThat(ledger.entries(dossier.number())).hasSize(entries);
    }

    @Test
    @OnPostgresToo
    void whatAStopCutOffGoesOnAfterwards() throws Exception {
        Dossier dossier = walk.reported();
        putLiveWithAQuestion();
        ask(PAGE, "which=all&to=2");
        MoveRepository.Waiting waiting = moves.waiting(1).get(0);
        transaction.executeWithoutResult(status -> {
            moves.take(waiting);
            changes.change(waiting.instance(), waiting.move().from(), waiting.move().to());
            status.setRollbackOnly();
        });
        assertThat(version(dossier, "innovation")).isEqualTo(1);

        mover.go();

        assertThat(version(dossier, "innovation")).isEqualTo(2);
        assertThat(onlyMoveOf(dossier).actor()).isEqualTo("process-owner");
    }

    @Test
    @OnPostgresToo
    void ofTwoThatMoveAtOnceEachDossierGoesOnce() throws Exception {
        List<Dossier> dossiers = Stream.generate(walk::reported).limit(6).toList();
        putLiveWithAQuestion();
        ask(PAGE, "which=all&to=2");
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(read(owner, PAGE)).as("what waits is not offered again").contains("loopt nu niets dat u kunt verplaatsen");

        Callable<Object> go = Executors.callable(mover::go);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Object> done : both.invokeAll(List.of(go, go))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }
        mover.go();

        assertThat(read(owner, progressOf("innovation"))).contains("Verplaatst: 6 van 6. Klaar.");
        assertThat(dossiers).allSatisfy(dossier -> onlyMoveOf(dossier));
    }

    @Test
    void anAdministratorWhoMovesPastThePageIsInTheChainOfTheDossierAndNobodyElseMay() throws Exception {
        Dossier atOnce = walk.reported();
        Dossier inABatch = walk.reported();
        putLiveWithAQuestion();

        for (String other : List.of("process-owner", "auditor", "head-of-innovation", "employee")) {
            for (String path : List.of("generate", "validate", "execute", "executeAsync")) {
                assertThat(rest(other, path, atOnce).statusCode()).as(other + " " + path).isEqualTo(403);
            }
        }
        assertThat(rest("admin", "execute", atOnce).statusCode()).isEqualTo(204);
        assertThat(rest("admin", "executeAsync", inABatch).statusCode()).isEqualTo(200);
        runBatch();

        for (Dossier dossier : List.of(atOnce, inABatch)) {
            assertThat(version(dossier, "innovation")).isEqualTo(2);
            assertThat(onlyMoveOf(dossier).actor()).isEqualTo("admin");
        }
    }

    private void runBatch() {
        for (int round = 0; round < 3; round++) {
            engine.getManagementService().createJobQuery().list().stream().filter(job -> job.getProcessInstanceId() == null
                    && job.getJobDefinitionId() != null).map(Job::getId).forEach(job -> {
                        if (engine.getManagementService().createJobQuery().jobId(job).count() > 0) {
                            engine.getManagementService().executeJob(job);
                        }
                    });
        }
    }

    private HttpResponse<String> rest(String user, String path, Dossier dossier) throws Exception {
        String plan = """
                {"sourceProcessDefinitionId": "%s", "targetProcessDefinitionId": "%s", "instructions": [
                {"sourceActivityIds": ["%s"], "targetActivityIds": ["%s"]}]}""".formatted(dossier.innovation().getProcessDefinitionId(),
                newest("innovation"), IDENTIFY, IDENTIFY);
        String body = path.startsWith("execute") ? "{\"migrationPlan\": %s, \"processInstanceIds\": [\"%s\"]}".formatted(plan,
                dossier.innovation().getId()) : plan;
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/migration/" + path))
                .header("Content-Type", "application/json").header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private String newest(String process) {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
    }

    private int version(Dossier dossier, String process) {
        return engine.getRepositoryService().getProcessDefinition(dossier.running(process).get(0).getProcessDefinitionId()).getVersion();
    }

    private List<Recorded> movesOf(Dossier dossier) {
        return ledger.entries(dossier.number()).stream().filter(entry -> Kind.MOVE.word().equals(entry.kind())).toList();
    }

    private Recorded onlyMoveOf(Dossier dossier) {
        assertThat(movesOf(dossier)).as(dossier.number()).hasSize(1);
        return movesOf(dossier).get(0);
    }

    private String progressOf(String process) {
        return MoveController.progress(moves.of(process, 1).get(0).id());
    }

    private void ask(String page, String form) throws Exception {
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(sent(owner, page, form + "&seen=true&reason=" + encoded(REASON))).contains("Tweespoor is bezig");
    }

    private static String sent(Visitor visitor, String page, String form) throws Exception {
        return Visitor.text(visitor.send(page, page, form).body());
    }

    private static String read(Visitor visitor, String page) throws Exception {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.text(answer.body());
    }

    /** The first task is called otherwise, and asks one thing more. */
    private void putLiveWithAQuestion() {
        String form = text("forms/innovation/identify-opportunity.form");
        int end = form.indexOf("\"components\": [") + "\"components\": [".length();
        putLive(engine.getRepositoryService().createDeployment().addString("innovation.bpmn", text("processes/innovation.bpmn")
                        .replace("name=\"Kans verkennen\"", "name=\"Kans bekijken\""))
                .addString("identify-opportunity.form", form.substring(0, end) + """
                        {"type": "textfield", "id": "Field_extra", "key": "extraRemark", "label": "Wat valt nog meer op?",
                        "validate": {"required": true, "maxLength": 200}},""" + form.substring(end)));
    }

    private void putLiveWithoutIdentify() {
        putLive(text("processes/innovation.bpmn").replace(IDENTIFY, "UserTask_LookAtOpportunity"), "innovation.bpmn");
    }

    private void putLive(String file, String name) {
        putLive(engine.getRepositoryService().createDeployment().addString(name, file));
    }

    /** Past the gate, joined with what belongs to it, and live at once. */
    private void putLive(DeploymentBuilder deployment) {
        walk.loginAsAdministrator();
        deployment.deploy();
        engine.getIdentityService().clearAuthentication();
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
