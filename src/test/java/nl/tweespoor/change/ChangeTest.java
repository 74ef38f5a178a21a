package nl.tweespoor.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.tweespoor.control.Controls;
import nl.tweespoor.walk.Keeps;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process owner sends is a proposal; someone else approves it, and then it goes live. */
@EngineTest
class ChangeTest {

    private static final String FORM = "read-answer.form";

    @LocalServerPort
    int port;
    @Autowired
    RepositoryService repository;
    @Autowired
    LedgerReader ledger;
    @Autowired
    Controls controls;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Walk walk;

    private final Set<String> deployments = new HashSet<>();

    @BeforeEach
    void remember() {
        repository.createDeploymentQuery().list().forEach(deployment -> deployments.add(deployment.getId()));
    }

    @AfterEach
    void takeBack() {
        newDeployments().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    @OnPostgresToo
    @Keeps({"change-reason-is-read", "change-remark-is-read"})
    void whatAProcessOwnerSendsGoesLiveOnceSomeoneElseApprovedIt() throws Exception {
        Dossier change = walk.changeProposed(FORM, changed("Ons bericht"));
        assertThat(newDeployments()).isEmpty();
        assertThat(change.number()).startsWith("M-");
        assertThat(change.shownAt("UserTask_ExplainChange", "proposedChanges")).contains("Ons bericht");

        change.complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason", "Mensen begrijpen dit beter.");
        assertThat(change.shownAt("UserTask_ReviewChange", "proposedChanges")).contains(FORM).contains("Ons bericht");
        assertThat(change.variable("process-change", "changeReason")).isEqualTo("Mensen begrijpen dit beter.");
        assertThat(newDeployments()).isEmpty();
        change.completeAs("head-of-innovation", "UserTask_ReviewChange", "changeReview", "approve", "liveMoment", "now",
                "changeReviewReason", "De tekst klopt.").timePassesUntil("ServiceTask_PutLive");

        assertThat(live()).contains("Ons bericht");
        assertThat(newDeployments()).singleElement().satisfies(one -> assertThat(repository.getDeploymentResourceNames(one.getId())).contains(FORM));
        var entry = ledger.newest(Entry.NO_DOSSIER, Kind.DEPLOYMENT.word()).orElseThrow();
        assertThat(entry.actor()).isNull();
        assertThat(entry.values()).containsEntry("source", change.number());
        assertThat(secondPair()).isEmpty();
        assertThat(read("auditor", "/processes/form/read-answer")).contains("Proceseigenaar, goedgekeurd door Hoofd Innovatie: Wijziging: Duidelijker");
        assertThat(change.task("UserTask_ReadChangeOutcome").getAssignee()).isEqualTo("process-owner");
        change.complete("UserTask_ReadChangeOutcome").endedAt("EndEvent_ChangeSettled");
    }

    @Test
    void whereAPartIsUsedIsToldBeforeItIsLive() throws Exception {
        Dossier form = walk.changeProposed(FORM, changed("Ons bericht"));
        assertThat(form.shownAt("UserTask_ExplainChange", "proposedChanges")).contains("Dit formulier wordt gebruikt in: Melder antwoord geven.");
        assertThat(read("auditor", "/processes/changes/" + form.number())).contains("Dit formulier wordt gebruikt in: Melder antwoord geven.");

        Dossier table = walk.changeProposed("mandate.dmn", text("processes/mandate.dmn").replace("50000", "99999"));
        assertThat(read("auditor", "/processes/changes/" + table.number())).contains("Deze tabel wordt gebruikt in: Haalbaarheid en draagvlak toetsen.");

        Dossier process = walk.changeProposed("weight-choice.bpmn", text("processes/weight-choice.bpmn").replace("Zwaarte kiezen", "Gewicht kiezen"));
        assertThat(read("auditor", "/processes/changes/" + process.number())).contains("Dit proces wordt aangeroepen door: "
                + "Implementatie voorbereiden, Plan goedkeuren, Wijziging van de overdracht vragen.");
    }

    @Test
    void whoProposedItNeitherApprovesItNorHandsItToThemselves() {
        Dossier change = offeredAlone();

        assertThatThrownBy(() -> change.completeAs("process-owner", "UserTask_ReviewChange", "changeReview", "approve", "liveMoment", "now",
                "changeReviewReason", "Gaat vanzelf goed.")).hasStackTraceContaining("Wie hierom vroeg, beslist er niet zelf over");
        change.isWaitingAt("UserTask_ReviewChange");
        assertThat(newDeployments()).isEmpty();
    }

    @Test
    void whoMayDecideWhatIsChangedByTheBoardAlone() {
        Dossier change = walk.changeProposed("mandate.dmn", text("processes/mandate.dmn").replace("50000", "99999"))
                .complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason", "De bedragen zijn oud.");

        assertThat(change.variable("process-change", "reviewGroups")).isEqualTo("board");
    }

    @Test
    @OnPostgresToo
    void whatIsRejectedStaysAsItWasAndItsOwnerReadsWhy() {
        Dossier change = offeredAlone().completeAs("head-of-implementation", "UserTask_ReviewChange", "changeReview", "reject",
                "changeReviewReason", "Dit helpt de melder niet.");

        assertThat(change.jobs("ServiceTask_PutLive")).isEmpty();
        assertThat(change.variable("process-change", "changeReviewReason")).isEqualTo("Dit helpt de melder niet.");
        change.complete("UserTask_ReadChangeOutcome").endedAt("EndEvent_ChangeSettled");
        assertThat(newDeployments()).isEmpty();
    }

    @Test
    void whatIsSentBackIsOfferedAgain() {
        Dossier change = offeredAlone().completeAs("head-of-implementation", "UserTask_ReviewChange", "changeReview", "return",
                "changeReviewReason", "Wat betekent dit voor cliënten?");

        change.complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason", "Cliënten lezen dit niet.")
                .isWaitingOnlyAt("UserTask_ReviewChange");
        assertThat(newDeployments()).isEmpty();
    }

    @Test
    @OnPostgresToo
    void whatIsWithdrawnEnds() {
        walk.changeProposed(FORM, changed("Ons bericht")).complete("UserTask_ExplainChange", "changeOffer", "withdraw", "changeReason",
                "Ik zag een fout.").endedAt("EndEvent_Withdrawn");

        assertThat(newDeployments()).isEmpty();
    }

    @Test
    @Keeps("change-goes-live-on-its-day")
    void approvedForADayItGoesLiveThenAndCanBeStoppedUntilThen() throws Exception {
        Dossier change = approvedFor(walk.today().plusDays(3).toString());
        assertThat(newDeployments()).isEmpty();
        String page = "/processes/changes/" + change.number();
        assertThat(read("auditor", page)).contains("Goedgekeurd. Gaat live op").doesNotContain("Houd tegen");

        assertThat(read("process-owner", page)).contains("Houd tegen");
        Visitor reviewer = Visitor.loggedIn(port, "head-of-innovation");
        assertThat(Visitor.text(reviewer.send(page, page + "/stop", "reason=-").body())).contains("een echte reden");
        assertThat(Visitor.text(reviewer.send(page, page + "/stop", "reason=De+tekst+klopt+nog+niet.").body())).contains("Voorstel toelichten");
        assertThat(change.variable("process-change", "changeStopReason")).isEqualTo("De tekst klopt nog niet.");
        assertThat(change.jobs("IntermediateEvent_LiveDay")).isEmpty();

        Dossier again = approvedFor(walk.today().plusDays(3).toString());
        again.timePassesUntil("IntermediateEvent_LiveDay").timePassesUntil("ServiceTask_PutLive").isWaitingAt("UserTask_ReadChangeOutcome");
        assertThat(live()).contains("Ons bericht");
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() {
        Dossier change = approved("now");
        repository.createDeployment().addString(FORM, changed("Van een ander")).deploy();

        change.timePassesUntil("ServiceTask_PutLive").isWaitingAt("UserTask_ExplainChange");

        assertThat(live()).contains("Van een ander");
        assertThat((String) change.variable("process-change", "changeFindings")).contains("intussen veranderd: read-answer.form");
    }

    @Test
    void whatTheGateRefusesIsNoProposal() {
        assertThatThrownBy(() -> walk.changeProposed(FORM, text("forms/answer-reporter/" + FORM).replaceFirst("\"type\": \"text\",",
                "\"type\": \"filepicker\", \"key\": \"x\","))).hasMessageContaining("Er is niets live gezet.");
        assertThat(jdbc.sql("select count(*) from proposed_file").query(Long.class).single()).isZero();
    }

    @Test
    void whatTheGateRefusesIsOnRecordWithWhatWasWrong() {
        assertThatThrownBy(() -> walk.changeProposed(FORM, text("forms/answer-reporter/" + FORM).replaceFirst("\"type\": \"text\",",
                "\"type\": \"filepicker\", \"key\": \"x\", \"label\": \"" + "lang ".repeat(3000) + "\","))).hasMessageContaining("Er is niets live gezet.");

        var entry = ledger.newest(Entry.NO_DOSSIER, Kind.REFUSAL.word()).orElseThrow();
        assertThat(entry.actor()).isEqualTo("process-owner");
        assertThat(entry.values().get("sentence")).contains("Er is niets live gezet.").contains(FORM).hasSizeLessThan(8100);
    }

    @Test
    void anAdministratorsEmergencyIsLiveAtOnceAndStandsOut() {
        walk.loginAsAdministrator();
        repository.createDeployment().name("Nood").addString(FORM, changed("Ons bericht")).deploy();

        assertThat(live()).contains("Ons bericht");
        assertThat(secondPair()).singleElement().asString().contains("Nood").contains("Een goedkeuring van een tweede persoon staat er niet bij");
    }

    @Test
    void onThePageItIsProposedWithItsReasonAndOtherFilesTakeItsPlace() throws Exception {
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(Visitor.text(owner.sendFile("/processes/propose", "/processes/propose", Map.of("title", "Beter", "reason", "-"), FORM,
                changed("Ons bericht")).body())).contains("een echte reden");
        String page = owner.sendFile("/processes/propose", "/processes/propose", Map.of("title", "Beter", "reason", "Mensen begrijpen dit beter."),
                FORM, changed("Ons bericht")).body();
        assertThat(Visitor.text(page)).contains("Wijziging: Beter").contains("Mensen begrijpen dit beter.").contains("Ons bericht")
                .contains("Wijziging beoordelen");
        assertThat(read("board", "/processes")).contains("Wijziging: Beter").doesNotContain("Stel een wijziging voor");
        assertThat(newDeployments()).isEmpty();

        Dossier other = walk.changeProposed(FORM, changed("Weer anders"));
        String address = "/processes/changes/" + other.number();
        assertThat(Visitor.text(owner.sendFile(address, address + "/files", Map.of(), FORM, changed("Nog beter")).body())).contains("Nog beter")
                .doesNotContain("Weer anders");
        assertThat(Visitor.text(owner.sendFile(address, address + "/files", Map.of(), "brief.docx", "tekst").body()))
                .contains("brief.docx is geen model");
        assertThat(Visitor.loggedIn(port, "auditor").sendFile("/processes/form/read-answer", address + "/files", Map.of(), FORM, changed("Zelf")).statusCode())
                .isIn(403, 404);
    }

    /** Something of its own, with which nothing has to be joined. */
    private Dossier offeredAlone() {
        return walk.changeProposed("new-question.form", """
                {"id": "new-question", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                    "executionPlatformVersion": "7.24.0", "components": [{"type": "text", "text": "## Nieuw", "id": "Field_text_1"}]}""")
                .complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason", "Mensen vragen hierom.");
    }

    private Dossier offered() {
        return walk.changeProposed(FORM, changed("Ons bericht")).complete("UserTask_ExplainChange", "changeOffer", "offer", "changeReason",
                "Mensen begrijpen dit beter.");
    }

    private Dossier approved(String moment, Object... day) {
        Object[] answers = java.util.stream.Stream.concat(java.util.stream.Stream.of("changeReview", "approve", "liveMoment", moment,
                "changeReviewReason", "De tekst klopt."), java.util.stream.Stream.of(day)).toArray();
        return offered().completeAs("head-of-innovation", "UserTask_ReviewChange", answers);
    }

    private Dossier approvedFor(String day) {
        return approved("day", "changeDay", day);
    }

    private List<String> secondPair() {
        return controls.run("second-pair-of-eyes").orElseThrow().findings().stream().map(Object::toString)
                .filter(one -> one.startsWith("general, regel")).toList();
    }

    private String read(String account, String page) throws Exception {
        HttpResponse<String> answer = Visitor.loggedIn(port, account).get(page);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.text(answer.body());
    }

    private static String changed(String text) {
        return text("forms/answer-reporter/" + FORM).replace("Bericht over uw melding", text);
    }

    private static String text(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Deployment> newDeployments() {
        return repository.createDeploymentQuery().list().stream().filter(deployment -> !deployments.contains(deployment.getId())).toList();
    }

    /** As the engine finds it by its id. */
    private String live() {
        return new String(jdbc.sql("""
                select b.bytes_ from act_re_camformdef f join act_ge_bytearray b
                    on b.deployment_id_ = f.deployment_id_ and b.name_ = f.resource_name_
                    where f.key_ = 'read-answer' order by f.version_ desc""").query(byte[].class).list().get(0), StandardCharsets.UTF_8);
    }
}
