package nl.tweespoor.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.tweespoor.walk.HttpTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens at the door, seen from outside. */
@HttpTest
class LoginTest {

    /** Who begins elsewhere than at their work. */
    private static final Map<String, String> STARTS = Map.of("auditor", "/register", "process-owner", "/processes");

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    int port;
    @Autowired
    IdentityService identityService;
    @Autowired
    TaskService taskService;

    final CookieManager cookies = new CookieManager();
    final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
            "/camunda/app/admin/default/", "/camunda/app/welcome/default/", "/camunda/lib/", "/actuator", "/actuator/env",
            "/actuator/heapdump", "/h2-console", "/camunda-welcome/index.html", "/error", "/anything"})
    void strangersAreSentToTheLoginPage(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("http://localhost:" + port + "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/", "/engine-rest/engine", "/engine-rest/task",
            "/engine-rest/engine/default/task", "/engine-rest/version", "/engine-rest/identity/password-policy",
            "/engine-rest/openapi.json", TASKS, "/camunda/api/engine/engine/", "/camunda/api/admin/auth/user/default",
            "/camunda/api/cockpit/plugin/base/default/process-instance",
            "/camunda/api/engine/engine/default/identity/password-policy"})
    void strangersAtAnApiReadThatTheyMustLogIn(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Log in om verder te gaan.");
    }

    @Test
    void oneLoginOpensTasklistAndLogoutClosesAll() throws Exception {
        login("board");
        assertThat(get(TASKS).statusCode()).isEqualTo(200);

        String csrf = get("/camunda/app/tasklist/default/").headers().firstValue("X-XSRF-TOKEN").orElse(cookie("XSRF-TOKEN"));
        assertThat(post("/camunda/api/admin/auth/user/default/logout", "", csrf).statusCode()).isEqualTo(204);
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
        assertThat(get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(get("/").headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void logoutFromOurPagesClosesTasklistToo() throws Exception {
        login("board");
        HttpResponse<String> page = get("/login");
        assertThat(page.body()).contains("U werkt nu als <b>board</b>");

        send(form("/logout", "_csrf=" + encode(token(page))));
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void loggingInGivesANewSession() throws Exception {
        get("/login");
        String before = cookie("JSESSIONID");
        login("board");

        assertThat(cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void anotherSiteCannotLogInOutOrActForSomeone() throws Exception {
        login("board");
        assertThat(send(form("/logout", "")).headers().firstValue("Location").orElseThrow()).endsWith("/login?expired");
        assertThat(send(form("/login", "username=auditor&password=auditor")).headers().firstValue("Location").orElseThrow())
                .endsWith("/login?expired");
        assertThat(get(TASKS).statusCode()).as("still in").isEqualTo(200);

        assertThat(post(TASKS, "{}", "guessed").statusCode()).isEqualTo(403);
    }

    @Test
    void aBrowserThatRemembersABasicPasswordDoesNotLendItToAnotherSite() throws Exception {
        HttpRequest.Builder request = basic("/engine-rest/task", "board", "board").header("Sec-Fetch-Site", "cross-site");

        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void restTakesBasicAndKeepsNoSession() throws Exception {
        HttpResponse<String> answer = send(basic("/engine-rest/task", "board", "board"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theSessionOfTheWebappsDoesNotOpenRest() throws Exception {
        login("board");

        assertThat(get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void guessingIsSlowedForTheGuesserOnEveryWayIn() throws Exception {
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(send(basic("/engine-rest/task", "works-council", "wrong" + wrong)).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> tooMany = send(basic("/engine-rest/task", "works-council", "works-council"));
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
        assertThat(tooMany.body()).contains("U hebt te vaak een verkeerd wachtwoord ingevuld.");

        HttpResponse<String> page = tryToLogin("works-council", "works-council");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("U hebt te vaak een verkeerd wachtwoord ingevuld.");
    }

    @Test
    void strangersCannotLockSomeoneOutForGood() {
        for (int wrong = 0; wrong < 20; wrong++) {
            assertThat(identityService.checkPassword("client-council", "wrong")).isFalse();
        }
        assertThat(identityService.checkPassword("client-council", "client-council")).isTrue();
    }

    @Test
    void passwordsCannotBeTriedElsewhere() throws Exception {
        String guess = "{\"username\":\"board\",\"password\":\"board\"}";
        for (String path : new String[] {"/engine-rest/identity/verify", "/engine-rest/engine/default/identity/verify"}) {
            assertThat(send(basic(path, "admin", "admin").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(guess))).statusCode()).as(path).isEqualTo(403);
        }
        login("admin");
        get("/camunda/app/tasklist/default/");
        assertThat(post("/camunda/api/engine/engine/default/identity/verify", guess, cookie("XSRF-TOKEN")).statusCode())
                .isEqualTo(403);
        assertThat(post("/camunda/api/admin/auth/user/default/login/tasklist", "", cookie("XSRF-TOKEN")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewPageIsClosedUntilTheTableOfRolesOpensIt() throws Exception {
        for (String user : new String[] {"employee", "auditor", "process-owner", "admin"}) {
            cookies.getCookieStore().removeAll();
            login(user);
            assertThat(get(PlantedPage.NEW).statusCode()).as(user).isEqualTo(404);
            assertThat(get(PlantedPage.BELOW_AN_OPEN_ONE).statusCode()).as(user).isEqualTo(200);
        }
        cookies.getCookieStore().removeAll();
        assertThat(get(PlantedPage.BELOW_AN_OPEN_ONE).headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void aPageShowsOfTheEngineWhatItsReaderMaySee() throws Exception {
        Task task = taskService.newTask();
        taskService.saveTask(task);
        try {
            taskService.addCandidateGroup(task.getId(), "finance");
            login("auditor");
            assertThat(get(PlantedPage.BELOW_AN_OPEN_ONE).body()).isEqualTo(String.valueOf(taskService.createTaskQuery().count()));
            cookies.getCookieStore().removeAll();
            login("finance");
            assertThat(get(PlantedPage.BELOW_AN_OPEN_ONE).body()).isEqualTo("1");
            cookies.getCookieStore().removeAll();
            login("hr");
            assertThat(get(PlantedPage.BELOW_AN_OPEN_ONE).body()).isEqualTo("0");
        } finally {
            taskService.deleteTask(task.getId(), true);
        }
    }

    @Test
    void whatCockpitAndAdminAskIsForWhoMayOpenThem() throws Exception {
        String counts = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";
        String metrics = "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated?subscriptionStartDate=2026-01-01";
        login("employee");
        assertThat(get(counts).statusCode()).isEqualTo(403);
        assertThat(get(metrics).statusCode()).isEqualTo(403);
        get("/camunda/app/tasklist/default/");
        assertThat(get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"employee\"");

        cookies.getCookieStore().removeAll();
        login("auditor");
        assertThat(get(counts).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWasRemovedIsOutAtOnce() throws Exception {
        var user = identityService.newUser("leaver");
        user.setPassword("leaver");
        identityService.saveUser(user);
        login("leaver");
        assertThat(get(TASKS).statusCode()).isEqualTo(200);

        identityService.deleteUser("leaver");
        assertThat(get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void aNameWithAnythingInItIsSimplyNotKnown() throws Exception {
        for (String name : new String[] {"", " ", "nobody", "a\0b", "' or 1=1 --", "<script>", "x".repeat(5000)}) {
            HttpResponse<String> answer = tryToLogin(name, "x");
            assertThat(answer.statusCode()).as(name).isIn(401, 429);
            assertThat(answer.body()).doesNotContain("<script>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/tweespoor.css", "/actuator/health", "/engine-rest/task", TASKS, "/anything"})
    void everyPathSendsTheHeadersThatProtectABrowser(String path) throws Exception {
        var headers = get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.allValues("Content-Security-Policy")).isNotEmpty()
                .allMatch(policy -> policy.contains("frame-ancestors 'none'") && policy.contains("object-src 'none'"));
        assertThat(headers.firstValue("Strict-Transport-Security")).as("on this machine only").isEmpty();
    }

    @Test
    void whatIsPersonalStaysNowhereAndFilesAreAskedForAgain() throws Exception {
        login("board");

        assertThat(get(TASKS).headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        for (String file : new String[] {"/camunda/app/tasklist/scripts/tweespoor/session.js?bust=7.24.0",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js"}) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.headers().allValues("Cache-Control")).as(file).containsExactly("no-cache");
            assertThat(send(request(file).header("If-Modified-Since",
                    answer.headers().firstValue("Last-Modified").orElseThrow())).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void aStrangerSeesThatItRunsAndNoMore() throws Exception {
        assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private void login(String group) throws Exception {
        assertThat(tryToLogin(group, group).headers().firstValue("Location").orElseThrow())
                .isEqualTo("http://localhost:" + port + STARTS.getOrDefault(group, "/"));
    }

    private HttpResponse<String> tryToLogin(String name, String password) throws Exception {
        return send(form("/login", "username=" + encode(name) + "&password=" + encode(password) + "&_csrf="
                + encode(token(get("/login")))));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String json, String csrf) throws Exception {
        return send(request(path).header("Content-Type", "application/json").header("X-XSRF-TOKEN", csrf)
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder form(String path, String body) {
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder basic(String path, String user, String password) {
        return request(path).header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElseThrow();
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
