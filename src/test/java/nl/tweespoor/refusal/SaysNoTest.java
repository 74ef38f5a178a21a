package nl.tweespoor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.assertj.core.api.AbstractObjectAssert;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a caller of the REST API reads when the answer is no, and what the administrator finds in the log. */
@EngineTest
@ExtendWith(OutputCaptureExtension.class)
class SaysNoTest {

    private static final String NO_SUCH_TASK =
            "Deze taak is er niet (meer). Misschien heeft een collega haar al afgerond. Ververs uw lijst.";

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @LocalServerPort
    int port;
    Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    // Our own rules

    @Test
    void rulesOfTheHouseSayWhatToDo() {
        String task = walk.reported().task("UserTask_IdentifyOpportunity").getId();
        for (String way : List.of("complete", "submit-form")) {
            assertNo(caller.post("head-of-innovation", "/engine-rest/task/" + task + "/" + way, "{}"), 400)
                    .satisfies(answer -> assertThat(answer.sentence()).contains("Vul nog in: "));
        }
        assertNo(caller.post("admin", "/engine-rest/process-definition/key/feasibility/start", "{}"), 403,
                "Dit deelproces begint alleen vanuit een dossier.");
    }

    @Test
    void whoMayNotDoATaskReadsWhy() {
        Dossier dossier = walk.handedOver();
        String task = dossier.task("UserTask_ReviewHandOver").getId();
        assertNo(caller.post("admin", "/engine-rest/task/" + task + "/claim", "{\"userId\":\"head-of-innovation\"}"), 403)
                .satisfies(answer -> assertThat(answer.sentence()).startsWith("Deze taak is voor Hoofd Implementatie."));
    }

    // The engine's rules

    @ParameterizedTest
    @CsvSource({"POST,complete,{}", "POST,submit-form,{}", "POST,resolve,{}", "POST,claim,{\"userId\":\"board\"}",
            "POST,unclaim,{}", "POST,assignee,{\"userId\":\"board\"}", "POST,delegate,{\"userId\":\"board\"}", "GET,form,",
            "GET,deployed-form,", "GET,form-variables,", "GET,variables,", "GET,'',"})
    void taskThatIsGoneIsNotFound(String method, String way, String body) {
        assertNo(caller.send("admin", method, "/engine-rest/task/no-such-task" + (way.isEmpty() ? "" : "/" + way), body,
                "application/json"), 404, NO_SUCH_TASK);
    }

    @Test
    void taskOfAColleagueIsTaken() {
        String task = "/engine-rest/task/" + walk.reported().task("UserTask_IdentifyOpportunity").getId();
        assertThat(caller.post("admin", task + "/claim", "{\"userId\":\"head-of-innovation\"}").status()).isEqualTo(204);
        assertNo(caller.post("admin", task + "/claim", "{\"userId\":\"board\"}"), 409,
                "Een collega heeft deze taak al op zich genomen. Ververs uw lijst.");
    }

    @Test
    void dossierThatStandsStillSaysSo() {
        Dossier dossier = walk.reported();
        engine.getRuntimeService().suspendProcessInstanceById(dossier.innovation().getId());
        assertNo(caller.post("head-of-innovation",
                "/engine-rest/task/" + dossier.task("UserTask_IdentifyOpportunity").getId() + "/complete",
                Caller.variables(Map.of("whoHasProblem", "De nachtdienst", "whatExists", "Niets", "whoToInvolve", "ICT",
                        "identifyOutcome", "goOn", "identifyReason", "Het speelt overal.", "theme", "sensing"))), 409)
                .satisfies(answer -> assertThat(answer.sentence()).startsWith("Dit staat nu stil"));
    }

    @Test
    void nameThatExistsIsAConflict() {
        assertNo(caller.post("admin", "/engine-rest/user/create", """
                {"profile":{"id":"board","firstName":"B","lastName":"B"},"credentials":{"password":"geheim-woord"}}"""), 409);
    }

    // What can't be read

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/task/TASK/complete | {", "/task/TASK/complete | null", "/task/TASK/complete | []",
            "/task/TASK/complete | {\"variables\":[]}", "/task/TASK/complete | {\"variables\":{\"a\":null}}",
            "/task/TASK/complete | {\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Integer\"}}}",
            "/task/TASK/complete | {\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"Nope\"}}}",
            "/task/TASK/submit-form | {\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"File\"}}}",
            "/task | {\"sorting\":3}", "/task | {\"orQueries\":[null]}", "/task | {\"dueDate\":\"x\"}",
            "/message | {}", "/migration/execute | {}", "/decision-definition/key/mandate/evaluate | null"})
    void questionThatCannotBeReadIsBad(String path, String body) {
        String task = walk.reported().task("UserTask_IdentifyOpportunity").getId();
        assertNo(caller.post("admin", "/engine-rest" + path.replace("TASK", task), body), 400)
                .satisfies(answer -> assertThat(answer.sentence()).startsWith("De vraag is niet goed opgebouwd."));
    }

    @Test
    void hintSaysWhereToLookWithoutNamingClasses() {
        assertThat(caller.post("admin", "/engine-rest/task", "{\"sorting\":3}").sentence()).endsWith("(bij 'sorting')");
        assertThat(caller.get("admin", "/engine-rest/task?maxPriority=x").sentence())
                .contains("'maxPriority'").endsWith("to java type Integer)");
    }

    @Test
    void addressMethodAndFormAreAnsweredByTheirStatus() {
        assertNo(caller.get("admin", "/engine-rest/nope"), 404);
        assertNo(caller.send("admin", "DELETE", "/engine-rest/task", null, "application/json"), 405);
        assertNo(caller.send("admin", "GET", "/engine-rest/task", null, "image/png"), 406);
        assertNo(caller.get("admin", "/engine-rest/process-definition/key/nope"), 404);
        assertNo(caller.get("admin", "/engine-rest/engine/%00"), 400);
    }

    @Test
    void strangerIsNotLedIn() {
        assertNo(caller.get(null, "/engine-rest/task"), 401, "Log in om verder te gaan.");
        assertNo(caller.get(null, "/camunda/api/engine/engine/default/task"), 401);
        assertNo(caller.post(null, "/camunda/api/engine/engine/default/task/no-such-task/complete", "{}"), 401);
    }

    @Test
    void peopleGetAPage() {
        Caller.Answer page = caller.send(null, "POST", "/favicon.svg", "", "text/html");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.type()).startsWith("text/html");
        assertThat(page.body()).contains("lang=\"nl\"", "Dit mag u niet doen of zien.", "Naar mijn werk");
    }

    // The log

    @Test
    void logTellsWhoAskedWhatFromWhereAndWhatTheyRead(CapturedOutput log) {
        String path = "/engine-rest/task/" + walk.reported().task("UserTask_IdentifyOpportunity").getId() + "/complete";
        int before = log.getAll().length();
        Caller.Answer no = caller.post("head-of-innovation", path, "{\"variables\":{\"identifyReason\":{\"value\":\"vertrouwelijk\"}}}");
        assertThat(log.getAll().substring(before).strip().lines()).singleElement().asString()
                .contains(" WARN ").endsWith("Geweigerd: POST " + path + " door head-of-innovation van 127.0.0.1: 400 " + no.sentence());
    }

    @Test
    void logHoldsNothingThatWasSent(CapturedOutput log) {
        int before = log.getAll().length();
        caller.post("admin", "/engine-rest/task/x%0A2026-01-01%20ERROR%20vals/complete", "{}");
        caller.get("admin", "/engine-rest/task?maxPriority=vertrouwelijk");
        caller.post("admin", "/engine-rest/user/create", "{\"profile\":{\"id\":\"board\"},\"credentials\":{\"password\":\"vertrouwelijk\"}}");
        assertThat(log.getAll().substring(before)).doesNotContain("vertrouwelijk");
        assertThat(log.getAll().substring(before).lines().filter(line -> line.contains("Geweigerd"))).hasSize(3);
        assertThat(log.getAll().substring(before).lines()).noneMatch(line -> line.startsWith("2026-01-01"));
    }

    @Test
    void ourOwnFaultHasANumberThatIsInTheLogWithWhatHappened(CapturedOutput log) {
        String broken = engine.getRepositoryService().createDeployment().addModelInstance("broken.bpmn",
                Bpmn.createExecutableProcess("broken").camundaHistoryTimeToLiveString("P1D").startEvent()
                        .serviceTask().camundaExpression("${noSuchBean.secret}").endEvent().done()).deploy().getId();
        try {
            Caller.Answer no = caller.post("admin", "/engine-rest/process-definition/key/broken/start", "{}");
            assertNo(no, 500);
            assertThat(no.body()).doesNotContain("noSuchBean", "secret");
            Matcher number = Pattern.compile("nummer: (\\w{8})\\.").matcher(no.sentence());
            assertThat(number.find()).isTrue();
            assertThat(log.getAll()).contains("Fout " + number.group(1) + ": POST", "noSuchBean", "\tat org.camunda.bpm");
        } finally {
            engine.getRepositoryService().deleteDeployment(broken, true);
        }
    }

    private static AbstractObjectAssert<?, Caller.Answer> assertNo(Caller.Answer answer, int status, String sentence) {
        return assertNo(answer, status).satisfies(no -> assertThat(no.sentence()).isEqualTo(sentence));
    }

    /** Camunda's shape, and no word of what is inside. */
    private static AbstractObjectAssert<?, Caller.Answer> assertNo(Caller.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/json");
        assertThat(answer.json().has("type")).isTrue();
        assertThat(answer.json().has("code")).isTrue();
        assertThat(answer.sentence()).isNotBlank();
        assertThat(answer.body()).doesNotContain("ENGINE-", "Exception:", "org.camunda", "java.", "nl.tweespoor", "\tat ");
        return assertThat(answer);
    }
}
