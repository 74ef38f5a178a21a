package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** The page of a dossier over HTTP: who reads it, and what it says. */
@EngineTest
@OnPostgresToo
class DossierPageTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&{{x}}[[${7*7}]]";

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    DecisionHistory history;
    @Autowired
    LedgerReader ledger;

    private String readBy(String account, Dossier dossier) throws Exception {
        return Visitor.loggedIn(port, account).reads(dossier.number());
    }

    private HttpResponse<String> askedBy(String account, String number) throws Exception {
        return Visitor.loggedIn(port, account).get("/dossiers/" + number);
    }

    // Who

    @ParameterizedTest
    @ValueSource(strings = {"employee", "head-of-innovation", "head-of-implementation", "board", "management-team", "auditor",
            "admin", "finance", "line-manager"})
    void whoeverHasToDoWithItReadsIt(String reader) throws Exception {
        Dossier dossier = walk.beingTested().complete("UserTask_TestFinance", "financeFinding", "good");

        assertThat(readBy(reader, dossier)).contains("Dossier " + dossier.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "procurement", "project-lead", "works-council", "process-owner"})
    void aStrangerCannotTellItFromOneThatIsNotThere(String stranger) throws Exception {
        Dossier dossier = walk.beingTested();

        HttpResponse<String> refused = askedBy(stranger, dossier.number());
        HttpResponse<String> unknown = askedBy(stranger, "I-2026-9999");
        assertThat(List.of(refused.statusCode(), unknown.statusCode())).containsExactly(404, 404);
        assertThat(refused.body()).isEqualTo(unknown.body()).contains("Wat u zoekt, is er niet (meer).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "W-I-2026-0001-1-problem", "I-2026-0001'--", "..%2F..", "%00", "x", "I-2026-00010"})
    void whatIsNoNumberIsNotThere(String number) throws Exception {
        walk.reported();
        walk.loginAsAdministrator();
        engine.getIdentityService().createMembership("hr", "it");
        engine.getIdentityService().deleteMembership("hr", "it");
        assertThat(ledger.entries("general")).isNotEmpty();

        assertThat(askedBy("auditor", number).statusCode()).isIn(400, 404);
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLoginPage() throws Exception {
        assertThat(new Visitor(port).get("/dossiers/" + walk.reported().number()).headers().firstValue("Location").orElseThrow())
                .endsWith("/login");
    }

    @Test
    void whoLeavesAGroupIsOutAtOnce() throws Exception {
        Dossier dossier = walk.reported();
        engine.getIdentityService().createMembership("hr", "board");
        try {
            Visitor hr = Visitor.loggedIn(port, "hr");
            assertThat(hr.get("/dossiers/" + dossier.number()).statusCode()).isEqualTo(200);
            engine.getIdentityService().deleteMembership("hr", "board");
            assertThat(hr.get("/dossiers/" + dossier.number()).statusCode()).isEqualTo(404);
        } finally {
            engine.getIdentityService().deleteMembership("hr", "board");
        }
    }

    @Test
    void whoHadATaskKeepsReadingAndWhoWasRefusedOneDoesNot() throws Exception {
        Dossier dossier = walk.tested();
        assertThat(readBy("finance", dossier)).contains(dossier.number());

        Dossier earlier = walk.reported();
        String task = earlier.task("UserTask_IdentifyOpportunity").getId();
        engine.getIdentityService().setAuthentication("finance", List.of(Groups.CAMUNDA_ADMIN));
        assertThatThrownBy(() -> engine.getTaskService().claim(task, "finance")).hasRootCauseInstanceOf(Refusal.class);
        assertThat(ledger.entries(earlier.number())).extracting(Recorded::actor).contains("finance");
        assertThat(askedBy("finance", earlier.number()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHadATaskThatWentByItselfKeepsReading() throws Exception {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot");
        engine.getIdentityService().createMembership("hr", "care-professional");
        try {
            engine.getIdentityService().setAuthentication("hr", List.of("care-professional"));
            String task = engine.getTaskService().createTaskQuery().taskDefinitionKey("UserTask_RunPilot").singleResult().getId();
            engine.getTaskService().claim(task, "hr");
        } finally {
            engine.getIdentityService().clearAuthentication();
            engine.getIdentityService().deleteMembership("hr", "care-professional");
        }
        dossier.timePassesUntil("BoundaryEvent_PilotEnded");

        assertThat(readBy("hr", dossier)).contains("pilot beoordelen");
        assertThat(askedBy("procurement", dossier.number()).statusCode()).isEqualTo(404);
    }

    // What

    @Test
    void aNewDossierSaysWhoseTurnItIsAndThatNothingWasDecided() throws Exception {
        walk.clockStandsStill();
        String page = readBy("auditor", walk.reported("title", "Rustiger nachten"));

        assertThat(page).contains("Rustiger nachten", "Wacht sinds vandaag op het Hoofd Innovatie: kans verkennen, uiterlijk ",
                "Er is nog niets besloten.", "Nog niet getoetst aan de strategie", "Implementatie Nog niet begonnen",
                "Verkennen Hier zijn we", "Selecteren Nog niet").doesNotContain("Naar mijn taak", "Te laat");
    }

    @Test
    void everyDecisionOfBothTracksIsToldAsTheLedgerHasIt() throws Exception {
        Dossier dossier = walk.evaluated();
        String html = askedBy("auditor", dossier.number()).body();
        String page = Visitor.text(html);

        List<RecordedDecision> decisions = history.of(dossier.number());
        assertThat(decisions).hasSizeGreaterThan(8);
        int before = 0;
        for (RecordedDecision decision : decisions) {
            assertThat(html).contains("<article id=\"besluit-" + decision.sequence() + "\">");
            String told = decision.name() + " " + decision.outcome() + " " + decision.by();
            assertThat(page.substring(before)).as("newest first").contains(told);
            before = page.indexOf(told, before) + told.length();
            assertThat(page).contains(decision.reason().strip().replaceAll("\\s+", " "), decision.basis().get(0).sha256().substring(0, 12));
        }
        assertThat(html.split("<article ", -1)).hasSize(decisions.size() + 1);
        assertThat(page).contains("Innovatie Klaar", "Borgen Hier zijn we", "Uitrollen Gedaan", "Blijven evalueren Nog niet");
    }

    @Test
    void aDeviationSaysWhatWasAdvisedAndWhy() throws Exception {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow",
                "selectionReason", "Eerst het rooster.", "selectionDeviationReason", "Het is nu te druk.");
        assertThat(readBy("auditor", dossier)).contains("Tegen het advies Het advies was: Selecteren. Waarom anders: Het is nu te druk.", "Eerst het rooster.");
    }

    @Keeps("reason-stands-in-the-dossier")
    @Test
    void whoReportedWhoHasATeamAndBothHeadsReadWhyItStopped() throws Exception {
        Dossier dossier = walk.rolledOutIn("team-zonnehof").evaluate("evaluationOutcome", "stop")
                .complete("UserTask_DecideStop", "evaluationOutcome", "stop", "stopReason", "De leverancier houdt op.");
        for (String reader : List.of("employee", "line-manager", "head-of-innovation", "head-of-implementation")) {
            assertThat(readBy(reader, dossier)).as(reader).contains("De leverancier houdt op.");
        }
    }

    @Test
    void whatIsParkedSaysUntilWhen() throws Exception {
        Dossier dossier = walk.assessed().complete("UserTask_SelectOpportunity", "selectionOutcome", "notNow",
                "notNowUntil", "date", "parkUntil", walk.today().plusDays(10).toString());

        assertThat(readBy("auditor", dossier)).contains("Geparkeerd tot ", "Dan komt de kans vanzelf terug.");
    }

    @Test
    void whatWaitsForAMomentSaysForWhich() throws Exception {
        assertThat(readBy("auditor", walk.owned())).contains("Wacht tot ", ": tijd voor evaluatie.", "Blijven evalueren Hier zijn we");
    }

    @Test
    void whatIsSecuredSaysSoAndItsTracksAreDone() throws Exception {
        Dossier dossier = walk.owned();
        for (int moment = 1; moment <= 3; moment++) {
            dossier.timePassesUntil("IntermediateEvent_MomentReached")
                    .complete("UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes",
                            "ownerThere", "yes");
        }
        dossier.complete("UserTask_RecordLessons", "lessonOutcome", "none");

        assertThat(readBy("auditor", dossier)).contains("Geborgd op ", "De lijn kijkt opnieuw op ", "Innovatie Klaar", "Implementatie Klaar",
                "Lessen vastleggen Gedaan");
    }

    @Test
    void whatIsJoinedOrReturnedSaysSo() throws Exception {
        Dossier other = walk.reportedBy("hr");
        assertThat(askedBy("employee", other.number()).statusCode()).isEqualTo(404);
        Dossier joined = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "join",
                "joinedDossier", other.number());
        assertThat(readBy("auditor", joined)).contains("Samengevoegd met dossier " + other.number() + " op ");
        assertThat(readBy("employee", other)).as("goes on there").contains(other.number());
        Dossier returned = walk.handedOver().complete("UserTask_ReviewHandOver", "handOverOutcome", "return");
        assertThat(readBy("auditor", returned)).contains("op het Hoofd Innovatie: vragen beantwoorden");
    }

    @Test
    void whatWasRejectedSaysWhyAndTheAnswerWaitsOnlyForItsReporter() throws Exception {
        Dossier dossier = walk.reported().complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", "Dit bestaat al bij de nachtzorg.");

        assertThat(readBy("auditor", dossier).split("Welke weg het ging")[0])
                .contains("Afgewezen op ", "Reden: Dit bestaat al bij de nachtzorg.").doesNotContain("Bericht over uw melding lezen");
        assertThat(readBy("employee", dossier)).contains("Bericht over uw melding lezen", "Naar mijn taak");
        dossier.completeAs("employee", "UserTask_ReadAnswer").mailsAreSent();
        assertThat(readBy("employee", dossier)).contains("Afgewezen op ", "Wat er verder gebeurde (8)", "Kans gemeld",
                "Bericht over uw melding lezen", "Dossier afgesloten").doesNotContain("Naar mijn taak");
    }

    @Test
    void whatTheEngineForgotTheLedgerStillTells() throws Exception {
        Dossier dossier = walk.reported("title", "Rustiger nachten").complete("UserTask_IdentifyOpportunity", "identifyOutcome",
                "reject", "identifyReason", "Dit bestaat al.");
        dossier.completeAs("employee", "UserTask_ReadAnswer").mailsAreSent();
        engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(dossier.number())
                .rootProcessInstances().list().forEach(run -> engine.getHistoryService().deleteHistoricProcessInstance(run.getId()));

        assertThat(readBy("employee", dossier)).contains("Rustiger nachten", "Dit dossier is afgesloten.", "Dit bestaat al.");
    }

    @Test
    void severalTasksAreCountedAndOneWhoHasOneGoesToIt() throws Exception {
        Dossier dossier = walk.beingTested();
        String html = askedBy("finance", dossier.number()).body();

        assertThat(Visitor.text(html)).contains("Er staan 5 taken open. De eerste is uiterlijk ");
        assertThat(html.split("#/\\?task=", -1)).hasSize(2);
        assertThat(html).contains("#/?task=" + dossier.task("UserTask_TestFinance").getId());
    }

    @Test
    void pastItsDateItIsLateInWords() throws Exception {
        walk.clockStandsStill();
        Dossier dossier = walk.reported();
        EngineClock.stopAt(dossier.task("UserTask_IdentifyOpportunity").getDueDate().toInstant().plus(Duration.ofDays(1)));

        assertThat(readBy("auditor", dossier)).contains("Te laat", ". Dat moest uiterlijk ", " klaar zijn.");
    }

    @Test
    void withoutAGoalThePageSaysSo() throws Exception {
        Dossier dossier = walk.identified().assess("selectionGround", "none");

        assertThat(readBy("auditor", dossier)).contains("Zonder strategisch doel", "Draagt bij aan Zonder strategisch doel");
    }

    @Test
    void withoutRoomInDiariesThePageSaysSo() throws Exception {
        Dossier dossier = walk.accepted().chooseWeight("standard").formTeam()
                .complete("UserTask_GrantRoom", "roomOutcome", "conflict", "roomReason", "De griepgolf.");
        assertThat(readBy("auditor", dossier)).doesNotContain("Zonder ruimte in de agenda");
        dossier.complete("UserTask_SettleCapacity", "capacityOutcome", "overruled", "capacityReason", "Dit gaat voor de griepprik.");

        assertThat(readBy("auditor", dossier)).contains("Zonder ruimte in de agenda");
    }

    @Test
    void whoCarriesItStandsAtFirstGlance() throws Exception {
        assertThat(readBy("auditor", walk.reported())).contains("Hoofd Innovatie Heeft nog niets besloten", "Projectleider Nog niet gekozen",
                "Eigenaar in de lijn Nog niet gekozen");
        Dossier dossier = walk.accepted().chooseWeight("standard").formTeam("projectLead", "project-lead/project-lead",
                "lineOwner", "it/it");
        assertThat(readBy("auditor", dossier)).contains("Hoofd Innovatie Hoofd Innovatie", "Hoofd Implementatie Hoofd Implementatie",
                "Projectleider Projectleider", "Eigenaar in de lijn ICT (voorzien)");
        walk.otherCarrierWanted(dossier.number()).complete("UserTask_ChooseCarrier", "carrierOutcome", "change", "carrierRole", "lineOwner",
                "newLineOwner", "line-manager/line-manager");
        assertThat(readBy("auditor", dossier)).contains("Projectleider Projectleider", "Eigenaar in de lijn Teammanager")
                .doesNotContain("ICT (voorzien)");
    }

    @Test
    void ownerInTheLineCountsOnceTheyAccepted() throws Exception {
        Dossier dossier = walk.evaluated().secure("lineOwner", "line-manager/line-manager");
        assertThat(readBy("auditor", dossier)).contains("Eigenaar in de lijn Teammanager – heeft het nog niet geaccepteerd");
        dossier.complete("UserTask_AcceptOwnership", "ownershipOutcome", "accept");
        assertThat(readBy("auditor", dossier)).contains("Eigenaar in de lijn Teammanager – Teammanager accepteerde dat op ");
    }

    @Test
    void eachTestTellsWhoFoundWhatAndThePollOnlyItsConclusion() throws Exception {
        Dossier dossier = walk.beingTested()
                .complete("UserTask_TestFinance", "financeFinding", "conditions", "oneOffCost", "12.500", "yearlyCost", "3.000",
                        "benefit1What", "Twee uur per nacht", "benefit1Payer", "team", "benefit1Gainer", "clients", "financeExplanation", "Zie de begroting.", "financeConditions", "Eerst een offerte")
                .complete("UserTask_ScanPrivacy", "dataApplies", "no")
                .complete("UserTask_TestPrivacy", "coercionFinding", "notApplicable", "deviceFinding", "notApplicable", "aiFinding",
                        "notApplicable", "riskAssessment", "planned", "privacyRisk", "low")
                .complete("UserTask_GaugeSupport", "supportFinding", "good", "criticsHeard", "heard", "criticsView",
                        "Vooral het nachtteam", "clientsHeard", "notAsked");

        assertThat(readBy("employee", dossier)).contains("Financiën toetsen Ja, onder voorwaarden: noem die hierna Financiën,",
                "Waar baseert u dat op? Zie de begroting.", "Wat moet er eerst geregeld worden, of anders? Eerst een offerte",
                "Draagvlak peilen Ja, de meesten willen dit", "Privacy en recht toetsen Onder voorwaarden", "Kosten en risico Eenmalige kosten € 12.500 Kosten per jaar € 3.000",
                "Opbrengst 1: Wat levert het op? Twee uur per nacht Opbrengst 1: Wie betaalt daarvoor? Het team of de locatie zelf",
                "Hebt u cliënten en naasten gevraagd? Nee, zij zijn niet gevraagd",
                "Hoe groot is het risico als we dit doen? Laag: gewone maatregelen zijn genoeg Welk risico telt? Laag").doesNotContain("nachtteam", "Wat zeiden de critici?", "De pilot");
    }

    @Test
    void pilotTellsItsQuestionWhereAndWhatCameOut() throws Exception {
        Dossier dossier = walk.tested().complete("UserTask_WeighFindings", "pilotChoice", "pilot", "pilotQuestion", "Slapen mensen beter?",
                "pilotTeam", "team-zonnehof").complete("UserTask_RunPilot");
        dossier.complete("UserTask_EvaluatePilot", "pilotResult", "works", "pilotConclusion", "Ja, een stuk beter.");

        assertThat(readBy("employee", dossier)).contains("De pilot Welke vraag moet de pilot beantwoorden? Slapen mensen beter?",
                "In welk team? Zonnehof", "Wat is de uitkomst? Het werkt", "Ja, een stuk beter.");
    }

    @Test
    void whatSomeoneMustStillDoStandsThereFirstAndThenHowTheRestEnded() throws Exception {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").timePassesUntil("StartEvent_StandUpDue").complete("UserTask_HoldStandUp",
                "standUpBarrier1", "Te weinig houders.", "standUpBarrier1Owner", "procurement/procurement", "standUpBarrier1Date", walk.today().plusDays(9).toString(),
                "standUpBarrier2", HOSTILE, "standUpBarrier2Owner", "it", "standUpBarrier2Date", walk.today().plusDays(9).toString());
        dossier.complete(dossier.tasks("UserTask_HandleOpenPoint").stream().filter(task -> task.getAssignee() != null).findFirst().orElseThrow(),
                "procurement", "pointOutcome", "done");

        String page = readBy("it", dossier);
        assertThat(page.substring(page.indexOf("Open punten"))).containsSubsequence("Knelpunt", HOSTILE, "Gemeld door Projectleider",
                "ICT", "Open", "Te weinig houders.", "Inkoop", "Gedaan");
        assertThat(page.substring(0, page.indexOf("Open punten"))).doesNotContain("Antwoord op uw punt lezen");
        assertThat(askedBy("it", dossier.number()).body()).doesNotContain(HOSTILE);
        assertThat(readBy("project-lead", dossier)).contains("Antwoord op uw punt lezen");
        assertThat(askedBy("works-council", dossier.number()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsDecidedOfATeamSaysWhichTeam() throws Exception {
        Dossier dossier = walk.rollingOutIn("team-zonnehof").makeTeamsReady()
                .complete("UserTask_GoLive", "goLiveOutcome", "live");
        String decision = "/besluit/" + history.of(dossier.number()).get(0).sequence();

        assertThat(readBy("auditor", dossier)).contains("Team klaarmaken: Zonnehof (revalidatie) Klaar", "Team laten starten: Zonnehof (revalidatie), Teammanager");
        assertThat(Visitor.text(askedBy("auditor", dossier.number() + decision).body())).contains("Team klaarmaken: Zonnehof (revalidatie) Klaar");
        assertThat(Visitor.text(Visitor.loggedIn(port, "auditor").get("/register?kind=Team+klaarmaken").body()))
                .contains("1 besluit ", "Klaar Team klaarmaken: Zonnehof (revalidatie), ");
        assertThat(readBy("auditor", dossier)).contains("Kans selecteren Selecteren");
    }

    @Test
    void whoeverReadsItReadsWhatWasReported() throws Exception {
        Dossier dossier = walk.reported("problem", "Elk uur een ronde.", "forWhom", "De nachtdienst.", "source", "workFloor", "idea", "Een sensor.");

        for (String reader : List.of("employee", "head-of-innovation", "auditor")) {
            assertThat(readBy(reader, dossier)).contains("Wat er gemeld is Welk probleem ziet u? Elk uur een ronde."
                    + " Voor wie is dit een probleem? De nachtdienst. Waar zag u dit? ", " Een sensor. Gemeld door Een collega Wat er is besloten");
        }
    }

    @Test
    void whatWasMeasuredStandsBesideBaselineNormAndTarget() throws Exception {
        Dossier dossier = walk.owned();
        assertThat(readBy("auditor", dossier)).contains("Er is nog niet gemeten.", "Nulmeting op ");
        dossier.timePassesUntil("IntermediateEvent_MomentReached").complete("UserTask_MeasureResult", "measuredValue", "11,5",
                "measurementSource", "Nachtlogboek", "stillStandard", "yes", "ownerThere", "yes", "measurementStory", "De rondes zijn eraf.");
        String html = askedBy("auditor", dossier.number()).body();

        assertThat(Visitor.text(html)).contains("Norm: dit is net genoeg 10", "Doel 12", "11,5 Nachtlogboek De rondes zijn eraf.");
        assertThat(html).contains("; norm 10, doel 12\"").containsPattern("Nulmeting op [^:]*: 2, Gemeten op [^:]*: 11,5; ");
        assertThat(html.split("<rect ", -1)).hasSize(3);
    }

    @Test
    void whatWasMeasuredCanBeErased() throws Exception {
        Dossier dossier = walk.prepared().complete("UserTask_AnalysePractice", "baselineIndicator", "Rust volgens Jan", "normDirection", "higher",
                        "baselineValue", "2", "targetValue", "12", "normValue", "10").complete("UserTask_AnalyseTargetGroups").complete("UserTask_ChooseStrategies");
        long analysis = ledger.entries(dossier.number()).stream().filter(entry -> "UserTask_AnalysePractice".equals(entry.step().element()))
                .findFirst().orElseThrow().sequence();
        dossier.plan("planTeams", Walk.list("team-zonnehof"));
        walk.erasureRequestedBy("privacy-quality", dossier.number(), analysis, "baselineIndicator")
                .complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(readBy("auditor", dossier)).contains("Wat het oplevert (gewist)");
    }

    @Test
    void whatSomeoneTypedIsTextAndNothingElse() throws Exception {
        Dossier dossier = walk.reported("title", HOSTILE).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", HOSTILE);
        HttpResponse<String> page = askedBy("auditor", dossier.number());

        assertThat(page.body()).doesNotContain("<script>", "style=", "onclick");
        assertThat(HtmlUtils.htmlUnescape(page.body())).contains(HOSTILE);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void whatWasErasedIsNotToldAnyMore() throws Exception {
        String secret = "De moeder van Sjoukje is ziek";
        Dossier dossier = walk.reported("title", secret).complete("UserTask_IdentifyOpportunity", "identifyOutcome", "reject",
                "identifyReason", secret);
        assertThat(readBy("auditor", dossier)).contains(secret);
        Recorded report = ledger.entries(dossier.number()).get(0);
        walk.erasureRequestedBy("privacy-quality", dossier.number(), report.sequence(), "title")
                .complete("UserTask_DecideErasure", "erasureOutcome", "erase");

        assertThat(readBy("auditor", dossier)).contains("Reden: (gewist)").doesNotContain("Sjoukje");
    }

    @Test
    void noteOfAPollIsNotTold() throws Exception {
        Dossier dossier = walk.beingTested().complete("UserTask_GaugeSupport", "supportFinding", "good", "professionalsHeard", "heard", "professionalsView", "Vooral het nachtteam");

        assertThat(readBy("head-of-innovation", dossier)).contains("Draagvlak peilen, Zorgmedewerker").doesNotContain("nachtteam");
    }

    @Test
    void noIdReachesThePage() throws Exception {
        String html = askedBy("board", walk.evaluated().number()).body().replaceAll("href=\"[^\"]*\"|aria-[a-z]+=\"[^\"]*\"|_csrf[^>]*", "");

        assertThat(Visitor.text(html)).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-").doesNotContain("UserTask_", "selectionOutcome",
                "head-of-", "management-team", "null");
    }
}
