package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A process owner changes a form, a table and a process in the browser, under the policy that our pages have, as the guide says. What it
 * shows of that stands in {@code target/browser/guide-*.png} afterwards.
 */
@BrowserTest
class EditingTest {

    private final Chromium chromium;
    @LocalServerPort
    int port;
    Page page;

    EditingTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    private void open(String path) {
        page = chromium.window();
        page.setViewportSize(1060, 850);
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("Gebruikersnaam").fill("process-owner");
        page.getByLabel("Wachtwoord").fill("process-owner");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen")).click();
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate("http://localhost:" + port + "/processes/" + path);
    }

    private void edit(String what) {
        open(what);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bewerken")).click();
        assertThat(page.locator("main[data-ready]")).hasCount(1);
    }

    private void propose(String title) {
        page.getByLabel("Wat wijzigt u?").fill(title);
        page.getByLabel("Waarom?").fill("Mensen vragen hierom.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voorstellen")).click();
    }

    /** For the guide. */
    private void picture(String recipe) {
        page.locator(".bench").screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "browser", "guide-" + recipe + ".png")));
    }

    private Locator checked() {
        return page.locator("#checked");
    }

    @Test
    void aQuestionIsAddedToAFormWithTheKeyboardAndNothingIsLostBeforeItIsProposed() {
        edit("form/read-answer");
        page.getByTitle("Create a Text field element").press("Enter");

        assertThat(page.locator("#findings")).containsText("Text field: een lang antwoord past niet in de database.");
        propose("Meer vragen");
        assertThat(page.locator("#refused")).containsText("een lang antwoord past niet in de database.");
        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Niet nu")).click();
        assertThat(page.locator("#refused")).isVisible();
        assertThat(asked).containsExactly("beforeunload");

        page.getByLabel("Wijs aan: Text field").first().press("Enter");
        page.locator("#properties").getByText("General").click();
        page.locator("#properties").getByLabel("Key").fill("answerPhone");
        picture("question");
        page.locator("#properties").locator("[data-group-id=group-validation] .bio-properties-panel-group-header").click();
        page.locator("#properties").getByLabel("Maximum length").fill("200");
        assertThat(checked()).containsText("In orde");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zo ziet het eruit")).press("Enter");
        assertThat(page.locator(".as-in-tasklist").getByLabel("Text field")).isVisible();
        page.keyboard().press("Escape");
        propose("Meer vragen");
        assertThat(page.locator("main")).containsText("Wijziging beoordelen.");
        assertThat(page.locator("main")).containsText("Nieuw: vraag «Text field»");
        page.getByText("Zo ziet het formulier eruit").press("Enter");
        assertThat(page.locator(".as-in-tasklist:visible").getByLabel("Text field")).isVisible();
    }

    @Test
    void aCellOfATableIsChangedAndAskedAfterByItsRule() {
        edit("table/mandate");
        Locator cell = page.locator("#drawing td.input-cell").getByText("> 50000");
        cell.click();
        page.keyboard().press("Control+A");
        page.keyboard().type("> > 1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren")).click();
        assertThat(page.locator("#findings")).containsText("Mandaat: regel 3, kolom 'Kosten in drie jaar (euro)': '> > 1' is geen goede FEEL");
        page.getByLabel("Wijs aan: Mandaat").click();
        assertThat(page.locator("#drawing td.input-cell.focussed")).containsText("> > 1");
        page.keyboard().press("Control+A");
        page.keyboard().type("> 75000");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren")).click();
        assertThat(checked()).containsText("In orde");
        picture("rule");
        propose("Hoger mandaat");
        assertThat(page.locator("main")).containsText("75000");
    }

    @Test
    void aTaskGetsAnotherNameAndRoleAndGoesAlongWithAnotherFile() {
        edit("process/innovation");
        page.locator("#drawing [data-element-id=UserTask_IdentifyOpportunity]").click();
        page.locator("#properties").getByText("Algemeen").click();
        page.locator("#properties [name=name]").fill("Kans bekijken");
        page.locator("#properties").getByText("Algemeen").click();
        page.locator("#properties").getByText("Wie doet het").click();
        page.locator("#properties").getByLabel("Groepen").fill("nobody");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren")).click();
        assertThat(page.locator("#findings")).containsText("Kans bekijken: de groep 'nobody' bestaat niet");
        picture("role");
        page.locator("#properties").getByLabel("Groepen").fill("head-of-innovation");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren")).click();
        assertThat(checked()).containsText("In orde");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leg opzij")).click();
        page.navigate("http://localhost:" + port + "/processes/form/read-answer/edit");
        assertThat(page.locator("#aside")).containsText("innovation.bpmn");
        propose("Andere naam");
        assertThat(page.locator("main")).containsText("«Kans verkennen» heet nu «Kans bekijken»");
    }

    @Test
    void aPeriodIsChanged() {
        edit("table/periods");
        page.locator("#drawing td.output-cell").first().click();
        page.keyboard().press("Control+A");
        page.keyboard().type("\"P21D\"");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Controleren")).click();
        assertThat(checked()).containsText("In orde");
        picture("period");
        propose("Meer tijd");
        assertThat(page.locator("main")).containsText("P21D");
    }
}
