package nl.tweespoor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Answers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A whole dossier, from the report until it is secured, as the people concerned do it in Tasklist. To look at every
 * form yourself: {@code -Dtweespoor.browser.photos=<folder>}.
 */
@BrowserTest
class DossierInTasklistTest {

    private static final Path EVIDENCE = Path.of("target", "browser");
    private static final String PHOTOS = System.getProperty("tweespoor.browser.photos");
    private static final Map<String, Object> FOUND = Map.of("goalsProgress", "yes", "clientJudgement", "positive",
            "staffJudgement", "positive", "incidents", "none");
    private static final long SEED = 7;
    private static final String TITLE = "Rustiger nachten op De Linde";

    private final Chromium chromium;
    @Autowired
    ProcessEngine engine;
    @LocalServerPort
    int port;
    Page page;
    Tasklist tasklist;
    String dossier;
    int photos;

    DossierInTasklistTest(Chromium chromium) {
        this.chromium = chromium;
    }

    @RegisterExtension
    final AfterTestExecutionCallback evidence = context -> {
        if (context.getExecutionException().isPresent()) {
            keep(context.getDisplayName().replace("()", ""));
        }
    };

    @BeforeEach
    void openWindow() {
        page = chromium.window();
        tasklist = new Tasklist(page, port);
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    @Test
    void whoCannotLogInReadsWhyInDutch() {
        tasklist.openLoginPage();
        tasklist.tryToLogin("works-council", "wrong");

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("De gebruikersnaam of het wachtwoord klopt niet.");
        assertThat(page.getByLabel("Gebruikersnaam")).hasValue("works-council");
        tasklist.isDutch();
    }

    @Test
    void anEmptyListSaysThatThereIsNothingToDo() {
        tasklist.login("auditor");
        for (String filter : List.of(Tasklist.MINE, Tasklist.OF_MY_GROUPS, Tasklist.LATE, "Alles van mijn groepen")) {
            tasklist.show(filter);
            assertThat(page.locator(".tasks-list")).containsText("Hier staan nu geen taken.");
            tasklist.isDutch();
        }
        tasklist.logout();
        tasklist.login("employee");
    }

    @Test
    void aReportWithGapsSaysWhereInDutchAndLosesNothing() {
        FormOnPage form = openReport();
        form.fillOnly(Map.of("problem", "Cliënten worden wakker van de nachtronde."));
        tasklist.tryToStart();

        assertThat(form.question("forWhom")).containsText("Vul dit veld in.");
        assertThat(form.question("source")).containsText("Maak een keuze.");
        assertThat(form.question("title")).containsText("Vul dit veld in.");
        assertThat(form.question("problem").locator(".fjs-form-field-error")).hasCount(0);
        assertThat(form.question("problem").locator("textarea"))
                .hasValue("Cliënten worden wakker van de nachtronde.");
        tasklist.isDutch();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();

        form.fillOnly(Map.of("forWhom", "De cliënten", "source", "workFloor", "title", TITLE));
        tasklist.start();
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().variableName("problem").list())
                .extracting(variable -> variable.getValue()).isNotEmpty()
                .containsOnly("Cliënten worden wakker van de nachtronde.");
    }

    @Test
    void aDossierGoesFromReportToSecured() {
        report();
        does("head-of-innovation", "Kans verkennen", Map.of("identifyOutcome", "goOn", "theme", "sensing"));
        does("head-of-innovation", "Kans toetsen aan strategie", Map.of("selectionGround", "strategicGoal",
                "mainGoal", "Rustiger nachten voor cliënten en nachtdienst", "goalStrength", "strong",
                "otherGoals", List.of("Medewerkers blijven graag bij ons werken"), "lastingValue", "yes"));
        does("head-of-innovation", "Kans selecteren", Map.of("selectionOutcome", "select", "priority", "high"));

        tasklist.lookAround("Toets voorbereiden", dossier, TITLE);
        does("head-of-innovation", "Toets voorbereiden", Map.of("usesAi", "unknown", "limitsFreedom", "unknown"));
        does("line-manager", "Organisatie toetsen", Map.of("organisationFinding", "conditions",
                "organisationConditions", "Eerst het rooster van de nachtdienst.", "workChange", "some", "jobsChange", "no", "workRules", "no"));
        testFinanceWithEnterOnTheWay();
        does("it", "Techniek toetsen", Map.of("technologyFinding", "good"));
        does("privacy-quality", "Vooraf kijken of een DPIA nodig is", Map.of("dataApplies", "yes",
                "dpiaCriteria", List.of("sensitive", "vulnerable"), "onDpiaList", "no"));
        does("privacy-quality", "Privacy en recht toetsen", Map.ofEntries(Map.entry("dpiaState", "done"), Map.entry("staffMonitored", "no"), Map.entry("clientLife", "no"),
                Map.entry("dpiaDate", today()), Map.entry("dpiaOutcome", "Alleen de nachtdienst ziet een melding."),
                Map.entry("dpiaResidualRisk", "low"), Map.entry("dpiaReviewDate", today().plusMonths(6)),
                Map.entry("dataFinding", "good"), Map.entry("dataSaidBy", "Functionaris gegevensbescherming"),
                Map.entry("dataBasis", "De DPIA."), Map.entry("coercionFinding", "notApplicable"),
                Map.entry("coercionNotReason", "De sensor houdt niemand tegen."), Map.entry("deviceFinding", "conditions"),
                Map.entry("deviceClass", "classI"), Map.entry("deviceUse", "Bewaken in de nacht, zoals de fabrikant zegt."),
                Map.entry("deviceIncidents", "De coördinator hulpmiddelen."), Map.entry("deviceConditions", "Elk jaar nakijken."),
                Map.entry("deviceSaidBy", "Coördinator hulpmiddelen"), Map.entry("deviceBasis", "De verklaring van de fabrikant."),
                Map.entry("aiFinding", "good"), Map.entry("aiDuties", List.of("literacy")),
                Map.entry("aiTellsStaff", "De teammanager."), Map.entry("aiSaidBy", "Jurist"),
                Map.entry("aiBasis", "De leverancier."), Map.entry("riskAssessment", "planned"),
                Map.entry("riskAssessmentBy", today().plusMonths(1)), Map.entry("privacyRisk", "high")));
        does("care-professional", "Draagvlak peilen", Map.ofEntries(Map.entry("professionalsHeard", "heard"),
                Map.entry("professionalsWho", "Zes mensen van de nachtdienst"), Map.entry("professionalsDate", today()),
                Map.entry("professionalsView", "Zij willen het."), Map.entry("clientsHeard", "heard"),
                Map.entry("clientsWho", "Veertien cliënten"), Map.entry("clientsDate", today()),
                Map.entry("clientsView", "Twaalf zijn voor."), Map.entry("criticsHeard", "none"),
                Map.entry("criticsUnheardReason", "In het teamoverleg twijfelde niemand."),
                Map.entry("supportConcerns", "Valse meldingen"), Map.entry("concernAnswers", "Wij meten ze."),
                Map.entry("supportFinding", "good"), Map.entry("concernsLeft", "none")));
        does("head-of-innovation", "Bevindingen wegen", Map.of("pilotChoice", "pilot",
                "pilotQuestion", "Slapen cliënten beter?", "pilotTeam", "Nachtzorg",
                "pilotEndDate", today().plusMonths(2)));
        does("care-professional", "Ervaringen uit de pilot vastleggen", Map.of("pilotVerdict", "works"));
        does("head-of-innovation", "Pilot beoordelen", Map.of("pilotResult", "works"));
        does("head-of-innovation", "Conclusie opstellen", Map.of("feasibilityConclusion", "feasibleWithConditions",
                "feasibilityConditions", "Eerst het rooster van de nachtdienst."));
        does("board", "Beslissen boven mandaat", Map.of("continuationOutcome", "proceed",
                "continuationReason", "Dit past bij onze strategie en is betaalbaar."));
        does("head-of-innovation", "Overdracht voorbereiden", Map.of("reach", "severalTeams", "condition1Owner", "line-manager",
                "condition1Date", today().plusDays(30), "condition2Owner", "hr", "condition2Date", today().plusDays(40),
                "condition3Owner", "privacy-quality", "condition3Date", today().plusDays(30), "condition4Owner", "line-manager",
                "condition4Date", today().plusDays(30)));

        does("head-of-implementation", "Overdracht beoordelen", Map.of("handOverOutcome", "accept"));
        theReporterReads("Dit past bij onze strategie en is betaalbaar.");

        does("head-of-implementation", "Zwaarte en stappen kiezen", Map.of("chosenWeight", "light",
                "weightDeviationReason", "De teams werken al op dezelfde manier."));
        does("management-team", "Keuze voor minder stappen bevestigen", Map.of("weightConfirmationOutcome", "disagree"));
        does("head-of-implementation", "Zwaarte en stappen kiezen", Map.of("chosenWeight", "standard",
                "targetGroupStep", "do", "strategyStep", "do",
                "weightDeviationReason", "De teams werken al op dezelfde manier."));
        does("head-of-implementation", "Projectteam en randvoorwaarden regelen", Map.of("member1", "Zorgmedewerker", "member1Hours", 8,
                "member2", "ICT", "member2Hours", 4, "handOverChangeChoice", "none"));
        does("line-manager", "Agendaruimte toezeggen", Map.of("room1Hours", 8, "room2Hours", 4, "roomOutcome", "granted"));
        othersDoTheSame("UserTask_HandleOpenPoint", Map.of("pointOutcome", "done"));
        othersDoTheSame("UserTask_ReadPointAnswer", Map.of());
        does("project-lead", "Huidige praktijk en doelen analyseren", Map.of("normDirection", "lower",
                "baselineValue", "14", "targetValue", "5", "normValue", "7,5"));
        does("project-lead", "Doelgroepen en setting analyseren", Map.of());
        does("project-lead", "Strategieën kiezen", Map.of("strategies", List.of("training", "exampleTeam"), "unansweredFactor", "none"));
        does("project-lead", "Implementatieplan maken", Map.ofEntries(
                Map.entry("strategyExampleTeam", "De Linde begint; de andere teams komen kijken."),
                Map.entry("riskAnswers", "Wij meten elke week hoe vaak er een valse melding is."),
                Map.entry("privacyRiskAnswer", "Geen team start voordat de DPIA is gedaan."),
                Map.entry("planTeams", List.of("De Linde (verpleeghuis)", "Nachtzorg", "Zonnehof (revalidatie)")),
                Map.entry("milestone1Name", "Iedereen getraind"), Map.entry("milestone1Date", today().plusDays(40)),
                Map.entry("milestone1Owner", "HR"), Map.entry("trainingChoice", "needed"), Map.entry("procurementChoice", "needed"),
                Map.entry("itChoice", "needed"), Map.entry("planBudget", "9.000"), Map.entry("handOverChangeChoice", "none")));
        Map<String, Object> team = Map.of("teamSize", "10", "trainingWho", "Alle verzorgenden, ook de nacht.", "trainingCount", "9",
                "trainingBy", "HR", "trainingDate", today().plusDays(30), "helpChoice", "notNeeded",
                "helpNotReason", "Het team heeft een eigen digicoach.");
        does("project-lead", "Team inplannen", team);
        Map<String, Object> otherTeam = new HashMap<>(team);
        otherTeam.put("trainingBy", "hr");
        othersDoTheSame("UserTask_PlanTeam", otherTeam);
        does("head-of-implementation", "Implementatieplan goedkeuren", Map.of("approveOutcome", "approve"));
        does("line-manager", "Implementatieplan bevestigen", Map.of("confirmOutcome", "confirm"));
        does("hr", "Scholing regelen", Map.of());
        does("procurement", "Inkoop regelen", Map.of("purchaseCost", "12.500,00"));
        does("board", "Beslissen over duurdere inkoop", Map.of("purchaseOutcome", "allow"));
        does("it", "ICT regelen", Map.of());
        does("communications", "Communicatie regelen", Map.of());

        timeFor("StartEvent_StandUpDue");
        does("project-lead", "Stand-up houden", Map.of(
                "standUpBarrier1", "De houders komen twee weken later.", "standUpBarrier1Owner", "Inkoop",
                "standUpBarrier1Date", today().plusDays(10)));
        does("procurement", "Open punt afhandelen", Map.of("pointOutcome", "cannot"));
        does("management-team", "Beslissen over open punt", Map.of("pointDecision", "accepted"));
        readAnswerOnPoint();
        Map<String, Object> ready = Map.of("teamReadiness", "ready", "floorWorks", "yes",
                "conditionsMet", "yes", "supportArranged", "yes", "liveSupport", "De digicoach, elke ochtend.");
        does("project-lead", "Team klaarmaken", ready);
        othersDoTheSame("UserTask_PrepareTeam", ready);
        Map<String, Object> trained = Map.of("workersCount", "10", "trainedCount", "9", "trained", "Alle verzorgenden, op één na.");
        does("line-manager", "Getrainde mensen tellen", trained);
        othersDoTheSame("UserTask_CountTrained", trained);
        Map<String, Object> live = Map.of("goLiveOutcome", "live", "liveOn", today(), "clientsInformed", "In het huiskamergesprek.",
                "liveFallback", "Dan lopen we weer een ronde.");
        does("line-manager", "Team laten starten", live);
        othersDoTheSame("UserTask_GoLive", live);
        does("project-lead", "Opnieuw peilen voorbereiden", Map.of("pollChoice", "skip"));
        othersDoTheSame("UserTask_PlanPoll", Map.of("pollChoice", "skip"));
        timeFor("StartEvent_EvaluationDue");
        does("project-lead", "Tussentijds evalueren", FOUND);
        does("project-lead", "Koers kiezen", Map.of("evaluationOutcome", "goOn"));
        does("care-professional", "Eerste ervaringen geven", Map.of("feedbackOutcome", "noBarrier"));
        othersDoTheSame("UserTask_GiveFeedback", Map.of("feedbackOutcome", "noBarrier"));
        does("line-manager", "Gebruik meten", Map.of("usersCount", "9"));
        othersDoTheSame("UserTask_MeasureUse", Map.of("usersCount", "9"));
        does("project-lead", "Tussentijds evalueren", FOUND);
        does("project-lead", "Koers kiezen", Map.of("evaluationOutcome", "goOnWithActions",
                "improvement1", "Nieuwe collega's krijgen ook uitleg.", "improvement1Owner", "HR", "improvement1Date", today().plusDays(10),
                "courseDeviationReason", "Het gaat goed, en dit kost weinig."));

        othersDoTheSame("UserTask_HandleOpenPoint", Map.of("pointOutcome", "done"));
        othersDoTheSame("UserTask_ReadPointAnswer", Map.of());
        does("project-lead", "Borging regelen", Map.of("lineOwner", "Teammanager", "runningBudget", "900.000"));
        does("line-manager", "Eigenaarschap accepteren", Map.of("ownershipOutcome", "accept"));
        othersDoTheSame("UserTask_PlanPoll", Map.of("pollChoice", "skip"));
        Map<String, Object> measured = Map.of("measuredValue", "6,5", "stillStandard", "yes", "ownerThere", "yes");
        timeFor("IntermediateEvent_MomentReached");
        does("line-manager", "Resultaat meten", measured);
        for (int moment = 2; moment <= 3; moment++) {
            timeFor("IntermediateEvent_MomentReached");
            othersDoTheSame("UserTask_MeasureResult", measured);
        }
        does("project-lead", "Lessen vastleggen", Map.of("lessonOutcome", "none"));
        does("head-of-implementation", "Beslissen over een les", Map.of("lessonDecision", "noChange"));
        theReporterReads("Uw kans is nu de gewone manier van werken.");
        runWhatWaitsForNoTime();

        assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery()
                .activityId("EndEvent_Secured").finished().count()).isOne();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().list()).extracting(
                ProcessInstance::getProcessDefinitionKey).as("what goes on").containsExactly("yearly-look");
    }

    private FormOnPage openReport() {
        tasklist.login("employee");
        tasklist.openStartForm("Kans melden");
        var innovation = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("innovation").latestVersion().singleResult();
        return new FormOnPage(page, engine.getFormService().getDeployedStartForm(innovation.getId()), today());
    }

    private void report() {
        openReport().fill(Map.of("title", TITLE, "source", "workFloor",
                "problem", "Cliënten worden wakker van de nachtronde."));
        photo("Kans melden");
        tasklist.start();
        dossier = engine.getRuntimeService().createProcessInstanceQuery()
                .processDefinitionKey("innovation").singleResult().getBusinessKey();
    }

    private void theReporterReads(String text) {
        tasklist.login("employee");
        tasklist.open(Tasklist.MINE, "Bericht over uw melding lezen", dossier, TITLE);
        assertThat(tasklist.form()).containsText(text);
        photo("Antwoord lezen");
        tasklist.complete();
    }

    private void readAnswerOnPoint() {
        tasklist.login("project-lead");
        tasklist.open(Tasklist.MINE, "Antwoord op uw punt lezen", dossier, TITLE);
        assertThat(tasklist.form()).containsText("Het managementteam aanvaardt dit punt bewust.");
        photo("Antwoord op punt");
        tasklist.complete();
    }

    /** Were Enter to send the form, what it costs to begin would be the amount of the first key. */
    private void testFinanceWithEnterOnTheWay() {
        FormOnPage finance = take("finance", "Financiën toetsen");
        finance.fill(Map.of("oneOffCost", "4", "benefit1Payer", "team", "benefit1Gainer", "clients", "financeFinding", "good"));
        finance.question("oneOffCost").locator("input").press("Enter");
        finance.fillOnly(Map.of("oneOffCost", "12.500"));
        photo("Financiën toetsen");
        tasklist.complete();
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().variableName("oneOffCost").singleResult()
                .getValue()).isEqualTo("12.500");
    }

    /** One person does one task: find it, take it, answer what it asks, and complete it. */
    private void does(String group, String task, Map<String, Object> answers) {
        take(group, task).fill(answers);
        photo(task);
        tasklist.complete();
        runWhatWaitsForNoTime();
    }

    /** What one did in Tasklist, others do as well: past the browser, for which it would be the same form once more. */
    private void othersDoTheSame(String step, Map<String, Object> answers) {
        Map<String, Object> asSubmitted = new HashMap<>(answers);
        asSubmitted.replaceAll((key, answer) -> answer instanceof LocalDate day ? day.toString() : answer);
        List<Task> waiting = engine.getTaskService().createTaskQuery().taskDefinitionKey(step).list();
        assertThat(waiting).as(step).isNotEmpty();
        for (Task task : waiting) {
            String group = task.getAssignee() != null ? task.getAssignee()
                    : engine.getTaskService().getIdentityLinksForTask(task.getId()).get(0).getGroupId();
            Answers other = new Answers(engine, new Random(SEED));
            Map<String, Object> given = other.to(engine.getFormService().getDeployedTaskForm(task.getId()),
                    other.knownAt(task.getId()), asSubmitted);
            engine.getIdentityService().setAuthentication(group, List.of(group));
            engine.getFormService().submitTaskForm(task.getId(), given);
            engine.getIdentityService().clearAuthentication();
        }
        runWhatWaitsForNoTime();
    }

    private FormOnPage take(String group, String task) {
        tasklist.login(group);
        boolean theirs = engine.getTaskService().createTaskQuery().taskName(task).taskAssignee(group).count() > 0;
        tasklist.open(theirs ? Tasklist.MINE : Tasklist.OF_MY_GROUPS, task, dossier, TITLE);
        assertThat(tasklist.form().getByText("Dossier " + dossier)).isVisible();
        assertThat(tasklist.form()).containsText(TITLE);
        tasklist.claim();
        return new FormOnPage(page, engine.getFormService().getDeployedTaskForm(tasklist.taskId()), today());
    }

    private void timeFor(String timer) {
        Job job = engine.getManagementService().createJobQuery().activityId(timer).singleResult();
        ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1000));
        engine.getManagementService().executeJob(job.getId());
    }

    private void runWhatWaitsForNoTime() {
        engine.getManagementService().createJobQuery().messages().list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), DutchTime.ZONE);
    }

    private void photo(String name) {
        if (PHOTOS != null) {
            takePhoto(Path.of(PHOTOS, "%02d %s.png".formatted(++photos, name)));
        }
    }

    /** As tall as the longest form: Tasklist scrolls inside the page, so a photo of the full page shows no more. */
    private void takePhoto(Path file) {
        page.setViewportSize(1440, 2600);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.setViewportSize(1440, 900);
    }

    private void keep(String name) throws IOException {
        Files.createDirectories(EVIDENCE);
        takePhoto(EVIDENCE.resolve(name + ".png"));
        System.out.printf("Last seen by %s at %s:%n%s%n", name, page.url(), page.innerText("body"));
    }
}
