package nl.tweespoor.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
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

        assertThat(dossier.task("UserTask_HandleOpenPoint")).hasCandidateGroup("project-lead");
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
