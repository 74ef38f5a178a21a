package nl.tweespoor.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import nl.tweespoor.recording.DossierProof;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A dossier to take along. */
@Controller
class DossierExportController {

    /** It holds everything that anyone filled in, also what the page keeps from most readers, so it is for who reads everything. */
    private static final Set<String> TAKE_PROOF = Set.of(Group.AUDITOR.id(), Groups.CAMUNDA_ADMIN);

    private final DossierReading dossiers;
    private final DossierProof proof;
    private final DossierPages pages;
    private final Pdf pdf;
    private final ReadingsPages readings;
    private final CurrentUser currentUser;
    private final People people;

    DossierExportController(DossierReading dossiers, DossierProof proof, DossierPages pages, Pdf pdf, ReadingsPages readings,
            CurrentUser currentUser, People people) {
        this.dossiers = dossiers;
        this.proof = proof;
        this.pages = pages;
        this.pdf = pdf;
        this.readings = readings;
        this.currentUser = currentUser;
        this.people = people;
    }

    static boolean proofIsFor(Reader reader) {
        return !Collections.disjoint(TAKE_PROOF, reader.groups());
    }

    /** Sent while it is written, so that a long dossier takes no memory. */
    @GetMapping("/dossiers/{number}/bewijs")
    void proof(@PathVariable String number, HttpServletResponse response) throws IOException {
        dossiers.read(number, Kind.DOSSIER, "bewijs", Action.EXPORT,
                (dossier, reader) -> proofIsFor(reader) ? Optional.of(dossier) : Optional.empty());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(number + ".zip"));
        proof.write(number, response.getOutputStream());
    }

    /** What its reader sees on the page, and no more. */
    @GetMapping("/dossiers/{number}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        DossierPage dossier = dossiers.read(number, Kind.DOSSIER, "pdf", Action.EXPORT,
                (open, reader) -> Optional.of(pages.of(open, reader)));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(number + ".pdf"))
                .body(pdf.of("dossier-pdf", Map.of("dossier", dossier, "reader", people.nameOf(currentUser.id().orElseThrow()),
                        "readAt", Words.moment(EngineClock.now()))));
    }

    @GetMapping("/dossiers/{number}/gelezen.csv")
    void readings(@PathVariable String number, HttpServletResponse response) throws IOException {
        List<List<String>> table = dossiers.read(number, Kind.READING_LOG, "", Action.EXPORT, readings::table);
        response.setContentType(CsvRows.CONTENT_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named(number + "-gelezen.csv"));
        CsvRows rows = new CsvRows(response.getOutputStream());
        for (List<String> row : table) {
            rows.add(row);
        }
        rows.flush();
    }

    private static String named(String file) {
        return ContentDisposition.attachment().filename(file).build().toString();
    }
}
