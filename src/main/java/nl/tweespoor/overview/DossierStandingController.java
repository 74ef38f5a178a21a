package nl.tweespoor.overview;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a dossier stands, for a page that isn't ours: Tasklist tells it after a report, and after a task. That is no reading of
 * the dossier: it says one sentence, unasked, to who has just worked on it.
 */
@RestController
class DossierStandingController {

    private final DossierSummaries summaries;

    DossierStandingController(DossierSummaries summaries) {
        this.summaries = summaries;
    }

    record Answer(String standing) {
    }

    /** Nobody can tell a dossier that isn't theirs from one that isn't there. */
    @GetMapping("/dossiers/{number}/standing")
    Answer tell(@PathVariable String number) {
        return summaries.of(number).map(summary -> new Answer(summary.standing()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
