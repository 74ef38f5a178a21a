package nl.tweespoor.work;

import nl.tweespoor.engine.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where everyone begins. */
@Controller
class WorkController {

    /** Nobody turns over more pages than that. */
    private static final int LAST_PAGE = 10_000;

    private final WorkPages pages;
    private final CurrentUser currentUser;

    WorkController(WorkPages pages, CurrentUser currentUser) {
        this.pages = pages;
        this.currentUser = currentUser;
    }

    @GetMapping("/")
    String show(@RequestParam(name = "gemeld", defaultValue = "1") int page,
            @RequestParam(name = "probleem", defaultValue = "") String problem, Model model) {
        if (page < 1 || page > LAST_PAGE || problem.length() > WorkPage.LONGEST_PROBLEM) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("work", pages.of(currentUser.id().orElseThrow(), page, problem.strip()));
        return "work";
    }
}
