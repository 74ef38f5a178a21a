package nl.tweespoor.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.account.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application as an administrator does, on an empty folder or an empty database; each start shows all it can. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @TempDir
    Path folder;

    @Test
    void demoTellsWhereToLogInKeepsWhatWasDoneAndClosesRestToStrangers(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext first = start(onH2())) {
            assertThat(userIds(first)).contains("admin", "head-of-innovation", "auditor")
                    .hasSize(Group.values().length + 1);
            assertThat(log).contains("http://localhost:" + port(first) + "/camunda/app/tasklist/")
                    .contains("head-of-innovation, head-of-implementation");
            first.getBean(IdentityService.class).setAuthentication("employee", List.of("employee"));
            first.getBean(ProcessEngine.class).getRuntimeService().startProcessInstanceByKey("innovation",
                    java.util.Map.of("title", "Nachtsensoren", "problem", "Rondes wekken mensen.", "forWhom", "Bewoners",
                            "source", "workFloor"));
        }
        try (ConfigurableApplicationContext second = start(onH2())) {
            assertThat(second.getBean(ProcessEngine.class).getRuntimeService().createProcessInstanceQuery()
                    .variableValueEquals("title", "Nachtsensoren").count()).isEqualTo(1);
            restIsClosedToStrangersAndTakesBasic(second);
        }
    }

    private static void restIsClosedToStrangersAndTakesBasic(ConfigurableApplicationContext context) throws Exception {
        for (String path : List.of("/engine", "/task", "/process-definition", "/identity/groups?userId=admin",
                "/user/admin/profile", "/engine/default/task", "/version", "/")) {
            assertThat(status(context, path, null)).as("stranger at " + path).isIn(401, 404);
        }
        assertThat(status(context, "/task", null)).isEqualTo(401);
        assertThat(status(context, "/task", "auditor:wrong")).isEqualTo(401);
        assertThat(status(context, "/task", "board:board")).isEqualTo(200);
    }

    @Test
    void anotherAddressWantsHttpsAndThePasswordOfItsAdministratorAndHasNoDemoAccountsUnlessAskedByName() throws Exception {
        try (ConfigurableApplicationContext context = start(onH2(), "--server.address=0.0.0.0",
                "--tweespoor.administrator.password=een-lang-wachtwoord")) {
            assertThat(userIds(context)).containsExactly("admin");
            HttpResponse<String> loginPage = get(context, "/login");
            assertThat(loginPage.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(loginPage.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("JSESSIONID=").contains("Secure").contains("HttpOnly").contains("SameSite=Lax");
            assertThat(loginPage.body()).contains("Deze verbinding is niet beveiligd.");
            administratorTakesThePasswordFromTheConfiguration(context.getBean(IdentityService.class));
        }
        try (ConfigurableApplicationContext context = start(onH2(), "--server.address=0.0.0.0",
                "--spring.profiles.active=demo")) {
            assertThat(userIds(context)).contains("admin", "board");
        }
    }

    @Test
    void postgresHasNoDemoAccountsAndOneAdministratorWhosePasswordIsShownOnce(CapturedOutput log) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String[] settings = {"--spring.profiles.active=postgres",
                    "--SPRING_DATASOURCE_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--SPRING_DATASOURCE_USERNAME=postgres", "--SPRING_DATASOURCE_PASSWORD=postgres"};
            try (ConfigurableApplicationContext context = start(settings)) {
                assertThat(userIds(context)).containsExactly("admin");
                assertThat(context.getBean(IdentityService.class).checkPassword("admin", "admin")).isFalse();
                assertThat(get(context, "/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
                assertThat(log).contains("Eerste beheerder aangemaakt").doesNotContain("demo-account");
                assertThat(context.getBean(ProcessEngine.class).getRepositoryService().createProcessDefinitionQuery()
                        .processDefinitionKey("innovation").count()).isEqualTo(1);
            }
            int told = log.getOut().split("Eerste beheerder aangemaakt", -1).length;
            try (ConfigurableApplicationContext context = start(settings)) {
                assertThat(log.getOut().split("Eerste beheerder aangemaakt", -1)).hasSize(told);
            }
        }
    }

    private static void administratorTakesThePasswordFromTheConfiguration(IdentityService identityService) {
        assertThat(identityService.checkPassword("admin", "een-lang-wachtwoord")).isTrue();

        User colleague = identityService.newUser("colleague");
        colleague.setPassword("te kort");
        assertThatThrownBy(() -> identityService.saveUser(colleague)).hasMessageContaining("policy");
    }

    @Test
    void aShortPasswordForTheAdministratorStopsTheStart() {
        assertThatThrownBy(() -> start(onH2(), "--server.address=0.0.0.0", "--tweespoor.administrator.password=geheim"))
                .hasStackTraceContaining("tweespoor.administrator.password is te kort. Kies een wachtwoord van minstens 12 tekens.");
    }

    private String onH2() {
        return "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("tweespoor");
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Tweespoor.class).run(Stream.concat(Stream.of("--server.port=0",
                "--camunda.bpm.job-execution.enabled=false", "--tweespoor.demo.dossiers=false"), Stream.of(settings))
                .toArray(String[]::new));
    }

    private static List<String> userIds(ConfigurableApplicationContext context) {
        return context.getBean(IdentityService.class).createUserQuery().list().stream().map(User::getId).toList();
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + port(context) + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int status(ConfigurableApplicationContext context, String path, String account)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + port(context) + "/engine-rest" + path));
        if (account != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes()));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
