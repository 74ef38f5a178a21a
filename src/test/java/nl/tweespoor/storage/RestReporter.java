package nl.tweespoor.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reports opportunities over REST as the demo account of an employee, explores them as that of a head, and looks up as
 * administrator what became of them.
 */
class RestReporter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = "head-of-innovation";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    RestReporter(int port) {
        this.port = port;
    }

    HttpResponse<String> report(String title) throws IOException, InterruptedException {
        return submit("employee", "/engine-rest/process-definition/key/innovation/submit-form", Map.of("title", title,
                "problem", "Rondes wekken mensen.", "forWhom", "Bewoners", "source", "workFloor"));
    }

    /** The first task of a dossier. */
    String taskOf(String dossier) throws IOException, InterruptedException {
        return JSON.readTree(http.send(request("/engine-rest/task?processInstanceId=" + dossier, HEAD).build(),
                BodyHandlers.ofString()).body()).get(0).get("id").asText();
    }

    HttpResponse<String> explore(String task) throws IOException, InterruptedException {
        return complete(HEAD, task, Map.of("whoHasProblem", "De nachtdienst",
                "whatExists", "Bij \"De Linde\":\n\tsensoren \\ bedmatten, € 12,50 😀", "whoToInvolve", "ICT", "identifyOutcome", "goOn",
                "identifyReason", "Gevraagd bij taak " + task, "theme", "sensing"));
    }

    HttpResponse<String> complete(String account, String task, Map<String, Object> answers) throws IOException, InterruptedException {
        return submit(account, "/engine-rest/task/" + task + "/submit-form", answers);
    }

    private HttpResponse<String> submit(String account, String path, Map<String, ?> answers) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("variables", answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Map.of("value", answer.getValue())))));
        return http.send(request(path, account)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    static String dossierOf(HttpResponse<String> acknowledged) throws IOException {
        return JSON.readTree(acknowledged.body()).get("id").asText();
    }

    boolean isStored(String dossier) throws IOException, InterruptedException {
        return http.send(request("/engine-rest/history/process-instance/" + dossier, "admin").build(),
                BodyHandlers.discarding()).statusCode() == 200;
    }

    /** As a stranger, such as a monitor. */
    HttpResponse<String> health() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address("/actuator/health")).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String account) {
        return HttpRequest.newBuilder(address(path)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString((account + ":" + account).getBytes()));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
