package nl.tweespoor.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An answer is for the one who reported, and a name that was kept back is for nobody else. */
@EngineTest
@OnPostgresToo
class PersonalAnswerTest {

    private static final String REASON = "Alleen voor wie het meldde";
    private static final String COLLEAGUE = "employee-colleague";
    private static final String OF_HR = "only-of-hr";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void twoOfAGroupAndOneOfAnother() {
        account(COLLEAGUE, "employee");
        account(OF_HR, "hr");
    }

    @AfterEach
    void tidyUp() {
        engine.getIdentityService().clearAuthentication();
        List.of(COLLEAGUE, OF_HR).forEach(engine.getIdentityService()::deleteUser);
    }

    private void account(String id, String group) {
        User user = engine.getIdentityService().newUser(id);
        user.setFirstName("Voornaam van " + id);
        user.setPassword(id);
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership(id, group);
    }

    private static Dossier rejected(Dossier reported) {
        return reported.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason", REASON);
    }

    private HttpResponse<String> asks(String user, String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"task/{id}", "task/{id}/form", "task/{id}/deployed-form", "task/{id}/form-variables", "task/{id}/rendered-form",
            "task/{id}/variables", "task/{id}/variables/answerReason", "task/{id}/localVariables", "task/{id}/identity-links",
            "task/{id}/comment"})
    void colleaguesAreToldThatThereIsNoSuchTask(String address) throws Exception {
        String task = rejected(walk.reported()).task("UserTask_ReadAnswer").getId();
        for (String colleague : List.of(COLLEAGUE, OF_HR, "head-of-innovation", "board")) {
            HttpResponse<String> answer = asks(colleague, "GET", address.replace("{id}", task), null);
            assertThat(answer.statusCode()).as(colleague + " " + address + " " + answer.body()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(REASON);
        }
    }

    @Test
    void colleaguesFindNothingOfItInAnyList() throws Exception {
        Dossier dossier = rejected(walk.reported());
        Task task = dossier.task("UserTask_ReadAnswer");
        for (String colleague : List.of(COLLEAGUE, OF_HR)) {
            for (String list : List.of("task/count?taskId=" + task.getId(), "task/count?candidateGroup=employee&includeAssignedTasks=true",
                    "variable-instance/count?variableName=answerReason", "history/task/count?taskId=" + task.getId(),
                    "history/variable-instance/count?variableName=answerReason", "history/detail/count",
                    "history/user-operation/count?taskId=" + task.getId(), "history/identity-link-log/count?taskId=" + task.getId(),
                    "history/process-instance/count?processInstanceId=" + task.getProcessInstanceId(),
                    "execution/count?processInstanceId=" + task.getProcessInstanceId())) {
                HttpResponse<String> answer = asks(colleague, "GET", list, null);
                assertThat(answer.body()).as(colleague + " " + list).contains("\"count\":0");
            }
        }
        assertThat(asks("employee", "GET", "task/count?taskId=" + task.getId(), null).body()).contains("\"count\":1");
    }

    @Test
    void itGoesToNobodyElseHoweverThatIsTried() throws Exception {
        String task = rejected(walk.reported()).task("UserTask_ReadAnswer").getId();
        String colleague = "{\"userId\":\"" + COLLEAGUE + "\"}";
        String link = "{\"userId\":\"" + COLLEAGUE + "\",\"type\":\"candidate\"}";
        for (String user : List.of(COLLEAGUE, "employee", "admin")) {
            for (Map.Entry<String, String> deed : Map.of("claim", colleague, "assignee", colleague, "delegate", colleague,
                    "identity-links", link, "unclaim", "{}").entrySet()) {
                HttpResponse<String> answer = asks(user, "POST", "task/" + task + "/" + deed.getKey(), deed.getValue());
                assertThat(answer.statusCode()).as(user + " " + deed.getKey() + " " + answer.body()).isGreaterThanOrEqualTo(400);
            }
        }
        for (String deed : List.of("complete", "submit-form")) {
            assertThat(asks(COLLEAGUE, "POST", "task/" + task + "/" + deed, "{}").statusCode()).isGreaterThanOrEqualTo(400);
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("employee");
        assertThat(engine.getTaskService().getIdentityLinksForTask(task)).extracting("userId").containsExactly("employee");
    }

    @Test
    void reporterWhoIsNoEmployeeReadsAndCompletesIt() throws Exception {
        Dossier dossier = rejected(walk.reportedBy(OF_HR));
        String task = dossier.task("UserTask_ReadAnswer").getId();
        assertThat(asks(OF_HR, "GET", "task/" + task + "/form-variables", null).body()).contains(REASON);
        assertThat(asks("employee", "GET", "task/" + task, null).statusCode()).isEqualTo(404);
        assertThat(asks(OF_HR, "POST", "task/" + task + "/submit-form", "{\"variables\":{\"answerReaction\":{\"value\":\"Dank u\"}}}")
                .statusCode()).isEqualTo(204);
        dossier.endedAt("EndEvent_AnswerRead");
    }

    @Test
    void whoNoLongerHasAnAccountGetsNothingAndItEnds() {
        Dossier dossier = walk.reportedBy(OF_HR);
        engine.getIdentityService().deleteUser(OF_HR);
        rejected(dossier).endedAt("EndEvent_ReporterGone");
        assertThat(dossier.tasks("UserTask_ReadAnswer")).isEmpty();
    }

    @Test
    void everyReporterOfAJoinedDossierGetsOneAndReadsOnlyTheirOwnReaction() {
        Dossier dossier = walk.reported();
        walk.reportedBy(OF_HR).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join", "joinedDossier", dossier.number());
        rejected(dossier);
        List<Task> answers = dossier.tasks("UserTask_ReadAnswer");
        assertThat(answers).extracting(Task::getAssignee).containsExactlyInAnyOrder("employee", OF_HR);
        Task first = answers.stream().filter(task -> task.getAssignee().equals("employee")).findFirst().orElseThrow();
        dossier.complete(first, "employee", "answerReaction", "Jammer van mij");
        Task other = dossier.task("UserTask_ReadAnswer");
        assertThat(engine.getTaskService().getVariables(other.getId()).toString()).doesNotContain("Jammer van mij");
        dossier.complete("UserTask_ReadAnswer").endedAt("EndEvent_AnswerGiven");
    }

    // A name that was kept back

    @Test
    void nameThatWasKeptBackStandsNowhere() throws Exception {
        Dossier dossier = walk.reportedBy(OF_HR, "reporterShown", "colleague");
        String task = dossier.task("UserTask_IdentifyOpportunity").getId();
        for (String reads : List.of("task/" + task + "/variables", "task/" + task + "/form-variables")) {
            assertThat(asks("head-of-innovation", "GET", reads, null).body()).contains("problem").doesNotContain(OF_HR);
        }
        assertThat(asks("head-of-innovation", "GET", "task/" + task + "/form-variables", null).body()).contains("een collega");
        dossier.complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        Visitor.loggedIn(port, OF_HR).get("/dossiers/" + dossier.number());
        Visitor board = Visitor.loggedIn(port, "board");
        for (String page : List.of("/dossiers/" + dossier.number(), "/dossiers/" + dossier.number() + "/gelezen",
                "/dossiers/" + dossier.number() + "/gelezen.csv", "/register?dossier=" + dossier.number(),
                "/register/export.csv", "/register/export.xes")) {
            HttpResponse<String> read = board.get(page);
            assertThat(read.statusCode()).as(page).isEqualTo(200);
            assertThat(read.body()).as(page).doesNotContain(OF_HR).doesNotContain("Wie mag lezen");
        }
        assertThat(Visitor.text(board.get("/dossiers/" + dossier.number()).body())).contains("Gemeld door Een collega");
        assertThat(Visitor.text(board.get("/dossiers/" + dossier.number() + "/gelezen").body())).contains("Een collega");
        assertThat(Visitor.text(Visitor.loggedIn(port, "auditor").get("/dossiers/" + dossier.number() + "/gelezen").body())).contains(OF_HR);
    }

    @Test
    void whoWantsToIsReadByName() throws Exception {
        Dossier dossier = walk.reportedBy(OF_HR, "reporterShown", "name");
        walk.reported("reporterShown", "colleague").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", dossier.number());
        assertThat(Visitor.text(Visitor.loggedIn(port, "board").get("/dossiers/" + dossier.number()).body()))
                .contains("Gemeld door Voornaam van " + OF_HR + " en een collega");
    }

    @Test
    void whoHandsATaskAroundDoesNotLearnWhoReported() {
        engine.getIdentityService().createMembership(OF_HR, "board");
        Dossier dossier = walk.reportedBy(OF_HR).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn")
                .assess("selectionGround", "none").complete("UserTask_SelectOpportunity", "selectionOutcome", "select");
        Task task = dossier.task("UserTask_ConfirmByBoard");
        walk.login("board");
        engine.getTaskService().setAssignee(task.getId(), OF_HR);
        engine.getIdentityService().clearAuthentication();
        assertThatThrownBy(() -> dossier.complete(task, OF_HR, "confirmationOutcome", "agree")).hasStackTraceContaining("niet alleen over");
    }
}
