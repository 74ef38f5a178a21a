package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.tweespoor.engine.DossierValues;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Anyone asks or warns, on what runs and concerns them, and hears back. */
@EngineTest
class RaisePointTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    LedgerReader ledger;

    @AfterEach
    void logout() {
        engine.getIdentityService().clearAuthentication();
    }

    @Keeps("anyone-is-answered")
    @Test
    @OnPostgresToo
    void aQuestionOfTheFloorGoesToTheProjectLeadAndTheAnswerComesBack() {
        Dossier dossier = walk.rollingOutIn("team-zonnehof");
        engine.getIdentityService().createMembership("it", "team-zonnehof");
        try {
            Task choose = asked("it");
            assertThat(options(choose)).contains(dossier.number(), "(Zonnehof (revalidatie))");
            send("it", choose, dossier);
        } finally {
            engine.getIdentityService().deleteMembership("it", "team-zonnehof");
        }

        assertThat(dossier.task("UserTask_HandleOpenPoint")).isAssignedTo("project-lead");
        dossier.complete("UserTask_HandleOpenPoint", "pointOutcome", "done", "pointReason", "De digicoach leert het hun.");
        assertThat(dossier.task("UserTask_ReadPointAnswer")).isAssignedTo("it");
    }

    @Test
    void beforeTheHandOverTheHeadOfInnovationAnswers() {
        Dossier dossier = walk.reported();

        send("employee", asked("employee"), dossier);

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("head-of-innovation");
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_HandleOpenPoint").getId()))
                .containsEntry("pointText", "Wie leert het de invalkrachten?").containsEntry("dossierNumber", dossier.number());
    }

    @Test
    void beforeAProjectLeadIsChosenTheHeadOfImplementationAnswers() {
        Dossier dossier = walk.accepted();

        send("employee", asked("employee"), dossier);

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("head-of-implementation");
    }

    /** What is open stays open with the hand-over: the same task, and on the forms of Implementation. */
    @Test
    void whatIsOpenGoesAlongWithTheHandOver() {
        Dossier dossier = walk.decided();
        send("employee", asked("employee"), dossier);
        dossier.complete("UserTask_PrepareHandOver").isWaitingAt("UserTask_HandleOpenPoint");

        assertThat(dossier.shownAt("UserTask_ReviewHandOver", "openPoints")).contains("Wie leert het de invalkrachten?");
    }

    @Keeps("points-end-with-a-closed-dossier")
    @Test
    void whatIsOpenEndsWithARejectedOpportunityAndTheRaiserHears() {
        Dossier dossier = walk.reported();
        send("employee", asked("employee"), dossier);
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason", "Dit bestaat al.");

        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_ReadPointAnswer").getId()))
                .containsEntry("pointState", "stopped").containsEntry("pointDecisionReason", "Dit bestaat al.");
    }

    @Test
    void whatIsOpenEndsWithAnOpportunityThatDoesNotGoOn() {
        Dossier dossier = walk.feasible();
        send("employee", asked("employee"), dossier);
        dossier.complete("UserTask_DecideByHead", "continuationOutcome", "stop", "continuationReason", "Er is geen geld.");

        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_ReadPointAnswer").getId()))
                .containsEntry("pointState", "stopped").containsEntry("pointDecisionReason", "Er is geen geld.");
    }

    @Keeps("points-go-along-when-joined")
    @Test
    void whatIsOpenGoesAlongWhenAnOpportunityIsJoined() {
        Dossier other = walk.reported();
        Dossier dossier = walk.reported();
        send("employee", asked("employee"), dossier);
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join", "joinedDossier", other.number());

        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_ReadPointAnswer").getId()))
                .containsEntry("pointState", "moved").containsEntry("pointDecisionReason", "Dit punt gaat verder in dossier " + other.number() + ".");
        assertThat(engine.getTaskService().getVariables(other.task("UserTask_HandleOpenPoint").getId()))
                .containsEntry("pointText", "Wie leert het de invalkrachten?").containsEntry("dossierNumber", other.number());
        other.complete("UserTask_HandleOpenPoint", "pointOutcome", "done");
        assertThat(other.task("UserTask_ReadPointAnswer")).isAssignedTo("employee");
    }

    /** Who erases finds what was told before its dossier was chosen. */
    @Test
    void aPointSaysUnderWhichNumberItWasTold() {
        Dossier dossier = walk.reported();
        Task choose = asked("employee");
        String number = (String) engine.getTaskService().getVariable(choose.getId(), "dossierNumber");
        send("employee", choose, dossier);

        assertThat(number).startsWith("P-");
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_HandleOpenPoint").getId())).containsEntry("raisedAs", number);
        Recorded told = ledger.entries(number).stream().filter(entry -> entry.values().containsKey("pointText")).findFirst().orElseThrow();
        walk.erasureRequestedBy("privacy-quality", number, told.sequence(), "pointText").complete("UserTask_DecideErasure", "erasureOutcome", "erase");
        assertThat(ledger.entries(number)).noneMatch(entry -> entry.values().containsKey("pointText"));
        assertThat(engine.getTaskService().getVariables(dossier.task("UserTask_HandleOpenPoint").getId())).as("by the same request")
                .containsEntry("pointText", DossierValues.ERASED);
    }

    @Test
    void aDossierThatDoesNotConcernSomeoneIsNotOffered() {
        Dossier dossier = walk.reported();

        Task choose = asked("hr");
        assertThat(options(choose)).isEqualTo("[]");
        assertThatThrownBy(() -> send("hr", choose, dossier)).hasMessageContaining("Kies uit de lijst");
        submit("hr", choose, Map.of("pointChoice", "withdraw"));
        assertThat(dossier.tasks("UserTask_HandleOpenPoint")).isEmpty();
        assertThat(passed("EndEvent_PointNotSent")).isOne();
    }

    @Test
    void nobodyElseChoosesTheDossier() {
        Dossier dossier = walk.reported();
        Task choose = asked("employee");

        assertThatThrownBy(() -> send("board", choose, dossier)).hasMessageContaining("TASK_WORK");
    }

    @Test
    void whatIsOverMeanwhileTakesNothing() {
        Dossier dossier = walk.reported();
        Task choose = asked("employee");
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject");

        assertThatThrownBy(() -> send("employee", choose, dossier)).hasStackTraceContaining("loopt niet meer");
    }

    @Test
    @OnPostgresToo
    void whatNobodyChoosesADossierForEndsByItself() {
        walk.reported();
        asked("employee");
        engine.getIdentityService().clearAuthentication();
        Job job = engine.getManagementService().createJobQuery().activityId("BoundaryEvent_DossierNotChosen").singleResult();
        ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(job.getId());

        assertThat(passed("EndEvent_PointNotSent")).isOne();
    }

    private long passed(String end) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().activityId(end).finished().count();
    }

    private Task asked(String user) {
        login(user);
        String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("raise-point").latestVersion()
                .singleResult().getId();
        String instance = engine.getFormService().submitStartForm(definition, Map.of("pointKind", "question",
                "pointText", "Wie leert het de invalkrachten?")).getId();
        Task choose = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
        engine.getIdentityService().clearAuthentication();
        assertThat(choose).isAssignedTo(user);
        return choose;
    }

    private String options(Task choose) {
        return engine.getTaskService().getVariable(choose.getId(), "dossierOptions").toString();
    }

    private void send(String user, Task choose, Dossier dossier) {
        submit(user, choose, Map.of("pointChoice", "send", "aboutDossier", dossier.number()));
    }

    private void submit(String user, Task choose, Map<String, Object> answers) {
        login(user);
        try {
            engine.getFormService().submitTaskForm(choose.getId(), answers);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void login(String user) {
        engine.getIdentityService().setAuthentication(user, List.of(user));
    }
}
