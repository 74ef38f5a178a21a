package nl.tweespoor.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import nl.tweespoor.walk.HttpTest;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every operation that Camunda documents of its REST API, also those that nobody here thought of. */
@HttpTest
class EveryEndpointTest {

    private static final List<Operation> OPERATIONS = new ArrayList<>();

    @LocalServerPort
    int port;
    final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void readWhatCamundaDocuments() throws IOException {
        JsonNode api = new ObjectMapper().readTree(EveryEndpointTest.class.getResourceAsStream("/openapi.json"));
        api.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation ->
                OPERATIONS.add(new Operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()
                        .replaceAll("\\{[^}]*[kK]ey\\}", "innovation").replaceAll("\\{[^}]+\\}", "nothing"),
                        operation.getValue().path("requestBody").path("content").has("application/json")))));
        assertThat(OPERATIONS).hasSizeGreaterThan(350);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default"})
    void strangersComeInNowhere(String api) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            all.assertThat(call(operation, api, null).statusCode()).as(operation.toString()).isIn(401, 403);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee", "head-of-innovation", "process-owner", "auditor"})
    void nothingBreaksAndNoAnswerShowsTheInside(String group) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            HttpResponse<String> answer = call(operation, "/engine-rest", group);
            all.assertThat(answer.statusCode()).as(operation.toString()).isLessThan(500);
            if (answer.statusCode() >= 400 && !answer.body().isEmpty()) {
                all.assertThat(answer.body()).as(operation.toString()).contains("\"message\"")
                        .doesNotContain("Exception:", "\tat ", "org.camunda", "java.lang");
            }
        }
        all.assertAll();
    }

    @Test
    void auditorWritesNothing() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Operation operation : OPERATIONS) {
            if (operation.writes()) {
                all.assertThat(call(operation, "/engine-rest", "auditor").statusCode()).as(operation.toString())
                        .isBetween(400, 499);
            }
        }
        all.assertAll();
    }

    private HttpResponse<String> call(Operation operation, String api, String user) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + api + operation.path()))
                .method(operation.method(), operation.takesJson() ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (operation.takesJson()) {
            request.header("Content-Type", "application/json");
        }
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private record Operation(String method, String path, boolean takesJson) {

        /** A question may be posted: a search, or the report of what a batch would do. */
        boolean writes() {
            return List.of("PUT", "DELETE").contains(method) || "POST".equals(method) && path.matches(
                    ".*/(create|start|submit-form|complete|claim|unclaim|resolve|delegate|assignee|modification|restart"
                            + "|restart-async|delete|suspended|retries|execute|execute-async|executeAsync|variables|signal"
                            + "|message|migration/execute|fetchAndLock|correlate-all|redeploy|evaluate|condition|cleanup"
                            + "|bpmnError|bpmnEscalation|failure|unlock|set-removal-time|variables-async|data)");
        }
    }
}
