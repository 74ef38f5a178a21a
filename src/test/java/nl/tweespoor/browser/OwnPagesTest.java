package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.tweespoor.reading.Reading;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.ReadingLog;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.Walk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our own pages as a browser shows them, to people with and without a mouse, on a telephone and on paper. */
@BrowserTest
class OwnPagesTest {

    private static final Path AXE = Path.of("src", "main", "frontend", "node_modules", "axe-core", "axe.min.js");

    private final Chromium chromium;
    @Autowired
    Walk walk;
    @Autowired
    ReadingLog log;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;
    Page page;

    OwnPagesTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    private void open(String account, String path) {
        page = chromium.window();
        page.navigate("http://localhost:" + port + "/login");
        page.getByLabel("Gebruikersnaam").fill(account);
        page.getByLabel("Wachtwoord").fill(account);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inloggen")).click();
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate("http://localhost:" + port + path);
    }

    /** By the rules of WCAG 2.2 A and AA that a program can judge; the editors are of others. */
    private void hasNoBarriers() {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new IllegalStateException("No axe-core: build the style sheet first", e);
        }
        assertThat((List<?>) page.evaluate("""
                async () => (await axe.run({exclude: [['#drawing'], ['#properties']]}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                    .violations.map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' '))""")).isEmpty();
    }

    @Test
    void theLoginPageHasNoBarriers() {
        page = chromium.window();
        page.navigate("http://localhost:" + port + "/login");

        hasNoBarriers();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void thePageHasNoBarriersAndFitsItsWindow(int width) {
        Dossier dossier = walk.reported("title", "Onderhoudsovereenkomstverlengingsbevestigingen".repeat(2))
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "select",
                        "selectionReason", "zorgtechnologieverantwoordelijkheden".repeat(50)).complete("UserTask_PrepareTest");
        open("finance", "/dossiers/" + dossier.number());
        page.setViewportSize(width, 800);

        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        for (Locator fold : page.locator("summary").all()) {
            fold.click();
        }
        diagramsAreDrawn(7);
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void myWorkHasNoBarriersAndFitsItsWindowWithNothingAndWithMuch(int width) {
        open("head-of-innovation", "/");
        page.setViewportSize(width, 800);
        hasNoBarriers();
        for (int i = 0; i < 7; i++) {
            walk.reportedBy("head-of-innovation", "title", "Onderhoudsovereenkomstverlengingsbevestigingen".repeat(2));
        }
        walk.reportedBy("head-of-innovation").complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject", "identifyReason",
                "zorgtechnologieverantwoordelijkheden".repeat(50));
        page.reload();

        assertThat(page.locator(".lists")).containsText("Taken van mijn groepen 7");
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void theStrategyHasNoBarriersAndFitsItsWindow(int width) {
        walk.identified().assess("mainGoal", "S-2026-01/D3");
        open("board", "/strategy");
        page.setViewportSize(width, 800);
        hasNoBarriers();
        for (Locator fold : page.locator("summary").all()) {
            fold.click();
        }
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    /** Two hundred dossiers, of which the engine knows nothing more than that. On paper nothing can be unfolded. */
    @Test
    void theStrategyOnPaperHasWhatIsFoldedOnTheScreen() throws IOException {
        walk.identified().assess("mainGoal", "S-2026-01/D3");
        for (int i = 0; i < 200; i++) {
            jdbc.sql("insert into register_goal (goal, chain) values ('S-2026-01/D3', ?)").param("I-2020-%04d".formatted(i)).update();
        }
        open("board", "/strategy");

        try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(new PDFTextStripper().getText(paper)).contains("Wifi in alle gangen", "I-2020-0000", "I-2020-0199", "De gekozen koers, met de argumenten");
        }
    }

    /** Who has no account has this page only. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void aPollHasNoBarriersAndFitsItsWindow(int width) throws Exception {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(("token" + width).getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("insert into support_poll (id, dossier_number, poll_moment, question1, question2, until_at, asked, opened_at)"
                + " values (?, 'I-2026-0001', 'start', ?, 'Hebt u er tijd voor?', timestamp '2099-01-01 00:00:00', 1, current_timestamp)").params("poll-" + width,
                "Onderhoudsovereenkomstverlengingsbevestigingen".repeat(2)).update();
        jdbc.sql("insert into support_poll_invitation (token_hash, poll_id) values (?, ?)").params(hash, "poll-" + width).update();
        page = chromium.window();
        page.setViewportSize(width, 800);
        page.navigate("http://localhost:" + port + "/poll/token" + width);
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        page.getByLabel("Een beetje").first().check();
        page.getByLabel("Nee").last().check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Versturen")).click();
        assertThat(page.getByText("Uw antwoord is binnen.")).isVisible();
        hasNoBarriers();
        page.navigate("http://localhost:" + port + "/poll/token" + width);
        assertThat(page.getByText("Deze koppeling werkt niet (meer)")).isVisible();
        hasNoBarriers();
    }

    private void diagramsAreDrawn(int diagrams) {
        assertThat(page.locator(".diagram .bjs-powered-by")).hasCount(diagrams);
        assertThat(page.locator(".diagram:not([hidden]):not(:has(.often))")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void theOtherPagesOfADossierHaveNoBarriersAndFitTheirWindow(int width) {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow",
                "selectionReason", "zorgtechnologieverantwoordelijkheden".repeat(50), "selectionDeviationReason", "drukte".repeat(50));
        open("auditor", "/dossiers/" + dossier.number());
        page.setViewportSize(width, 800);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Op welke gronden: Kans selecteren")).click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Welke regel gold: Selectieadvies"))).isVisible();
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        page.navigate("http://localhost:" + port + "/dossiers/" + dossier.number() + "/gelezen");
        assertThat(page.getByText("Besluit ")).isVisible();
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @Test
    void fromMyWorkOneGoesToATaskWithTheKeyboard() {
        walk.reported("title", "Rustiger nachten");
        open("head-of-innovation", "/");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kans verkennen")).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".fjs-form")).containsText("Rustiger nachten");
    }

    @Test
    void theDecisionOfTheBoardIsOneSheetOfPaper() throws IOException {
        Dossier dossier = walk.beingTested().completeTests("privacyRisk", "high")
                .complete("UserTask_WeighFindings", "pilotChoice", "noPilot")
                .complete("UserTask_ConcludeFeasibility", "feasibilityConclusion", "feasible")
                .complete("UserTask_DecideByBoard", "continuationOutcome", "proceed", "continuationReason",
                        "De pilot overtuigt. Beide nachtteams gaan hiermee werken en houden een plan bij uitval. ".repeat(8));
        open("board", "/dossiers/" + dossier.number());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Op welke gronden: Beslissen boven mandaat")).click();
        assertThat(page.getByText("Welke regel gold: Mandaat")).isVisible();

        try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(paper.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
            assertThat(new PDFTextStripper().getText(paper)).contains("Volgens welk proces", "Afgedrukt door Raad van Bestuur", "1 / 1");
        }
    }

    @Test
    void printingByHandIsInTheLogToo() {
        Dossier dossier = walk.reported();
        open("auditor", "/dossiers/" + dossier.number());
        page.waitForResponse(answer -> answer.url().endsWith("?print"), () -> page.evaluate("void dispatchEvent(new Event('beforeprint'))"));

        assertThat(log.of(dossier.number(), 9)).extracting(Reading::action).containsExactly(Action.PRINT, Action.READ);
    }

    @Test
    void aFoldDrawsTheModelWithThePathAndACalledProcessOpensFromItsTask() {
        Dossier dossier = walk.selected();
        open("employee", "/dossiers/" + dossier.number());
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(said -> complaints.add(said.text()));
        assertThat(page.locator(".djs-container")).hasCount(0);
        assertThat((Boolean) page.evaluate("performance.getEntriesByType('resource').some(file => file.name.includes('diagram'))")).isFalse();

        page.getByText("Innovatie, versie ").click();
        diagramsAreDrawn(1);
        Locator diagram = page.locator(".diagram:visible");
        assertThat(diagram.locator("[data-element-id=UserTask_IdentifyOpportunity].passed")).isVisible();
        assertThat(diagram.locator("[data-element-id=CallActivity_TestFeasibility].here")).isVisible();
        assertThat(diagram.locator("[data-container-id=UserTask_IdentifyOpportunity]")).hasText("1×");
        assertThat(diagram.getByTitle("Powered by bpmn.io")).isVisible();

        diagram.locator("[data-element-id=CallActivity_SelectOpportunity]").first().click();
        diagramsAreDrawn(2);
        assertThat(page.locator("details[id^=model-selection] li").getByText("Kans selecteren")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void withTheKeyboardOneSkipsToTheContentAndGoesToOnesTask() {
        Dossier dossier = walk.beingTested();
        open("finance", "/dossiers/" + dossier.number());

        page.keyboard().press("Tab");
        assertThat(page.getByText("Naar de inhoud")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL("http://localhost:" + port + "/dossiers/" + dossier.number() + "#main");
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar mijn taak: Financiën toetsen")))
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".fjs-form")).isVisible();
    }

    @Test
    void onPaperStandWhoPrintedItAndTheGroundsAndNothingToClickOn() {
        Dossier dossier = walk.selected();
        open("head-of-innovation", "/dossiers/" + dossier.number());
        assertThat(page.getByText("Formulier select-opportunity")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.getByText("Afgedrukt door Hoofd Innovatie op ")).isVisible();
        assertThat(page.getByText("Formulier select-opportunity")).isVisible();
        for (String onlyOnScreen : List.of("Uitloggen", "Naar de inhoud", "Naar mijn taak", "Wat er verder gebeurde")) {
            assertThat(page.getByText(onlyOnScreen)).isHidden();
        }
    }

    @Test
    void whatIsNotThereSaysSoWithoutBarriersAndOneCanLogOut() {
        open("hr", "/dossiers/I-2026-9999");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Wat u zoekt, is er niet (meer).");
        hasNoBarriers();

        page.navigate("http://localhost:" + port + "/dossiers/" + walk.reportedBy("hr").number());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Uitloggen")).click();
        assertThat(page.getByText("U bent uitgelogd.")).isVisible();
    }

    // What is live

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void thePagesOfWhatIsLiveHaveNoBarriersAndFitTheirWindow(int width) {
        String before = repository.createDeployment().addInputStream("read-answer.form",
                new ByteArrayInputStream("{\"id\": \"read-answer\", \"components\": []}".getBytes(StandardCharsets.UTF_8))).deploy().getId();
        jdbc.sql("update shipped_file set taken = null where name = 'read-answer.form'").update();
        try {
            open("process-owner", "/processes");
            page.setViewportSize(width, 800);
            for (String path : List.of("", "/process/innovation", "/form/read-answer", "/form/read-answer/1", "/upgrade/read-answer.form",
                    "/process/innovation/edit", "/table/mandate/edit", "/new-form", "/guide")) {
                page.navigate("http://localhost:" + port + "/processes" + path);
                assertThat(page.locator("main.editing:not([data-ready])")).hasCount(0);
                page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
                hasNoBarriers();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path).isEqualTo(true);
            }
            page.navigate("http://localhost:" + port + "/processes/form/read-answer/1");
            page.getByLabel("Waarom?").fill("De vraag klopte niet meer.");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zet alleen read-answer.form terug")).click();
            assertThat(page.locator("main")).containsText("Versie 3, staat nu live");
        } finally {
            jdbc.sql("update shipped_file set taken = offered").update();
            repository.createDeploymentQuery().list().stream().filter(deployment -> deployment.getId().equals(before)
                    || String.valueOf(deployment.getName()).startsWith("Terug naar")).forEach(deployment ->
                    repository.deleteDeployment(deployment.getId(), true));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void movingDossiersHasNoBarriersAndFitsItsWindow(int width) throws IOException {
        Dossier goes = walk.identified();
        Dossier stays = walk.reported();
        walk.loginAsAdministrator();
        String after = repository.createDeployment().addString("innovation.bpmn", Files.readString(Path.of("processes", "innovation.bpmn"))
                .replace("UserTask_IdentifyOpportunity", "UserTask_LookAtOpportunity")).deploy().getId();
        try {
            open("process-owner", "/processes/process/innovation");
            page.setViewportSize(width, 800);
            fitsWithoutBarriers();
            page.getByLabel("Verplaats lopende dossiers: versie 1").click();
            assertThat(page.locator("main")).containsText(stays.number() + ": Wacht bij «Kans verkennen»");
            fitsWithoutBarriers();
            page.getByLabel("Alleen wat ik hieronder aanvink").check();
            page.getByLabel(goes.number()).check();
            page.getByLabel("Waarom?").fill("De oude stap bestaat niet meer.");
            page.getByLabel("Ik heb gelezen wat er meegaat en wat niet").check();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "move-" + width + ".png")));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verplaats naar versie 2")).click();
            assertThat(page.locator("main")).containsText("Tweespoor is bezig: nog 1 van 1");
            fitsWithoutBarriers();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "moved-" + width + ".png")));
        } finally {
            walk.loginAsAdministrator();
            repository.deleteDeployment(after, true);
        }
    }

    // Proposals

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void aProposalIsMadeReadAndReviewedWithoutBarriers(int width) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "browser")).resolve("mandate.dmn");
        Files.writeString(file, Files.readString(Path.of("processes", "mandate.dmn")).replace("50000", "75000"));
        open("process-owner", "/processes");
        page.setViewportSize(width, 800);
        fitsWithoutBarriers();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stel een wijziging voor")).click();
        fitsWithoutBarriers();
        page.getByLabel("Wat wijzigt u?").fill("Hoger mandaat");
        page.getByLabel("Waarom?").fill("Prijzen zijn gestegen sinds dit bedrag werd gekozen.");
        Path model = file.resolveSibling("innovation.bpmn");
        Files.writeString(model, Files.readString(Path.of("processes", "innovation.bpmn")).replace("name=\"Kans verkennen\"", "name=\"Kans bekijken\""));
        page.getByLabel("Bestanden").setInputFiles(new Path[] {file, model});
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "propose-" + width + ".png")));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Laat het beoordelen")).click();

        assertThat(page.locator("main")).containsText("Wacht op Raad van Bestuur: Wijziging beoordelen");
        assertThat(page.locator("main")).containsText("75000");
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
        assertThat(page.locator(".diagram .changed[data-element-id=UserTask_IdentifyOpportunity]")).hasCount(2);
        fitsWithoutBarriers();
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", "change-" + width + ".png")));
    }

    // The register

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void theRegisterHasNoBarriersAndFitsItsWindow(int width) {
        walk.reported("title", "Onderhoudsovereenkomstverlengingsbevestigingen".repeat(2))
                .complete("UserTask_IdentifyOpportunity", "identifyOutcome", "goOn").assess()
                .complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow",
                        "selectionReason", "zorgtechnologieverantwoordelijkheden".repeat(50));
        open("auditor", "/register");
        page.setViewportSize(width, 800);

        fitsWithoutBarriers();
        page.getByText("Steekproef trekken").click();
        fitsWithoutBarriers();
        page.getByLabel("met in titel of reden").fill("komt niet voor");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Geen besluit past bij dit filter.")).isVisible();
        fitsWithoutBarriers();
    }

    private void fitsWithoutBarriers() {
        hasNoBarriers();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    }

    @Test
    void whatWasAskedStaysInTheAddressAndBackWorks() {
        Dossier dossier = walk.selected();
        open("board", "/register");
        page.locator("select[name=kind]").selectOption("Kans selecteren");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Toon besluiten")).click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("1 besluit").setExact(true))).isVisible();
        assertThat(page.url()).contains("kind=Kans+selecteren");
        assertThat(page.locator("select[name=kind]")).hasValue("Kans selecteren");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Naar de controles"))).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(dossier.number())).click();
        page.goBack();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("1 besluit").setExact(true))).isVisible();
    }

    @Test
    void onPaperTheRegisterSaysHowItWasFilteredAndHasNothingToClickOn() {
        walk.selected();
        open("head-of-innovation", "/register?kind=Kans+selecteren");
        assertThat(page.getByText("Soort besluit: Kans selecteren.")).isHidden();
        page.setViewportSize(690, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.getByText("Soort besluit: Kans selecteren.")).isVisible();
        assertThat(page.getByText("Afgedrukt door Hoofd Innovatie op ")).isVisible();
        assertThat(page.locator("thead")).isVisible();
        for (String onlyOnScreen : List.of("Toon besluiten", "Neem deze besluiten mee als", "Welke besluiten?")) {
            assertThat(page.getByText(onlyOnScreen)).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1600})
    void theControlsHaveNoBarriersAndAreDoneWithTheKeyboard(int width) {
        walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow");
        open("auditor", "/register/controls");
        page.setViewportSize(width, 800);
        fitsWithoutBarriers();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Doe alle controles")).focus();
        page.keyboard().press("Enter");

        assertThat(page.getByText("bekeken: ")).hasCount(10, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        fitsWithoutBarriers();
        page.getByText("Ter informatie: 1").click();
        fitsWithoutBarriers();
    }
}
