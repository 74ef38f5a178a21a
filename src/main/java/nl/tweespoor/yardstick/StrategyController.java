package nl.tweespoor.yardstick;

import java.util.Map;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Pdf;
import nl.tweespoor.overview.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What we want, and what serves it: the version in force, each earlier one, and each as the document of the decision. */
@Controller
class StrategyController {

    private static final String PAGE = "/strategy";
    private static final String VERSION = PAGE + "/{version:[A-Za-z0-9-]{1,40}}";

    private final StrategyPages pages;
    private final Pdf pdf;
    private final CurrentUser currentUser;
    private final People people;

    StrategyController(StrategyPages pages, Pdf pdf, CurrentUser currentUser, People people) {
        this.pages = pages;
        this.pdf = pdf;
        this.currentUser = currentUser;
        this.people = people;
    }

    @GetMapping(PAGE)
    String inForce(Model model) {
        pages.newest().flatMap(version -> pages.of(version, currentUser.groups())).ifPresent(page -> model.addAttribute("strategy", page));
        return "strategy";
    }

    @GetMapping(VERSION)
    String version(@PathVariable String version, Model model) {
        model.addAttribute("strategy", page(version));
        return "strategy";
    }

    @GetMapping(VERSION + "/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String version) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(version + ".pdf").build().toString())
                .body(pdf.of("strategy-pdf", Map.of("strategy", page(version), "reader", people.nameOf(currentUser.id().orElseThrow()),
                        "readAt", Words.moment(EngineClock.now()))));
    }

    private StrategyPage page(String version) {
        return pages.of(version, currentUser.groups()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
