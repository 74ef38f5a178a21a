package nl.tweespoor.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.AuthorizationPolicy;
import nl.tweespoor.walk.HttpTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every kind of group tries everything, through both addresses of the engine's API; {@code matrix.txt} says what becomes of
 * it.
 */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesThroughHttpTest {

    private static final String REST = "/engine-rest/";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default/";
    private static final String BOUNDARY = "matrix-boundary";
    private static final Roles ROLES = new Roles();

    @LocalServerPort
    int port;
    @Autowired
    ProcessEngine engine;
    @Autowired
    AuthorizationPolicy access;
    @Autowired
    JdbcClient jdbc;

    private final HttpClient rest = HttpClient.newHttpClient();
    private final Map<String, HttpClient> browsers = new HashMap<>();
    private final Map<String, CookieManager> sessions = new HashMap<>();
    private DatabaseTables tables;
    private World world;
    private String worldOf;
    private Map<String, String> state;

    @BeforeAll
    void settle() {
        engine.getRepositoryService().createDeployment().name("matrix")
                .addClasspathResource("nl/tweespoor/role/matrix.bpmn").addClasspathResource("nl/tweespoor/role/matrix.form")
                .deploy();
        engine.getDecisionService().evaluateDecisionTableByKey("periods",
                Variables.putValue("step", "UserTask_FormTeam")).getSingleResult();
        person("stranger");
        groups().forEach(group -> {
            person(group + "-colleague");
            engine.getIdentityService().createMembership(group + "-colleague", group);
        });
        tables = new DatabaseTables(jdbc);
    }

    private void person(String id) {
        var user = engine.getIdentityService().newUser(id);
        user.setPassword(id);
        engine.getIdentityService().saveUser(user);
    }

    @AfterAll
    void leaveNothing() {
        if (world != null) {
            world.end();
        }
        engine.getRepositoryService().createDeploymentQuery().deploymentName("matrix").list().forEach(deployment ->
                engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        engine.getIdentityService().deleteUser("stranger");
        groups().forEach(group -> engine.getIdentityService().deleteUser(group + "-colleague"));
    }

    static Stream<String> groups() {
        return Stream.concat(Stream.of(Group.values()).map(Group::id), Stream.of(Groups.CAMUNDA_ADMIN));
    }

    /** One group for each kind of row in the table of roles. */
    static Stream<Arguments> everyKindOfGroup() {
        return attemptsOf(groups().filter(group -> like(group).equals(group)));
    }

    static Stream<Arguments> everyOtherGroup() {
        return groups().filter(group -> !like(group).equals(group)).map(group -> Arguments.of(group, like(group)));
    }

    /** The first in the table with the same rights. */
    private static String like(String group) {
        Role role = ROLES.of(group).orElseThrow();
        return ROLES.all().stream().filter(other -> rights(other).equals(rights(role))).findFirst().orElseThrow().group();
    }

    private static Role rights(Role role) {
        return new Role("", "", role.opens(), role.starts(), role.worksOn(), role.reads(), role.deploys(),
                role.administers());
    }

    /** Another door to the same rooms: who works and who only reads are enough to see that it is as closed. */
    static Stream<Arguments> whoWorksAndWhoReads() {
        return attemptsOf(Stream.of("care-professional", "auditor"));
    }

    private static Stream<Arguments> attemptsOf(Stream<String> groups) {
        List<Attempt> attempts = Attempt.all();
        return groups.flatMap(group -> attempts.stream().filter(attempt -> attempt.isTriedBy(group))
                .map(attempt -> Arguments.of(group, attempt.what(), attempt)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyKindOfGroup")
    void throughRest(String group, String what, Attempt attempt) throws Exception {
        tryIt(group, attempt, REST);
    }

    /**
     * Groups with the same row have the same requests open. When they have the same authorizations too, on everything and
     * on a task of theirs, the engine can only answer them alike.
     */
    @ParameterizedTest(name = "{0} like {1}")
    @MethodSource("everyOtherGroup")
    void sameRowGivesTheSameAuthorizations(String group, String like) throws Exception {
        List<String> theirs = authorizationsOf(group);
        // On a task and on its history there are none: its groups and its assignee say it.
        assertThat(theirs).noneMatch(given -> given.contains("{own}") || given.contains("{taken}"));
        assertThat(access.ofGroup(group)).isNotEmpty().isEqualTo(access.ofGroup(like));
        assertThat(access.ofAssignee(group)).isNotEmpty().isEqualTo(access.ofAssignee(like));
        assertThat(theirs).isEqualTo(authorizationsOf(like));
        for (Attempt attempt : Attempt.all().subList(0, 2)) {
            tryIt(group, attempt, REST);
        }
    }

    /** Once they took their own task. What has a name in every world is called by that name. */
    private List<String> authorizationsOf(String group) {
        begin(group);
        world.name("{taken}");
        String me = world.name("{me}");
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(me).list().stream()
                .map(org.camunda.bpm.engine.identity.Group::getId).toList();
        assertThat(groups).containsExactly(group);
        List<String> authorizations = Stream.concat(
                        engine.getAuthorizationService().createAuthorizationQuery().groupIdIn(group).list().stream(),
                        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(me).list().stream())
                .map(given -> (given.getGroupId() != null ? "{group}" : "{me}") + " on " + given.getResourceType() + " "
                        + world.nameOf(given.getResourceId()) + ": " + ((AuthorizationEntity) given).getPermissions())
                .sorted().toList();
        begin(group);
        return authorizations;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("whoWorksAndWhoReads")
    void throughTheWebapps(String group, String what, Attempt attempt) throws Exception {
        tryIt(group, attempt, WEBAPPS);
    }

    private void tryIt(String group, Attempt attempt, String api) throws Exception {
        if (!group.equals(worldOf)) {
            begin(group);
        }
        String path = world.name(attempt.path());
        String body = world.name(attempt.body());
        HttpClient client = api.equals(WEBAPPS) ? session(group) : rest;
        HttpRequest request = request(group, attempt, api, path, body);
        Map<String, String> before = attempt.path().contains("{taken}") ? tables.state() : state;
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        Map<String, String> after = tables.state();
        boolean allowed = answer.statusCode() < 400;
        if (!after.equals(before) || attempt.path().contains("{taken}")) {
            begin(group);
        }

        String[] expected = attempt.expectedOf(group).split(" ", 2);
        String said = group + ", " + attempt.what() + ": " + answer.statusCode() + " " + answer.body();
        if (expected[0].equals("refused")) {
            assertThat(answer.statusCode()).as(said).isGreaterThanOrEqualTo(400);
        } else {
            assertThat(String.valueOf(answer.statusCode())).as(said).isEqualTo(expected[0]);
        }
        if (expected.length > 1) {
            assertThat(answer.body()).as(said).containsPattern(pattern(expected[1]));
        }
        if (attempt.isReading() || !allowed) {
            assertThat(after).as(said).isEqualTo(before);
        } else {
            assertThat(after).as(said + ", but nothing happened").isNotEqualTo(before);
        }
    }

    private Pattern pattern(String text) {
        String named = world.name(text);
        return named.contains("\\d") || named.contains("[1-9]") ? Pattern.compile(named.replace("}", "\\}"))
                : Pattern.compile(Pattern.quote(named));
    }

    private void begin(String group) {
        if (world != null) {
            world.end();
        }
        world = new World(engine, group);
        worldOf = group;
        state = tables.state();
    }

    private HttpRequest request(String group, Attempt attempt, String api, String path, String body) throws Exception {
        String me = world.name("{me}");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + api + path));
        if (attempt.method().equals("DEPLOY")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString("--%1$s\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n"
                            .formatted(BOUNDARY) + "by hand\r\n--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"x\"; filename=\"x.txt\"\r\n\r\nx\r\n--" + BOUNDARY + "--"));
        } else {
            request.header("Content-Type", "application/json").method(attempt.httpMethod(),
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        }
        if (api.equals(REST)) {
            request.header("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString((me + ":" + me).getBytes(StandardCharsets.UTF_8)));
        } else {
            session(group);
            request.header("X-XSRF-TOKEN", sessions.get(group).getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElseThrow());
        }
        return request.build();
    }

    private HttpClient session(String group) throws IOException, InterruptedException {
        HttpClient browser = browsers.get(group);
        if (browser == null) {
            CookieManager cookies = new CookieManager();
            browser = HttpClient.newBuilder().cookieHandler(cookies).build();
            browsers.put(group, browser);
            sessions.put(group, cookies);
            String me = world.name("{me}");
            String page = get(browser, "/login").body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).as(page).isTrue();
            browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=" + me + "&password=" + me + "&_csrf=" + token.group(1)))
                    .build(), BodyHandlers.ofString());
            get(browser, "/camunda/app/tasklist/default/");
        }
        return browser;
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString());
    }
}
