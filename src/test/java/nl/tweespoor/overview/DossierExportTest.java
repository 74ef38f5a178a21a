package nl.tweespoor.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import nl.tweespoor.ledger.Seals;
import nl.tweespoor.ledger.VerifyProgram;
import nl.tweespoor.reading.Reading;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.ReadingLog;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What leaves the page of a dossier: its proof, and the models on which it ran. */
@EngineTest
@OnPostgresToo
class DossierExportTest {

    @LocalServerPort
    int port;
    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Seals seals;
    @Autowired
    ReadingLog log;
    @TempDir
    Path folder;

    private HttpResponse<String> asks(String account, String path) throws Exception {
        return Visitor.loggedIn(port, account).get("/dossiers/" + path);
    }

    private String body(String account, String path) throws Exception {
        return new String(Visitor.loggedIn(port, account).getFile("/dossiers/" + path).body(), StandardCharsets.UTF_8);
    }

    private int status(String account, String path) throws Exception {
        return Visitor.loggedIn(port, account).getFile("/dossiers/" + path).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void theProofOfAFilledDossierVerifiesWhereItIsTakenAndIsLogged(String reader) throws Exception {
        Dossier dossier = walk.selected();
        seals.seal();
        HttpResponse<byte[]> answer = Visitor.loggedIn(port, reader).getFile("/dossiers/" + dossier.number() + "/bewijs");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", dossier.number() + ".zip");
        Path file = Files.write(folder.resolve("bewijs.zip"), answer.body());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).anyMatch(name -> name.endsWith("-assess-opportunity.form"))
                    .anyMatch(name -> name.endsWith("-selection-advice.dmn"));
        }
        assertThat(new VerifyProgram(folder).start(file)).startsWith("0 ").contains(dossier.number());
        assertThat(log.of(dossier.number(), 1)).extracting(Reading::action, Reading::refused)
                .containsExactly(Tuple.tuple(Action.EXPORT, false));
    }

    @Test
    void thePdfSaysWhatThePageSaysWithItsLanguageTitlePagesAndFonts() throws Exception {
        String hostile = "<b>&amp; {{x}}[[${7*7}]] \uD83D\uDE00";
        Dossier dossier = walk.evaluated();
        Dossier typed = walk.reported("title", hostile, "problem", "x");
        HttpResponse<byte[]> answer = Visitor.loggedIn(port, "employee").getFile("/dossiers/" + dossier.number() + "/pdf");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", dossier.number() + ".pdf");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains(dossier.number(), "Wat er is besloten", "Kans selecteren: Selecteren", "Wat er gevonden is",
                    "Kosten en risico", "Wat het oplevert", "Nulmeting op ", "Gemaakt door Medewerker op ", "1 / " + pdf.getNumberOfPages());
            assertThat(pdf.getNumberOfPages()).isBetween(2, 8);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Dossier " + dossier.number());
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        User colleague = engine.getIdentityService().createUserQuery().userId("employee").singleResult();
        colleague.setFirstName("Bo\u0001");
        engine.getIdentityService().saveUser(colleague);
        byte[] withAnything = Visitor.loggedIn(port, "employee").getFile("/dossiers/" + typed.number() + "/pdf").body();
        try (PDDocument pdf = Loader.loadPDF(withAnything)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>&amp; {{x}}[[${7*7}]]", "Gemaakt door Bo ");
        } finally {
            colleague.setFirstName("Medewerker");
            engine.getIdentityService().saveUser(colleague);
        }
        assertThat(log.of(dossier.number(), 1)).extracting(Reading::action).containsExactly(Action.EXPORT);
        assertThat(asks("process-owner", dossier.number() + "/pdf").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee", "board", "head-of-innovation", "hr"})
    void whoDoesNotReadEverythingTakesNoProofAndThatIsLogged(String reader) throws Exception {
        Dossier dossier = walk.selected();

        assertThat(asks(reader, dossier.number() + "/bewijs").statusCode()).isEqualTo(404);
        assertThat(log.of(dossier.number(), 1)).allMatch(reading -> reading.refused() && reading.action() == Action.EXPORT);
        assertThat(asks(reader, dossier.number()).body()).doesNotContain("Bewijs meenemen");
        assertThat(asks("auditor", dossier.number()).body()).contains("Bewijs meenemen");
    }

    @Test
    void whoSeesADossierGetsTheModelsThatItRanOnAndNoOther() throws Exception {
        Dossier dossier = walk.selected();
        String html = asks("employee", dossier.number()).body();
        String model = html.replaceFirst("(?s).*data-model=\"/dossiers/([^\"]*/selection/\\d+)\".*", "$1");

        assertThat(body("employee", model)).contains("<bpmn:process id=\"selection\"");
        assertThat(Visitor.text(html)).contains("Welke weg het ging Innovatie, versie ");
        for (String none : new String[] {"stand-in/1", "selection/999", "x/1", "implementation/1"}) {
            assertThat(status("employee", dossier.number() + "/model/" + none)).as(none).isEqualTo(404);
        }
        assertThat(status("hr", model)).isEqualTo(404);
    }

    @Test
    void thePathTellsEachStepHowOftenWhenAndWhereItIsNow() throws Exception {
        Dossier dossier = walk.feasible().complete("UserTask_DecideByHead", "continuationOutcome", "moreResearch");
        String html = asks("auditor", dossier.number()).body();

        assertThat(html).containsPattern("data-passed=\"[^\"]*UserTask_PrepareTest=2").containsPattern("data-here=\"UserTask_PrepareTest\"")
                .containsPattern("data-calls=\"[^\"]*CallActivity_SelectOpportunity=model-selection-\\d+");
        assertThat(Visitor.text(html)).containsPattern("(?i)toets voorbereiden \\(hier is het nu\\) 2 keer: [^;]*;")
                .contains("Naar wat daar gebeurde");
    }
}
