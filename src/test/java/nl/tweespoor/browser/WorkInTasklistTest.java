package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Map;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way from one's work to a task, to its dossier and on: what Tasklist offers whom, and what it tells. */
@BrowserTest
class WorkInTasklistTest {

    private static final String TITLE = "Rustiger nachten";
    private static final String IDENTIFY = "UserTask_IdentifyOpportunity";

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @LocalServerPort
    int port;
    Page page;
    Tasklist tasklist;

    @BeforeEach
    void openWindow(Chromium chromium) {
        page = chromium.window();
        tasklist = new Tasklist(page, port);
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    private void login(String account, String path) {
        page.navigate("http://localhost:" + port + path);
        tasklist.tryToLogin(account, account);
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator message() {
        return page.locator(".notifications .alert").filter(new Locator.FilterOptions().setHasText("Wacht sinds"));
    }

    private String taskOf(Dossier dossier) {
        return dossier.task(IDENTIFY).getId();
    }

    private void openInTasklist(String account, Dossier dossier) {
        login(account, "/camunda/app/tasklist/default/#/?task=" + taskOf(dossier));
        assertThat(page.locator(".fjs-form")).isVisible();
    }

    @Test
    void whoReportsReadsTheNumberAndWhatHappensNow() {
        login("employee", "/");
        link("Meld een kans").click();
        assertThat(page.locator(".modal-content .fjs-form")).isVisible();
        assertThat(page.locator(".modal-title")).containsText("Kans melden");
        var innovation = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("innovation")
                .latestVersion().singleResult();
        new FormOnPage(page, engine.getFormService().getDeployedStartForm(innovation.getId()), LocalDate.now(DutchTime.ZONE))
                .fill(Map.of("title", TITLE));
        tasklist.start();

        String number = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("innovation")
                .singleResult().getBusinessKey();
        assertThat(message()).containsText("Uw kans is gemeld, onder nummer " + number + ". U krijgt altijd antwoord.");
        assertThat(message()).containsText("Wacht sinds vandaag op het Hoofd Innovatie: kans verkennen, uiterlijk ");
        tasklist.isDutch();
        message().getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(TITLE))).isVisible();
        link("Tweespoor").click();
        assertThat(page.locator("#gemeld")).containsText(number + " " + TITLE);
    }

    @Test
    void lessonsComeWithTheThemeThatIsChosen() {
        walk.reported().complete(IDENTIFY, "identifyOutcome", "reject", "theme", "medication", "lessonText", "Vraag de apotheek mee.",
                "lessonFollowUp", "none");
        Dossier dossier = walk.reported("title", TITLE, "problem", "Iets anders");
        openInTasklist("head-of-innovation", dossier);
        tasklist.claim();
        assertThat(page.getByText("Vraag de apotheek mee.")).hasCount(0);

        FormOnPage form = new FormOnPage(page, engine.getFormService().getDeployedTaskForm(taskOf(dossier)), LocalDate.now(DutchTime.ZONE));
        form.fillOnly(Map.of("theme", "medication"));
        assertThat(page.getByText("Vraag de apotheek mee.")).isVisible();
        tasklist.isDutch();

        form.fillOnly(Map.of("theme", "mobility"));
        assertThat(page.getByText("Vraag de apotheek mee.")).hasCount(0);
    }

    @Test
    void whoCompletesATaskReadsWhatComesNext() {
        Dossier dossier = walk.reported("title", TITLE);
        openInTasklist("head-of-innovation", dossier);
        assertThat(page.getByText("Neem deze taak eerst op u.")).isVisible();
        tasklist.isDutch();
        page.locator(".claim-first button").click();
        assertThat(page.getByText("Neem deze taak eerst op u.")).hasCount(0);
        tasklist.claim();
        new FormOnPage(page, engine.getFormService().getDeployedTaskForm(taskOf(dossier)), LocalDate.now(DutchTime.ZONE))
                .fill(Map.of("identifyOutcome", "goOn", "theme", "sensing"));
        tasklist.complete();

        assertThat(message()).containsText("Afgerond.");
        assertThat(message()).containsText("Wacht sinds vandaag op het Hoofd Innovatie: kans toetsen aan strategie");
        message().getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL("http://localhost:" + port + "/dossiers/" + dossier.number());
    }

    @Test
    void aTaskLeadsToItsDossierAndNowhereThatIsClosed() {
        Dossier dossier = walk.reported("title", TITLE);
        openInTasklist("head-of-innovation", dossier);

        assertThat(page.locator(".instance-link, .task-filter .actions a:visible")).hasCount(0);
        assertThat(page.locator(".meta .groups")).hasCSS("pointer-events", "none");
        assertThat(page.locator(".start-process-action")).isVisible();
        link("Naar dossier " + dossier.number()).click();
        assertThat(page).hasURL("http://localhost:" + port + "/dossiers/" + dossier.number());
    }

    @Test
    void anAuditorIsOfferedNothingToStartOrTake() {
        Dossier dossier = walk.reported("title", TITLE);
        openInTasklist("auditor", dossier);

        assertThat(link("Naar dossier " + dossier.number())).isVisible();
        assertThat(page.locator(".start-process-action")).isHidden();
        assertThat(page.getByText("Neem deze taak eerst op u.")).hasCount(0);
    }

    @Test
    void anAdministratorStillManagesListsAndGroups() {
        openInTasklist("admin", walk.reported());

        assertThat(page.locator(".meta .groups")).hasCSS("pointer-events", "auto");
        assertThat(page.locator(".task-filter.active .actions")).isVisible();
    }

    @Test
    void whoLooksForANumberATitleOrATaskFindsIt() {
        Dossier sought = walk.reported("title", TITLE);
        Dossier other = walk.reported("title", "100% beker");
        tasklist.login("head-of-innovation");
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        Map.of(sought.number(), sought, "RUSTIGER", sought, "0%", other).forEach((text, dossier) -> {
            search.fill(text);
            assertThat(page.locator(".tasks-list li.task")).hasCount(1);
            assertThat(tasklist.listed("Kans verkennen", dossier.number())).isVisible();
        });
        search.fill("verkenn");
        assertThat(page.locator(".tasks-list li.task")).hasCount(2);
        search.fill("Niets van dit alles");
        assertThat(page.getByText("Hier staan nu geen taken.")).isVisible();
        tasklist.isDutch();
        search.fill("");
        assertThat(page.locator(".tasks-list li.task")).hasCount(2);
    }

    @Test
    void theFirstListHasTheWorkOfOnesGroupsAndEachTaskOpensAtItsForm() {
        Dossier first = walk.reported("title", TITLE);
        Dossier second = walk.reported("title", "Slimme beker");
        tasklist.login("head-of-innovation");
        assertThat(page.locator(".task-filters .item.active")).containsText(Tasklist.OF_MY_GROUPS);
        tasklist.listed("Kans verkennen", first.number()).getByRole(AriaRole.LINK).click();
        page.locator(".nav-tabs").getByText("Geschiedenis").click();
        assertThat(page.locator(".nav-tabs .active")).containsText("Geschiedenis");

        tasklist.listed("Kans verkennen", second.number()).getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".fjs-form")).containsText("Slimme beker");
        assertThat(page.locator(".nav-tabs .active")).containsText("Formulier");
    }
}
