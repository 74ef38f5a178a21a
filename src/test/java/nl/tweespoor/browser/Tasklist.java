package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tasklist as someone uses it who logs in, looks in the lists, and does a task. Every page it sees must be Dutch. */
class Tasklist {

    static final String MINE = "Mijn taken";
    static final String OF_MY_GROUPS = "Taken van mijn groepen";
    static final String LATE = "Te laat";
    /** In milliseconds. */
    private static final double OPENS_WITHIN = 10_000;
    private static final Pattern TASK_ID = Pattern.compile("[?&]task=([\\w-]+)");

    private final Page page;
    private final String address;
    private final PageText text;
    private final Map<String, List<Cookie>> sessions = new HashMap<>();
    private String user;

    Tasklist(Page page, int port) {
        this.page = page;
        this.address = "http://localhost:" + port + "/camunda/app/tasklist/";
        this.text = new PageText(page);
    }

    /**
     * Demo accounts have their group as name and as password. Who takes over the window keeps the session of the one before for
     * later: with a window for each, Chromium puts off drawing those that it thinks nobody looks at. Whoever is back opens
     * Tasklist anew, as others went on meanwhile, and a list finds that out only after some seconds. Whoever goes on looks at
     * another list first, and then the next one that they look at is read anew.
     */
    void login(String group) {
        if (group.equals(user)) {
            show(LATE);
            return;
        }
        page.navigate("about:blank");
        if (user != null) {
            sessions.put(user, page.context().cookies());
        }
        page.context().clearCookies();
        page.context().addCookies(sessions.getOrDefault(group, List.of()));
        openLoginPage();
        if (!sessions.containsKey(group)) {
            tryToLogin(group, group);
        }
        assertThat(filter(MINE)).isVisible();
        user = group;
    }

    void openLoginPage() {
        page.navigate(address);
    }

    void tryToLogin(String name, String password) {
        page.getByLabel("Gebruikersnaam").fill(name);
        page.getByLabel("Wachtwoord").fill(password);
        text.isDutch();
        button("Inloggen").click();
    }

    void logout() {
        page.locator(".account > a").click();
        text.isDutch();
        page.getByText("Uitloggen").click();
        assertThat(page.getByText("U bent uitgelogd.")).isVisible();
        sessions.remove(user);
        user = null;
    }

    void openStartForm(String process) {
        page.getByText("Proces starten").click();
        Locator dialog = page.locator(".modal-content");
        Locator choice = dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(process).setExact(true));
        assertThat(choice).isVisible();
        text.isDutch();
        choice.click();
        assertThat(dialog.locator(".fjs-form")).isVisible();
        text.isDutch();
    }

    void tryToStart() {
        button("Starten").click();
    }

    void start() {
        tryToStart();
        assertThat(page.locator(".modal-content")).isHidden();
    }

    /** What Tasklist tells of a list under the mouse lies on the other lists, so the mouse goes on. */
    void show(String filter) {
        filter(filter).click();
        page.mouse().move(0, 0);
        assertThat(page.locator(".task-filters .item.active")).containsText(filter);
    }

    Locator listed(String task, String dossier) {
        return page.locator(".tasks-list li.task")
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(task).setExact(true))))
                .filter(new Locator.FilterOptions().setHasText(dossier));
    }

    /** Opens the first task in the filter that has this name; it shows to which dossier it belongs before one opens it. */
    void open(String filter, String task, String dossier, String title) {
        show(filter);
        Locator card = listed(task, dossier).first();
        assertThat(card).containsText(title);
        assertThat(card.getByText(dossier)).isVisible();
        assertThat(card.getByText(title)).isVisible();
        text.isDutch();
        Locator link = card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(task).setExact(true));
        link.click();
        try {
            page.locator(".fjs-form").waitFor(new Locator.WaitForOptions().setTimeout(OPENS_WITHIN));
        } catch (TimeoutError closed) {
            // A list that is read anew closes what was just opened in it. Then a person opens it once more.
            link.click();
        }
        assertThat(page.locator(".fjs-form")).isVisible();
        text.isDutch();
    }

    /** The other tabs of a task. */
    void lookAround(String task, String dossier, String title) {
        open(OF_MY_GROUPS, task, dossier, title);
        for (String tab : List.of("Geschiedenis", "Schema", "Toelichting", "Formulier")) {
            page.locator(".nav-tabs").getByText(tab).click();
            assertThat(page.locator(".nav-tabs .active")).containsText(tab);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            text.isDutch();
        }
    }

    void claim() {
        Locator claim = page.locator("button.claim");
        if (claim.isVisible()) {
            claim.click();
            assertThat(claim).isHidden();
        }
        assertThat(page.locator(".disabled-form")).hasCount(0);
        assertThat(page.locator(".fjs-form")).isVisible();
    }

    void unclaim() {
        page.locator("button.unclaim").click();
        assertThat(page.locator("button.claim")).isVisible();
    }

    void comment(String comment) {
        page.locator("a.createCommentLink").click();
        Locator dialog = page.locator(".modal-content");
        dialog.locator("textarea").fill(comment);
        text.isDutch();
        dialog.locator("button.btn-primary").click();
        assertThat(dialog).isHidden();
    }

    Locator form() {
        return page.locator(".fjs-form");
    }

    String taskId() {
        Matcher id = TASK_ID.matcher(page.url());
        if (!id.find()) {
            throw new IllegalStateException("no task is open: " + page.url());
        }
        return id.group(1);
    }

    Locator completeButton() {
        return page.locator(".form-actions").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Afronden"));
    }

    /** Done when Tasklist has closed the task. */
    void complete() {
        text.isDutch();
        String id = taskId();
        completeButton().click();
        page.waitForURL(url -> !url.contains(id));
        text.isDutch();
    }

    void isDutch() {
        text.isDutch();
    }

    private Locator filter(String name) {
        return page.locator(".task-filters .item").getByText(name, new Locator.GetByTextOptions().setExact(false));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
