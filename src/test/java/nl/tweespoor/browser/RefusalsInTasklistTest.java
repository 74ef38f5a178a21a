package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Whoever is told no in Tasklist reads what happened, and finds what they typed where it was. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:browser", "camunda.bpm.job-execution.enabled=false",
        "tweespoor.demo.dossiers=false"})
@ActiveProfiles("demo")
@BrowserTest
class RefusalsInTasklistTest {

    private static final String GROUP = "head-of-innovation";
    private static final String TITLE = "Rustiger nachten";
    private static final String TYPED = "De nachtdienst van drie locaties heeft er last van.";
    private static final Map<String, Object> ANSWERS = Map.of("whoHasProblem", TYPED, "whatExists", "Niets.",
            "whoToInvolve", "ICT.", "identifyOutcome", "goOn", "identifyReason", "Het speelt overal.");

    private static Chromium chromium;

    @Autowired
    ProcessEngine engine;
    @LocalServerPort
    int port;
    Page page;
    Tasklist tasklist;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openWindow() {
        page = chromium.window();
        tasklist = new Tasklist(page, port);
    }

    @AfterEach
    void tidyUp() {
        page.context().close();
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(left ->
                engine.getRuntimeService().deleteProcessInstance(left.getId(), "the test is over"));
    }

    @Test
    void whatAColleagueCompletedMeanwhileIsToldAndNothingTypedIsLost() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(ANSWERS);
        colleagueCompletes(tasklist.taskId());

        tasklist.completeButton().click();

        assertThat(notification()).containsText("Uw formulier is nog niet verstuurd.");
        assertThat(notification()).containsText(
                "Deze taak is er niet (meer). Misschien heeft een collega haar al afgerond. Ververs uw lijst.");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        tasklist.isDutch();
        photo("colleague");

        // Tasklist finds out by itself too, within ten seconds.
        assertThat(page.locator(".task-removed-alert")).isVisible();
        assertThat(page.locator(".task-removed-alert")).containsText("Deze taak is er niet meer.");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        tasklist.isDutch();
        photo("removed");
    }

    @Test
    void answerThatOnlyTheServerRefusesIsNamedAndNothingTypedIsLost() {
        String other = report("Slimme beker");
        String number = report(TITLE);
        FormOnPage form = openTask(number);
        form.fillOnly(Map.of("whoHasProblem", TYPED, "whatExists", "Niets.", "whoToInvolve", "ICT.",
                "identifyOutcome", "join", "identifyReason", "Dit is dezelfde vraag."));
        Locator joined = form.question("joinedDossier");
        joined.locator(".fjs-input-group").click();
        joined.locator(".fjs-dropdownlist").getByText(other).click();
        engine.getTaskService().setVariable(tasklist.taskId(), "dossierOptions", Spin.JSON("[]"));

        tasklist.completeButton().click();

        assertThat(notification()).containsText("Uw formulier is nog niet verstuurd.");
        assertThat(notification()).containsText("Bij welk dossier hoort deze kans?");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        tasklist.isDutch();
        photo("server");
        form.fillOnly(Map.of("identifyOutcome", "goOn"));
        tasklist.complete();
    }

    @Test
    void fieldThatIsStillOpenIsNotSent() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(Map.of("whoHasProblem", TYPED));

        tasklist.completeButton().click();

        assertThat(notification()).containsText("Uw formulier is nog niet verstuurd.");
        assertThat(notification()).containsText("Kijk of er bij een veld een rode melding staat.");
        photo("open");
    }

    @Test
    void sessionThatEndsWhileTypingLosesNothing() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(ANSWERS);
        page.context().clearCookies();

        tasklist.completeButton().click();

        assertThat(notification()).containsText("Uw sessie is verlopen.");
        assertThat(notification()).containsText("Open de inlogpagina op een nieuw tabblad");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        tasklist.isDutch();
        photo("session");

        Page second = page.waitForPopup(() -> notification().getByRole(AriaRole.LINK).click());
        new Tasklist(second, port).tryToLogin(GROUP, GROUP);
        assertThat(second.locator(".task-filters")).isVisible();
        second.close();
        tasklist.complete();
        assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey("UserTask_IdentifyOpportunity").count()).isZero();
    }

    @Test
    void pageThatIsNotThereIsDutch() {
        tasklist.login("employee");
        page.navigate("http://localhost:" + port + "/geen-pagina");
        assertThat(page.locator("body")).containsText("Wat u zoekt, is er niet (meer).");
        tasklist.isDutch();
        photo("page");
    }

    private FormOnPage openTask(String dossier) {
        tasklist.login(GROUP);
        tasklist.open(Tasklist.OF_MY_GROUPS, "Kans verkennen", dossier, TITLE);
        tasklist.claim();
        return new FormOnPage(page, engine.getFormService().getDeployedTaskForm(tasklist.taskId()), LocalDate.now(DutchTime.ZONE));
    }

    private String report(String title) {
        String instance = as("employee", () -> engine.getRuntimeService().startProcessInstanceByKey("innovation", Map.of(
                "title", title, "problem", "Rondes wekken mensen.", "forWhom", "Bewoners", "source", "workFloor")).getId());
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getBusinessKey();
    }

    private void colleagueCompletes(String task) {
        as(GROUP, () -> {
            engine.getTaskService().complete(task, ANSWERS);
            return null;
        });
    }

    private <T> T as(String user, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(user, List.of(user));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Locator notification() {
        return page.locator(".notifications");
    }

    private void photo(String name) {
        String photos = System.getProperty("tweespoor.browser.photos");
        if (photos != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(photos, name + ".png")));
        }
    }
}
