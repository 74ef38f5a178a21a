package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.tweespoor.engine.DutchTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is told no in Tasklist reads what happened, and finds what they typed where it was. */
@BrowserTest
class RefusalsInTasklistTest {

    private static final String GROUP = "head-of-innovation";
    private static final String TITLE = "Rustiger nachten";
    private static final String OTHER = "Slimme beker";
    private static final String TYPED = "De nachtdienst van drie locaties heeft er last van.";
    private static final Map<String, Object> ANSWERS = Map.of("whoHasProblem", TYPED, "whatExists", "Niets.",
            "whoToInvolve", "ICT.", "identifyOutcome", "goOn", "identifyReason", "Het speelt overal.");
    /** Before the texts: the page moves under a choice when a text is no longer missing. */
    private static final Map<String, Object> THEME = Map.of("theme", "medication");

    /** But for what a browser rounds. */
    private static final LocatorAssertions.IsInViewportOptions ENTIRELY =
            new LocatorAssertions.IsInViewportOptions().setRatio(0.9);
    /** What one can click or fill in, as far as it is scrolled into sight, that a message lies on. */
    private static final String UNDER_A_MESSAGE = """
            () => new Promise(answer => {
              const page = document.querySelector('.modal-content') || document;
              const messages = [...document.querySelectorAll('.notifications .alert')]
                .map(message => message.getBoundingClientRect());
              const isUnder = seen => messages.some(message => seen.left < message.right && seen.right > message.left
                && seen.top < message.bottom && seen.bottom > message.top);
              const observer = new IntersectionObserver(elements => {
                observer.disconnect();
                answer(elements.filter(element => element.isIntersecting && isUnder(element.intersectionRect))
                  .map(element => element.target.outerHTML.slice(0, 150)));
              });
              [...page.querySelectorAll('a, button, input, textarea, select, label')]
                .filter(element => element.checkVisibility() && !element.closest('.notifications'))
                .forEach(element => observer.observe(element));
            })""";

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

    @Test
    void whatAColleagueCompletedMeanwhileIsToldAndNothingTypedIsLost() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(THEME);
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
        String other = report(OTHER);
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
        assertThat(notification()).containsText("Bij welk dossier hoort deze kans");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        tasklist.isDutch();
        photo("server");
        form.fillOnly(Map.of("identifyOutcome", "goOn"));
        form.fillOnly(THEME);
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
    void questionThatIsNoLongerAskedHoldsNothingUp() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(THEME);
        form.fillOnly(ANSWERS);
        form.fillOnly(Map.of("identifyOutcome", "join"));
        tasklist.completeButton().click();
        assertThat(notification()).containsText("Kijk of er bij een veld een rode melding staat.");

        form.fillOnly(Map.of("identifyOutcome", "goOn"));

        tasklist.complete();
    }

    @Test
    void sessionThatEndsWhileTypingLosesNothing() {
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(THEME);
        form.fillOnly(ANSWERS);
        page.context().clearCookies();

        tasklist.completeButton().click();

        assertThat(notification()).containsText("Uw sessie is verlopen.");
        assertThat(notification()).containsText("Open de inlogpagina op een nieuw tabblad");
        assertThat(form.question("whoHasProblem").locator("textarea")).hasValue(TYPED);
        assertThat(tasklist.completeButton()).isInViewport(ENTIRELY);
        tasklist.isDutch();
        photo("session");

        loginInANewTab();
        tasklist.complete();
        assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey("UserTask_IdentifyOpportunity").count()).isZero();
        assertThat(messages()).hasCount(0);
    }

    @Test
    void messageGoesWhenAnotherTaskOpens() {
        String other = report(OTHER);
        refuseWhatIsNotFilledIn(report(TITLE));

        tasklist.open(Tasklist.OF_MY_GROUPS, "Kans verkennen", other, OTHER);

        assertThat(messages()).hasCount(0);
    }

    @Test
    void messageGoesWhenTheTaskIsGivenBack() {
        refuseWhatIsNotFilledIn(report(TITLE));

        tasklist.unclaim();

        assertThat(messages()).hasCount(0);
    }

    @Test
    void messageGoesWhenACommentIsSaved() {
        refuseWhatIsNotFilledIn(report(TITLE));

        tasklist.comment("Ik vraag het na.");

        assertThat(messages()).hasCount(0);
    }

    @Test
    void messageStaysUntilTheNextTrySucceeds() {
        FormOnPage form = refuseWhatIsNotFilledIn(report(TITLE));
        // Tasklist asks for news with a POST too; that is no success.
        page.waitForResponse(answer -> answer.url().contains("/list?") && answer.ok(), () -> { });
        assertThat(messages()).hasCount(1);

        // A choice first: the page moves under a click when a text is no longer missing.
        form.fillOnly(Map.of("identifyOutcome", "goOn"));
        form.fillOnly(THEME);
        form.fillOnly(ANSWERS);
        tasklist.complete();

        assertThat(messages()).hasCount(0);
    }

    @Test
    void messageGoesWhenAProcessStarts() {
        refuseWhatIsNotFilledIn(report(TITLE));
        tasklist.openStartForm("Kans melden");
        FormOnPage form = new FormOnPage(page, engine.getFormService().getDeployedStartForm(innovation()), today());
        form.fillOnly(Map.of("title", OTHER, "problem", TYPED, "forWhom", "Cliënten", "source", "workFloor"));
        engine.getRepositoryService().suspendProcessDefinitionByKey("innovation");
        try {
            for (int tries = 0; tries < 2; tries++) {
                page.waitForResponse("**/submit-form", tasklist::tryToStart);
                assertThat(dialogMessages()).containsText("Het proces kon niet worden gestart.");
                assertThat(dialogMessages()).hasCount(1);
            }
            assertThat(dialogMessages()).isInViewport();
            nothingIsUnderAMessage("start", page.locator(".modal-footer .btn-primary"));
        } finally {
            engine.getRepositoryService().activateProcessDefinitionByKey("innovation");
        }

        tasklist.start();

        assertThat(page.locator(".notifications .alert-danger")).hasCount(0);
    }

    @Test
    void messageLiesOnNothing() {
        refuseWhatIsNotFilledIn(report(TITLE));

        nothingIsUnderAMessage("task", tasklist.completeButton());
    }

    @Test
    void messageOfAnEndedSessionGoesWithWhatWasTyped() {
        String other = report(OTHER);
        FormOnPage form = openTask(report(TITLE));
        form.fillOnly(Map.of("whoHasProblem", TYPED));
        page.context().clearCookies();
        tasklist.completeButton().click();
        assertThat(messages()).containsText("Uw sessie is verlopen.");
        loginInANewTab();
        assertThat(messages()).containsText("Uw sessie is verlopen.");

        tasklist.open(Tasklist.OF_MY_GROUPS, "Kans verkennen", other, OTHER);

        assertThat(messages()).hasCount(0);
    }

    @Test
    void pageThatIsNotThereIsDutch() {
        tasklist.login("employee");
        page.navigate("http://localhost:" + port + "/geen-pagina");
        assertThat(page.locator("body")).containsText("Wat u zoekt, is er niet (meer).");
        tasklist.isDutch();
        photo("page");
    }

    private void loginInANewTab() {
        Page second = page.waitForPopup(() -> notification().getByRole(AriaRole.LINK).click());
        new Tasklist(second, port).tryToLogin(GROUP, GROUP);
        assertThat(second.locator(".task-filters")).isVisible();
        second.close();
    }

    private FormOnPage refuseWhatIsNotFilledIn(String dossier) {
        FormOnPage form = openTask(dossier);
        tasklist.completeButton().click();
        assertThat(messages()).containsText("Uw formulier is nog niet verstuurd.");
        return form;
    }

    /** On a desk, on a telephone, and on the desk for someone who makes everything twice as large. */
    private void nothingIsUnderAMessage(String name, Locator needed) {
        List<int[]> sizes = List.of(new int[] {1400, 900}, new int[] {390, 844}, new int[] {700, 450});
        for (int[] size : sizes) {
            page.setViewportSize(size[0], size[1]);
            page.waitForFunction("document.getAnimations().every(moving => !(moving instanceof CSSTransition))");
            needed.scrollIntoViewIfNeeded();
            assertThat(needed).isInViewport(ENTIRELY);
            photo(name + "-" + size[0]);
            assertThat((List<?>) page.evaluate(UNDER_A_MESSAGE)).as("under a message at " + size[0]).isEmpty();
        }
        page.setViewportSize(1400, 900);
    }

    private FormOnPage openTask(String dossier) {
        tasklist.login(GROUP);
        tasklist.open(Tasklist.OF_MY_GROUPS, "Kans verkennen", dossier, TITLE);
        tasklist.claim();
        return new FormOnPage(page, engine.getFormService().getDeployedTaskForm(tasklist.taskId()), today());
    }

    private static LocalDate today() {
        return LocalDate.now(DutchTime.ZONE);
    }

    private String innovation() {
        return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("innovation")
                .latestVersion().singleResult().getId();
    }

    private String report(String title) {
        String instance = as("employee", () -> engine.getRuntimeService().startProcessInstanceByKey("innovation", Map.of(
                "title", title, "problem", "Rondes wekken mensen.", "forWhom", "Cliënten", "source", "workFloor")).getId());
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult()
                .getBusinessKey();
    }

    private void colleagueCompletes(String task) {
        as(GROUP, () -> {
            Map<String, Object> all = new HashMap<>(ANSWERS);
            all.putAll(THEME);
            engine.getTaskService().complete(task, all);
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

    private Locator messages() {
        return page.locator(".page-notifications .alert-danger");
    }

    private Locator dialogMessages() {
        return page.locator(".modal-content .notifications .alert");
    }

    private void photo(String name) {
        String photos = System.getProperty("tweespoor.browser.photos");
        if (photos != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(photos, name + ".png")));
        }
    }
}
