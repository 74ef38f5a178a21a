package nl.tweespoor.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.tweespoor.walk.HttpTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lists as Tasklist and scripts ask for them, for who has no task in any group: empty, and no error. */
@HttpTest
class FiltersThroughHttpTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String NEWCOMER = "newcomer";

    @LocalServerPort
    int port;
    @Autowired
    ProcessEngine engine;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient script = HttpClient.newHttpClient();
    private String task;

    @BeforeEach
    void someoneWithoutGroupAndSomethingToDoForOthers() {
        var user = engine.getIdentityService().newUser(NEWCOMER);
        user.setPassword(NEWCOMER);
        engine.getIdentityService().saveUser(user);
        Task late = engine.getTaskService().newTask();
        late.setDueDate(Date.from(Instant.EPOCH));
        engine.getTaskService().saveTask(late);
        task = late.getId();
        engine.getTaskService().addCandidateGroup(task, "finance");
    }

    @AfterEach
    void leaveNothing() {
        engine.getTaskService().deleteTask(task, true);
        engine.getIdentityService().deleteUser(NEWCOMER);
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWCOMER, "admin"})
    void whoHasNoTaskInAnyGroupFindsEmptyLists(String user) throws Exception {
        login(user);
        findsInEachFilter(user, 0, 0);
    }

    /** Such as a stand-in does, for a while. */
    @Test
    void whoGetsAGroupFindsItsTasksAndNoneOnceItIsTakenBack() throws Exception {
        login(NEWCOMER);
        engine.getIdentityService().createMembership(NEWCOMER, "finance");
        findsInEachFilter(NEWCOMER, 1, 0);

        engine.getIdentityService().deleteMembership(NEWCOMER, "finance");
        findsInEachFilter(NEWCOMER, 0, 0);
    }

    private void findsInEachFilter(String user, int ofGroups, int taken) throws Exception {
        for (String api : new String[] {REST, WEBAPPS}) {
            JsonNode filters = ask(api, user, "GET", "/filter?itemCount=true&resourceType=Task", "");
            assertThat(filters).hasSize(4);
            for (JsonNode filter : filters) {
                int expected = filter.path("name").asText().equals("Mijn taken") ? taken : ofGroups;
                String path = "/filter/" + filter.path("id").asText();
                assertThat(filter.path("itemCount").asInt(-1)).as(api + filter).isEqualTo(expected);
                assertThat(ask(api, user, "GET", path + "/list", "")).as(api + filter).hasSize(expected);
                assertThat(ask(api, user, "POST", path + "/list", "{\"withoutTenantId\":true}")).as(api + filter).hasSize(expected);
                assertThat(ask(api, user, "GET", path + "/count", "").path("count").asInt(-1)).as(api + filter).isEqualTo(expected);
                assertThat(ask(api, user, "POST", path + "/count", "{}").path("count").asInt(-1)).as(api + filter)
                        .isEqualTo(expected);
                assertThat(ask(api, user, "GET", path + "/singleResult", "").isMissingNode()).as(api + filter)
                        .isEqualTo(expected == 0);
            }
        }
    }

    private JsonNode ask(String api, String user, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = request(api + path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (api.equals(REST)) {
            request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
        } else {
            request.header("X-XSRF-TOKEN", cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElseThrow());
        }
        HttpResponse<String> answer = (api.equals(REST) ? script : browser).send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(method + " " + path + ": " + answer.body()).isIn(200, 204);
        return new ObjectMapper().readTree(answer.body());
    }

    private void login(String user) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(
                browser.send(request("/login").build(), BodyHandlers.ofString()).body());
        assertThat(token.find()).isTrue();
        browser.send(request("/login").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(
                "username=" + user + "&password=" + user + "&_csrf=" + token.group(1))).build(), BodyHandlers.ofString());
        // Gives the token that Tasklist sends along, also to who may not open Tasklist itself.
        browser.send(request("/camunda/api/admin/auth/user/default").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
