package nl.tweespoor.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.tweespoor.Tweespoor;
import nl.tweespoor.account.Group;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.Ledger;
import nl.tweespoor.walk.Node;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Starts the application as an administrator does, on an empty folder or an empty database; each start shows all it can. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    private static final String LONG_OVER = "I-2009-0001";
    private static final String OURS = "read-answer.form";
    private static final String THEIRS = "report-opportunity.form";

    @TempDir
    Path folder;

    @Test
    void demoTellsWhereToLogInKeepsWhatWasDoneAndClosesRestToStrangers(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext first = start(onH2())) {
            assertThat(userIds(first)).contains("admin", "head-of-innovation", "auditor")
                    .hasSize(Group.values().length + 1);
            assertThat(log).contains("http://localhost:" + port(first) + "/\n")
                    .contains("head-of-innovation, head-of-implementation");
            first.getBean(RepositoryService.class).createDeployment().addString(OURS, changed(OURS, "hier")).deploy();
            first.getBean(IdentityService.class).setAuthentication("employee", List.of("employee"));
            first.getBean(ProcessEngine.class).getRuntimeService().startProcessInstanceByKey("innovation",
                    Map.of("title", "Nachtsensoren", "problem", "Rondes wekken mensen.", "forWhom", "Bewoners",
                            "source", "workFloor"));
            somethingIsOverForLongEnough(first);
        }
        try (ConfigurableApplicationContext second = start(onH2(), "--tweespoor.ledger.seal-at=* * * * * *",
                "--tweespoor.retention.at=* * * * * *", aProgramThatChanged())) {
            anUpgradeLeavesWhatTheOrganisationChanged(second, log);
            ledgerIsSealedAndCleanedUpByTheClock(second, log);
            assertThat(second.getBean(ProcessEngine.class).getRuntimeService().createProcessInstanceQuery()
                    .processDefinitionKey("innovation").variableValueEquals("title", "Nachtsensoren").count()).isEqualTo(1);
            restIsClosedToStrangersAndTakesBasic(second);
        }
        aCommandIsDoneInsteadOfAStart();
    }

    /** Brings another {@link #OURS} and another {@link #THEIRS}. */
    private String aProgramThatChanged() throws IOException {
        Path program = Files.createDirectories(folder.resolve("program"));
        try (Stream<Path> files = Stream.concat(Files.list(Path.of("processes")), Files.walk(Path.of("forms"))).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                Files.copy(file, program.resolve(file.getFileName()));
            }
        }
        for (String name : List.of(OURS, THEIRS)) {
            Files.writeString(program.resolve(name), changed(name, "nieuw"));
        }
        return "--camunda.bpm.deployment-resource-pattern=" + program.toUri() + "*";
    }

    private static String changed(String form, String mark) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return Files.readString(files.filter(file -> file.endsWith(form)).findFirst().orElseThrow())
                    .replaceFirst("\"text\": \"", "\"text\": \"" + mark + " ");
        }
    }

    private static void anUpgradeLeavesWhatTheOrganisationChanged(ConfigurableApplicationContext context, CapturedOutput log) {
        assertThat(log).contains("Niet live gezet, want ook hier gewijzigd of niet passend: " + OURS);
        assertThat(live(context, OURS)).contains("\"text\": \"hier ");
        assertThat(live(context, THEIRS)).contains("\"text\": \"nieuw ");
    }

    private static String live(ConfigurableApplicationContext context, String form) {
        return new String(context.getBean(JdbcClient.class).sql("""
                select b.bytes_ from act_re_camformdef f join act_ge_bytearray b
                    on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                    where f.key_ = ? order by f.version_ desc""").param(form.replace(".form", "")).query(byte[].class).list().get(0),
                StandardCharsets.UTF_8);
    }

    private static void somethingIsOverForLongEnough(ConfigurableApplicationContext context) {
        context.getBean(TransactionOperations.class).executeWithoutResult(transaction -> context.getBean(Ledger.class).append(
                List.of(new Entry(LONG_OVER, "end", Entry.Step.NONE, Entry.Who.system("test"), Entry.Decision.NONE, List.of(),
                        Map.of(), Map.of("ledger-until", "2020-01-01T00:00:00Z", "ledger-ground", "test")))));
    }

    private static void ledgerIsSealedAndCleanedUpByTheClock(ConfigurableApplicationContext context, CapturedOutput log) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> jdbc.sql("select count(*) from ledger_seal").query(Long.class).single() > 0);
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> jdbc.sql("select count(*) from ledger_entry where chain = ?").param(LONG_OVER)
                .query(Long.class).single() == 0);
        Awaitility.await().atMost(1, TimeUnit.MINUTES).untilAsserted(() -> assertThat(log).contains("Logboek verzegeld: zegel 1",
                "Logboek van " + LONG_OVER + " verwijderd").doesNotContain("NIET verzegeld", "NIET verwijderd"));
    }

    private void aCommandIsDoneInsteadOfAStart() throws Exception {
        try (Node proof = new Node(folder, onH2(), "--tweespoor.proof=I-" + Year.now() + "-0001")) {
            assertThat(proof.status()).as(proof.log()).isZero();
            assertThat(folder.resolve("I-" + Year.now() + "-0001.zip")).isNotEmptyFile();
            assertThat(proof.log()).contains("Tomcat started on port -1 ").doesNotContain("Tweespoor draait", "demo-account");
        }
        try (Node both = new Node(folder, onH2(), "--tweespoor.proof=I-1999-0001", "--tweespoor.control")) {
            assertThat(both.status()).as(both.log()).isEqualTo(2);
            assertThat(both.log()).contains("U vroeg om --tweespoor.control en --tweespoor.proof.");
        }
    }

    /** The web server is there before the accounts and the dossiers of the demo are. */
    @Test
    void whoComesBeforeEverythingIsThereReadsThatItStarts() throws Exception {
        List<String> told = new ArrayList<>();
        ApplicationListener<ApplicationStartedEvent> early = started -> {
            try {
                for (String path : List.of("/login", "/", "/camunda/app/tasklist/", "/engine-rest/task", "/tweespoor.css")) {
                    HttpResponse<String> answer = get(started.getApplicationContext(), path);
                    told.add(answer.statusCode() + " " + path + " " + answer.headers().firstValue("Retry-After").orElse("-")
                            + (answer.body().contains("Tweespoor start") ? " starts" : ""));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        try (ConfigurableApplicationContext context = builder().listeners(early).run(settings(onH2()))) {
            assertThat(told).containsExactly("503 /login 5 starts", "503 / 5 starts", "503 /camunda/app/tasklist/ 5 starts",
                    "503 /engine-rest/task 5 starts", "200 /tweespoor.css -");
            assertThat(get(context, "/login").body()).contains("Wachtwoord");
            assertThat(status(context, "/task", "board:board")).isEqualTo(200);
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
    void twoNodesThatStartOnAnEmptyPostgresAtOnceBothComeUpWithoutDemoAccountsAndShowOnePasswordOnce() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String[] settings = {"--spring.profiles.active=postgres",
                    "--SPRING_DATASOURCE_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--SPRING_DATASOURCE_USERNAME=postgres", "--SPRING_DATASOURCE_PASSWORD=postgres"};
            try (Node one = new Node(folder, settings); Node two = new Node(folder, settings)) {
                one.isUp();
                two.isUp();
                assertThat((one.log() + two.log()).split("Eerste beheerder aangemaakt", -1)).hasSize(2);
                assertThat(one.log() + two.log()).doesNotContain("demo-account");
                assertThat(status(one.port(), "/task", "admin:admin")).isEqualTo(401);
                assertThat(get(two.port(), "/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
            }
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            assertThat(jdbc.sql("select id_ from act_id_user").query(String.class).list()).containsExactly("admin");
            assertThat(jdbc.sql("select count(*) from act_re_procdef where key_ = 'innovation'").query(Integer.class).single())
                    .isEqualTo(1);
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
        return builder().run(settings(settings));
    }

    private static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(Tweespoor.class);
    }

    private static String[] settings(String... settings) {
        return Stream.concat(Stream.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--tweespoor.demo.dossiers=false"), Stream.of(settings)).toArray(String[]::new);
    }

    private static List<String> userIds(ConfigurableApplicationContext context) {
        return context.getBean(IdentityService.class).createUserQuery().list().stream().map(User::getId).toList();
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        return get(port(context), path);
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int status(ConfigurableApplicationContext context, String path, String account)
            throws IOException, InterruptedException {
        return status(port(context), path, account);
    }

    private static int status(int port, String path, String account) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/engine-rest" + path));
        if (account != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes()));
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
