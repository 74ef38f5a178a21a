package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.HttpTest;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Deploying as Camunda Modeler does: through the gate, and joined with what is live. */
@HttpTest
class DeployingTest {

    private static final Map<String, String> AS_MODELER = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty");

    @LocalServerPort
    int port;
    @Autowired
    RepositoryService repository;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> before = new LinkedHashSet<>();

    @BeforeEach
    void rememberWhatIsLive() {
        repository.createDeploymentQuery().list().forEach(deployment -> before.add(deployment.getId()));
    }

    @AfterEach
    void takeBackWhatWasDeployed() {
        newDeployments().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void modelThatComesAloneFindsItsForms() throws Exception {
        HttpResponse<String> answer = deploy(AS_MODELER, file("innovation.bpmn", "Past de kans bij de strategie?", "Past deze kans bij de strategie?"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ProcessDefinition innovation = newest("innovation");
        assertThat(repository.getDeploymentResourceNames(innovation.getDeploymentId())).anyMatch(name -> name.endsWith("report-opportunity.form"))
                .anyMatch(name -> name.endsWith("selection.bpmn")).anyMatch(name -> name.endsWith("mandate.dmn"));
        HttpResponse<String> form = get("/engine-rest/process-definition/key/innovation/deployed-start-form", Map.of());
        assertThat(form.body()).contains("report-opportunity");
    }

    @Test
    void formThatComesAloneTakesEffect() throws Exception {
        HttpResponse<String> answer = deploy(AS_MODELER, file("report-opportunity.form", "\"## Kans melden", "\"## Kans melden "));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(newDeployments()).hasSize(1);
        assertThat(get("/engine-rest/process-definition/key/innovation/deployed-start-form", Map.of()).body()).contains("## Kans melden ");
    }

    @Test
    void nothingOfARefusedDeploymentIsStored() throws Exception {
        HttpResponse<String> answer = deploy(AS_MODELER, file("innovation.bpmn", "name=\"Kans verkennen\"", ""),
                file("periods.dmn", "\"P14D\"", "\"14 dagen\""));

        assertThat(answer.statusCode()).isEqualTo(400);
        String message = new ObjectMapper().readTree(answer.body()).path("message").asText();
        assertThat(message).startsWith("Er is niets live gezet.").contains("– innovation.bpmn").contains("– periods.dmn, «decide-erasure»: '14 dagen' is geen termijn");
        assertThat(newDeployments()).isEmpty();
    }

    @Test
    void modelThatStandsByItselfOnlyHasToWork() throws Exception {
        String model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <process id="of-others" isExecutable="true" camunda:historyTimeToLive="5">
                    <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="t"/><userTask id="t"/>
                    <sequenceFlow id="b" sourceRef="t" targetRef="w"/>
                    <intermediateCatchEvent id="w"><timerEventDefinition><timeDuration xsi:type="tFormalExpression" language="x">PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>
                  </process>
                </definitions>""";

        HttpResponse<String> answer = deploy(Map.of(), new DeployedResource("of-others.bpmn", model.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(repository.getDeploymentResourceNames(newDeployments().get(0).getId())).containsExactly("of-others.bpmn");
    }

    @Test
    void whatTheEngineWouldRefuseIsSaidInDutch() throws Exception {
        String model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><process id="of-others" name="Van anderen" isExecutable="true">
                <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="e"/><endEvent id="e"/></process></definitions>""";

        HttpResponse<String> answer = deploy(AS_MODELER, new DeployedResource("of-others.bpmn", model.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("of-others.bpmn, «Van anderen»: er staat niet hoe lang de historie blijft.").doesNotContain("ENGINE");
    }

    @Test
    void modelerIsHeardAndAnotherSiteIsNot() throws Exception {
        assertThat(get("/engine-rest/deployment?maxResults=0", AS_MODELER).statusCode()).isEqualTo(200);
        assertThat(get("/engine-rest/version", AS_MODELER).statusCode()).isEqualTo(200);
        assertThat(get("/engine-rest/task", AS_MODELER).statusCode()).isEqualTo(403);
        for (Map<String, String> page : List.of(
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "cors", "Origin", "https://elders.example"),
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"),
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"),
                Map.of("Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "no-cors"))) {
            assertThat(get("/engine-rest/deployment?maxResults=0", page).statusCode()).as("%s", page).isEqualTo(403);
            assertThat(deploy(page, file("report-opportunity.form", "Kans", "Kans")).statusCode()).as("%s", page).isEqualTo(403);
        }
    }

    private List<Deployment> newDeployments() {
        return repository.createDeploymentQuery().list().stream().filter(deployment -> !before.contains(deployment.getId())).toList();
    }

    private ProcessDefinition newest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
    }

    private static DeployedResource file(String name, String from, String to) {
        DeployedResource file = GateTest.files().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        String text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return new DeployedResource(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> deploy(Map<String, String> headers, DeployedResource... files) throws Exception {
        StringBuilder body = new StringBuilder();
        Map.of("deployment-name", "test", "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true")
                .forEach((name, value) -> body.append("--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        for (DeployedResource file : files) {
            body.append("--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n".formatted(file.name(), file.name(),
                    new String(file.content(), StandardCharsets.UTF_8)));
        }
        HttpRequest.Builder request = to("/engine-rest/deployment/create", headers).header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--x--\r\n"));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
        return http.send(to(path, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)));
        headers.forEach(request::header);
        return request;
    }
}
