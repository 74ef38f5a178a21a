package nl.tweespoor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The page where everyone begins, over HTTP: who reads what on it. */
@EngineTest
@OnPostgresToo
class WorkPageTest {

    private static final String IDENTIFY = "UserTask_IdentifyOpportunity";
    private static final String HOSTILE = "<script>alert(1)</script>\"'&{{x}}[[${7*7}]]";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;

    private HttpResponse<String> askedBy(String account, String address) throws Exception {
        return Visitor.loggedIn(port, account).get(address);
    }

    private String readBy(String account) throws Exception {
        HttpResponse<String> page = askedBy(account, "/");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Visitor.text(page.body());
    }

    private void takenBy(String account, Dossier dossier, String step) {
        walk.login(account);
        try {
            engine.getTaskService().claim(dossier.task(step).getId(), account);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    // Who

    @ParameterizedTest
    @EnumSource
    void everyGroupBeginsHere(Group group) throws Exception {
        walk.reported();
        assertThat(readBy(group.id())).contains("Mijn werk", "Ingelogd als " + group.dutchName());
    }

    @Test
    void everyPageLeadsToWhereTheTableOfRolesLetsOneGo() throws Exception {
        assertThat(readBy("board")).contains("Mijn werk Takenlijst Strategie Register Processen Ingelogd als").doesNotContain("Cockpit");
        assertThat(readBy("employee")).contains("Mijn werk Takenlijst Strategie Ingelogd als");
        assertThat(readBy("process-owner")).contains("Mijn werk Takenlijst Strategie Processen Cockpit Ingelogd als");
        assertThat(askedBy("auditor", "/register").body())
                .contains("<a href=\"/\">Mijn werk</a>", "<a aria-current=\"page\" href=\"/register\">Register</a>");
    }

    @Test
    void anAccountWithoutGroupsBeginsHereAndAStrangerLogsInFirst() throws Exception {
        var user = engine.getIdentityService().newUser("newcomer");
        user.setPassword("newcomer");
        engine.getIdentityService().saveUser(user);
        try {
            assertThat(readBy("newcomer")).contains("Mijn taken 0").doesNotContain("Meld een kans");
        } finally {
            engine.getIdentityService().deleteUser("newcomer");
        }
        assertThat(new Visitor(port).get("/").headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void whoCanReportHasTheButtonForIt() throws Exception {
        assertThat(askedBy("employee", "/").body()).contains("#/?processStart=innovation");
        assertThat(readBy("auditor")).contains("er komen geen taken naar u toe").doesNotContain("Meld een kans", "Mijn taken");
    }

    /** Before a report is sent; the dossier itself stays closed to who has no part in it. */
    @Test
    void whoReportsSeesWhatRunsAndLooksLikeIt() throws Exception {
        Dossier alike = walk.reportedBy("care-professional", "title", "Rustiger nachten", "problem", "De nachtronde maakt mensen wakker.");
        walk.reportedBy("care-professional", "title", "Nachtronde duurt lang", "problem", "Van de nachtronde wordt men wakker.")
                .complete(IDENTIFY, "identifyOutcome", "reject");
        String page = Visitor.text(askedBy("employee", "/?probleem=wakker+van+de+nachtronde").body());
        assertThat(page).contains("Dit loopt al en lijkt erop", "Rustiger nachten Kans verkennen")
                .doesNotContain("Nachtronde duurt lang", alike.number());
        assertThat(Visitor.text(askedBy("employee", "/?probleem=sleutels").body())).contains("Er loopt niets met deze woorden");
        assertThat(askedBy("employee", "/?probleem=" + "x".repeat(201)).statusCode()).isEqualTo(404);
        assertThat(Visitor.text(askedBy("auditor", "/?probleem=nachtronde").body())).doesNotContain("Rustiger nachten");
    }

    // Tasks

    @Test
    void whatWaitsForMyGroupIsCountedAndSaysWhereItBelongsAndUntilWhen() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = walk.reported("title", "Rustiger nachten");
        String html = askedBy("head-of-innovation", "/").body();

        assertThat(Visitor.text(html)).contains("Te laat 0 Er is niets te laat.", "Mijn taken 0 U hebt nu geen taken op uw naam.",
                "Taken van mijn groepen 1 Kans verkennen " + dossier.number() + " Rustiger nachten uiterlijk ");
        assertThat(html).contains("#/?task=" + dossier.task(IDENTIFY).getId(), "href=\"/dossiers/" + dossier.number() + "\"");
        String filter = engine.getFilterService().createFilterQuery().filterName("Taken van mijn groepen").singleResult().getId();
        assertThat(html).contains("#/?filter=" + filter);
    }

    @Test
    void whatITookIsMineAndNoLongerOfMyGroup() throws Exception {
        Dossier dossier = walk.reported();
        takenBy("head-of-innovation", dossier, IDENTIFY);

        assertThat(readBy("head-of-innovation")).contains("Mijn taken 1 Kans verkennen " + dossier.number(),
                "Taken van mijn groepen 0");
    }

    @Test
    void pastItsDateItStandsOnTopAndNowhereElse() throws Exception {
        walk.clockStandsStill();
        Dossier first = walk.reported("title", "Eerste");
        takenBy("head-of-innovation", first, IDENTIFY);
        Task due = first.task(IDENTIFY);
        EngineClock.stopAt(due.getDueDate().toInstant().plus(Duration.ofDays(1)));
        walk.reported("title", "Tweede");
        String page = readBy("head-of-innovation");

        assertThat(page).contains("Te laat 1 Kans verkennen " + first.number() + " Eerste uw taak, te laat sinds ",
                "Mijn taken 1 1 daarvan is te laat. Alles in de takenlijst", "Taken van mijn groepen 1 Kans verkennen");
        assertThat(page.split("Eerste", -1)).as("told once").hasSize(2);
    }

    @Test
    void ofManyTheFirstDueStandThereAndTheCountTellsAll() throws Exception {
        for (int i = 1; i <= 7; i++) {
            walk.reported("title", "Nummer " + i);
        }
        List<Task> tasks = engine.getTaskService().createTaskQuery().taskDefinitionKey(IDENTIFY).orderByTaskCreateTime().asc().list();
        for (int i = 0; i < tasks.size(); i++) {
            tasks.get(i).setDueDate(java.util.Date.from(EngineClock.now().plus(Duration.ofDays(i < 2 ? i - 3 : 30 - i))));
            engine.getTaskService().saveTask(tasks.get(i));
        }
        String page = readBy("head-of-innovation");

        assertThat(page).contains("Te laat 2 ", "Taken van mijn groepen 7 2 daarvan zijn te laat.");
        assertThat(page).containsSubsequence("Nummer 1", "Nummer 2", "Nummer 7", "Nummer 6", "Nummer 5", "Nummer 4", "Nummer 3");
    }

    /** Tasklist also shows what a colleague took, which isn't mine to do. */
    @Test
    void lateIsWhatTheListOfTasklistHasButForWhatAColleagueTook() throws Exception {
        walk.clockStandsStill();
        walk.reported("title", "Van niemand");
        takenBy("head-of-innovation", walk.reported("title", "Van mij"), IDENTIFY);
        engine.getIdentityService().createMembership("hr", "head-of-innovation");
        try {
            engine.getTaskService().claim(walk.reported("title", "Van een collega").task(IDENTIFY).getId(), "hr");
            EngineClock.stopAt(EngineClock.now().plus(Duration.ofDays(30)));
            walk.reported("title", "Op tijd");
            walk.login("head-of-innovation");
            String late = engine.getFilterService().createFilterQuery().filterName("Te laat").singleResult().getId();
            List<Task> listed = engine.getFilterService().list(late);
            engine.getIdentityService().clearAuthentication();

            assertThat(listed).extracting(Task::getAssignee).containsExactlyInAnyOrder(null, "head-of-innovation", "hr");
            assertThat(readBy("head-of-innovation")).contains("Te laat " + (listed.size() - 1) + " ").containsSubsequence("Te laat",
                    "Van niemand", "Mijn taken").doesNotContain("Van een collega");
        } finally {
            engine.getIdentityService().deleteMembership("hr", "head-of-innovation");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin", "board", "hr"})
    void whatIsForOthersIsNotCounted(String other) throws Exception {
        walk.reported("title", "Rustiger nachten");

        assertThat(readBy(other)).doesNotContain("Rustiger nachten", "Taken van mijn groepen 1");
    }

    @Test
    void whoLeavesAGroupNoLongerSeesItsTasks() throws Exception {
        walk.reported("title", "Rustiger nachten");
        engine.getIdentityService().createMembership("hr", "head-of-innovation");
        try {
            Visitor hr = Visitor.loggedIn(port, "hr");
            assertThat(hr.get("/").body()).contains("Rustiger nachten");
            engine.getIdentityService().deleteMembership("hr", "head-of-innovation");
            assertThat(hr.get("/").body()).doesNotContain("Rustiger nachten");
        } finally {
            engine.getIdentityService().deleteMembership("hr", "head-of-innovation");
        }
    }

    // What became of it

    @Test
    void whatIReportedSaysWhereItIsAndWhoseTurnItIs() throws Exception {
        assertThat(readBy("hr")).contains("Wat ik meldde U hebt hier nog niets gemeld.");
        Dossier dossier = walk.reportedBy("hr", "title", "Rustiger nachten");

        assertThat(readBy("hr")).contains(dossier.number() + " Rustiger nachten Verkennen Wacht sinds vandaag op het Hoofd"
                + " Innovatie: kans verkennen, uiterlijk ");
        assertThat(readBy("employee")).doesNotContain(dossier.number());
    }

    @Test
    void whatWaitsForSeveralNamesThemAll() throws Exception {
        walk.beingTested();

        assertThat(readBy("employee")).contains("Haalbaarheid en draagvlak Er staan 5 taken open.", " Aan de beurt: ", "ICT", "Financiën");
    }

    @Test
    void theAnswerStandsWithWhatItAnswers() throws Exception {
        walk.reported().complete(IDENTIFY, "identifyOutcome", "reject", "identifyReason", "Dit bestaat al bij de nachtzorg.");

        assertThat(readBy("employee")).contains("Afgewezen op ",
                "Antwoord aan u: We gaan niet verder met uw kans. Dit bestaat al bij de nachtzorg.");
    }

    @Test
    void earlierReportsAreAPageFurther() throws Exception {
        for (int i = 1; i <= 6; i++) {
            walk.reportedBy("hr", "title", "Nummer " + i);
        }
        Visitor hr = Visitor.loggedIn(port, "hr");

        assertThat(reported(hr.get("/").body())).containsSubsequence("Nummer 6", "Nummer 5", "Nummer 2", "Eerdere meldingen")
                .doesNotContain("Nummer 1", "Latere meldingen");
        assertThat(reported(hr.get("/?gemeld=2").body())).containsSubsequence("Nummer 1", "Latere meldingen")
                .doesNotContain("Nummer 2", "Eerdere meldingen");
        for (String nowhere : List.of("0", "-1", "10001")) {
            assertThat(hr.get("/?gemeld=" + nowhere).statusCode()).isEqualTo(404);
        }
        assertThat(hr.get("/?gemeld=x").statusCode()).isEqualTo(400);
    }

    /** Below the tasks, where each report has its message too. */
    private static String reported(String page) {
        String text = Visitor.text(page);
        return text.substring(text.indexOf("Wat ik meldde"));
    }

    @Test
    void whatIFinishedSaysWhatCameAfterIt() throws Exception {
        Dossier dossier = walk.reported("title", "Rustiger nachten").complete(IDENTIFY, "identifyOutcome", "goOn");

        assertThat(readBy("head-of-innovation")).contains("Wat ik afrondde Kans verkennen ", dossier.number()
                + " Rustiger nachten Wacht sinds vandaag op het Hoofd Innovatie: kans toetsen aan strategie");
        assertThat(readBy("board")).contains("U hebt nog geen taak afgerond.");
    }

    @Test
    void whatTheEngineForgotTheLedgerStillNames() throws Exception {
        Dossier dossier = walk.reported("title", "Rustiger nachten").complete(IDENTIFY, "identifyOutcome", "reject");
        dossier.completeAs("employee", "UserTask_ReadAnswer").mailsAreSent();
        engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier.number())
                .rootProcessInstances().list().forEach(run -> engine.getHistoryService().deleteHistoricProcessInstance(run.getId()));

        assertThat(readBy("employee")).contains(dossier.number() + " Rustiger nachten Dit dossier is afgesloten.");
    }

    @Test
    void whatBelongsToNoDossierIsTextWithoutALink() throws Exception {
        walk.absent("hr", walk.today().plusDays(1), walk.today().plusDays(3));
        String html = askedBy("hr", "/").body();

        assertThat(Visitor.text(html)).contains("Mijn taken 1 ", "Vervanging van HR");
        assertThat(html).doesNotContain("/dossiers/");
    }

    @Test
    void whatSomeoneTypedIsTextAndNoIdIsShown() throws Exception {
        walk.reportedBy("head-of-innovation", "title", HOSTILE);
        HttpResponse<String> page = askedBy("head-of-innovation", "/");

        assertThat(page.body()).doesNotContain("<script", "style=", "onclick");
        assertThat(HtmlUtils.htmlUnescape(page.body())).contains(HOSTILE);
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(Visitor.text(page.body())).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-").doesNotContain("UserTask_", "head-of-", "null");
    }

    // Where one comes from

    @Test
    void whoWantedAPageGoesThereAndWhoWantedNoneBeginsHere() throws Exception {
        Dossier dossier = walk.reported();
        Visitor deep = new Visitor(port);
        deep.get("/dossiers/" + dossier.number());
        assertThat(deep.login("employee")).startsWith("http://localhost:" + port + "/dossiers/" + dossier.number());
        Visitor front = new Visitor(port);
        front.get("/");
        assertThat(front.login("employee")).isEqualTo("http://localhost:" + port + "/");
    }

    // Told elsewhere

    @Test
    void whereADossierStandsIsToldOnlyToWhoMayReadIt() throws Exception {
        Dossier dossier = walk.reported();
        String address = "/dossiers/" + dossier.number() + "/standing";

        assertThat(askedBy("employee", address).body()).contains("Wacht sinds vandaag op het Hoofd Innovatie: kans verkennen");
        assertThat(askedBy("hr", address).statusCode()).isEqualTo(404);
        assertThat(askedBy("employee", "/dossiers/I-2026-9999/standing").statusCode()).isEqualTo(404);
    }

    // What the head of the roll-out sees

    @Test
    void headReadsWhatIsLateWithOthersAndNobodyElseDoes() throws Exception {
        Dossier dossier = walk.prepared();
        assertThat(readBy("head-of-implementation")).contains("Te laat in uw uitrol 0 In uw projecten is bij anderen niets te laat.");
        Task task = dossier.task("UserTask_AnalysePractice");
        task.setDueDate(java.util.Date.from(EngineClock.now().minus(Duration.ofDays(2))));
        engine.getTaskService().saveTask(task);
        assertThat(readBy("head-of-implementation")).contains("Te laat in uw uitrol 1 Huidige praktijk en doelen analyseren " + dossier.number(),
                "Projectleider, te laat sinds");
        assertThat(readBy("project-lead")).doesNotContain("in uw uitrol");
        assertThat(readBy("head-of-innovation")).doesNotContain("in uw uitrol");
    }

    @Test
    void headReadsWhoIsGoneAndWhatTheyCarried() throws Exception {
        var user = engine.getIdentityService().newUser("lead-a");
        user.setFirstName("Lead A");
        user.setPassword("lead-a-password");
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership("lead-a", "project-lead");
        Dossier dossier = walk.accepted().chooseWeight("extended").formTeam("projectLead", "project-lead/lead-a");
        assertThat(readBy("head-of-implementation")).doesNotContain("Wie weg is");
        engine.getIdentityService().deleteMembership("lead-a", "project-lead");
        try {
            assertThat(readBy("head-of-implementation")).contains("Wie weg is 1", "Lead A (Projectleider) " + dossier.number(),
                    "was projectleider, is er niet meer");
        } finally {
            engine.getIdentityService().deleteUser("lead-a");
        }
    }
}
