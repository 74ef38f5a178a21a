package nl.tweespoor.overview;

import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Where a dossier stands, and how it got there. */
@Controller
class DossierController {

    private final DossierPages pages;
    private final CurrentUser currentUser;
    private final People people;

    DossierController(DossierPages pages, CurrentUser currentUser, People people) {
        this.pages = pages;
        this.currentUser = currentUser;
        this.people = people;
    }

    /** Nobody can tell a dossier that isn't theirs from one that isn't there. */
    @GetMapping("/dossiers/{number}")
    String show(@PathVariable String number, Model model) {
        String userId = currentUser.id().orElseThrow();
        model.addAttribute("dossier", pages.of(number, new Reader(userId, currentUser.groups()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("reader", people.nameOf(userId));
        model.addAttribute("readAt", Words.moment(EngineClock.now()));
        return "dossier";
    }
}
