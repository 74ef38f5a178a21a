package nl.tweespoor.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.ledger.Recorded;
import nl.tweespoor.overview.Visitor;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is live as a process owner reads it, going back to what was live before, and choosing after an upgrade. */
@EngineTest
@ExcludeFromProcessCoverage
class LiveTest {

    private static final String FORM = "forms/answer-reporter/read-answer.form";
    private static final String PAGE = "/processes/form/read-answer";

    @LocalServerPort
    int port;
    @Autowired
    RepositoryService repository;
    @Autowired
    LedgerReader ledger;
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
        jdbc.sql("update shipped_file set taken = offered").update();
    }

    @Test
    @OnPostgresToo
    void processOwnerReadsWhatIsLiveAndWhereDossiersWait() throws Exception {
        walk.reported();
        Visitor owner = Visitor.loggedIn(port, "process-owner");

        assertThat(read(owner, "/processes")).contains("Innovatie 1 ").contains("Beslistabellen: ", "Formulieren: ")
                .doesNotContain("Wacht op uw keuze");
        assertThat(read(owner, "/processes/process/innovation")).contains("Versie 1, staat nu live").contains("Loopt nu: 1 ")
                .contains("Kans verkennen: 1");
        assertThat(owner.get("/processes/process/no-such-process").statusCode()).isEqualTo(404);
        assertThat(owner.get("/processes/nothing/innovation").statusCode()).isEqualTo(404);
    }

    @Test
    void previousVersionIsMadeCurrentAgainWithAReason() throws Exception {
        putLive(changed("Bericht over uw melding", "Ons bericht"));
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        assertThat(read(owner, PAGE)).contains("Versie 2, staat nu live").contains("Maak deze versie weer de huidige")
                .containsPattern("Tekst «Bericht over uw melding lezen»: de tekst was «[^»]*Bericht over uw melding[^»]*» en wordt «[^»]*Ons bericht[^»]*»\\. Regel voor regel");

        HttpResponse<String> back = owner.send(PAGE + "/1", PAGE + "/1", "what=file&reason=" + encoded("De vraag klopte niet meer."));

        assertThat(Visitor.text(back.body())).contains("Versie 3, staat nu live").contains("Proceseigenaar: Terug naar versie 1 van read-answer: De vraag klopte niet meer.");
        assertThat(live()).isEqualTo(text());
        Recorded entry = ledger.newest(Entry.NO_DOSSIER, Kind.DEPLOYMENT.word()).orElseThrow();
        assertThat(entry.actor()).isEqualTo("process-owner");
    }

    @Test
    void previousVersionOfWhoDecidesWhatIsReviewedFirst() throws Exception {
        String table = new ClassPathResource("processes/mandate.dmn").getContentAsString(StandardCharsets.UTF_8);
        repository.createDeployment().addString("mandate.dmn", table.replace("50000", "99999")).deploy();
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        String page = "/processes/table/mandate/1";

        HttpResponse<String> back = owner.send(page, page, "what=file&reason=" + encoded("Dit mandaat was te ruim."));

        assertThat(Visitor.text(back.body())).contains("Terug naar versie 1 van mandate: Dit mandaat was te ruim.").contains("Voorstel toelichten");
        assertThat(newDeployments()).hasSize(1);
    }

    @Test
    void withoutAReasonOrPastTheGateNothingGoesBackAndNothingTypedIsLost() throws Exception {
        putLive(text().replaceFirst("\"type\": \"text\",", "\"type\": \"filepicker\", \"key\": \"x\","));
        putLive(text());
        Visitor owner = Visitor.loggedIn(port, "process-owner");

        assertThat(Visitor.text(owner.send(PAGE + "/1", PAGE + "/1", "what=file&reason=" + encoded("n.v.t.")).body()))
                .contains("Schrijf bij 'Waarom?' een echte reden op.").contains("n.v.t.");
        assertThat(Visitor.text(owner.send(PAGE + "/2", PAGE + "/2", "what=file&reason=" + encoded("Toch maar terug.")).body()))
                .contains("Er is niets live gezet.").contains("Toch maar terug.");
        assertThat(newDeployments()).hasSize(2);
    }

    @Test
    void whoOnlyReadsCanNotGoBack() throws Exception {
        putLive(changed("Bericht over uw melding", "Ons bericht"));
        Visitor auditor = Visitor.loggedIn(port, "auditor");

        assertThat(read(auditor, PAGE)).doesNotContain("weer de huidige");
        assertThat(auditor.get(PAGE + "/1").statusCode()).isEqualTo(404);
        assertThat(auditor.send(PAGE, PAGE + "/1", "what=file&reason=" + encoded("Toch maar terug.")).statusCode()).isEqualTo(404);
        assertThat(newDeployments()).hasSize(1);
    }

    @Test
    @OnPostgresToo
    void whatWaitsAfterAnUpgradeIsKeptOrTakenWithAReason() throws Exception {
        putLive(changed("Bericht over uw melding", "Ons bericht"));
        Visitor owner = Visitor.loggedIn(port, "process-owner");
        String page = "/processes/upgrade/read-answer.form";
        assertThat(owner.get(page).statusCode()).isEqualTo(404);
        waits();
        assertThat(read(owner, "/processes")).contains("Wacht op uw keuze").contains("read-answer.form");
        assertThat(read(owner, page)).contains("Wat er veranderde in wat meekwam").contains("Wat hier is veranderd");
        assertThat(new String(owner.download(page + "/file").body(), StandardCharsets.UTF_8)).isEqualTo(text());

        assertThat(Visitor.text(owner.send(page, page, "choice=keep&reason=-").body())).contains("een echte reden");
        assertThat(Visitor.text(owner.send(page, page, "choice=keep&reason=" + encoded("Die van ons is duidelijker.")).body()))
                .contains("Processen").doesNotContain("Wacht op uw keuze");
        assertThat(live()).contains("Ons bericht");
        assertThat(ledger.newest(Entry.NO_DOSSIER, Kind.UPGRADE.word()).orElseThrow().values()).containsEntry("reason", "Die van ons is duidelijker.");

        waits();
        owner.send(page, page, "choice=take&reason=" + encoded("Die is beter."));
        assertThat(live()).isEqualTo(text());
        assertThat(owner.get(page).statusCode()).isEqualTo(404);
    }

    private void waits() {
        jdbc.sql("update shipped_file set taken = ? where name = 'read-answer.form'").param(changed("Bericht over", "Reactie op").getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static String read(Visitor visitor, String page) throws Exception {
        HttpResponse<String> answer = visitor.get(page);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.text(answer.body());
    }

    private void putLive(String form) {
        repository.createDeployment().addString("read-answer.form", form).deploy();
    }

    private static String changed(String before, String after) {
        assertThat(text()).contains(before);
        return text().replace(before, after);
    }

    private static String text() {
        try {
            return new ClassPathResource(FORM).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
