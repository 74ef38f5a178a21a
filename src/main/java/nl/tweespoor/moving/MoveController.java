package nl.tweespoor.moving;

import java.util.List;
import java.util.Set;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.role.RolePages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page before running dossiers go to another version, and the one that tells how far that is. Who deploys may do it. */
@Controller
class MoveController {

    private static final String PROCESS = "/processes/process/";
    private static final String MOVE = PROCESS + "{key:[A-Za-z0-9_.-]+}/{number:[0-9]{1,9}}/move";
    private static final String PROGRESS = "/processes/moves/";

    private final MovePages pages;
    private final Moves moves;
    private final CurrentUser currentUser;
    private final RolePages roles;

    MoveController(MovePages pages, Moves moves, CurrentUser currentUser, RolePages roles) {
        this.pages = pages;
        this.moves = moves;
        this.currentUser = currentUser;
        this.roles = roles;
    }

    static String process(String key) {
        return PROCESS + key;
    }

    static String address(String key, int number) {
        return process(key) + "/" + number + "/move";
    }

    static String progress(String id) {
        return PROGRESS + id;
    }

    @GetMapping(MOVE)
    String show(@PathVariable String key, @PathVariable int number, @RequestParam(required = false) Integer to,
            @RequestParam(defaultValue = "") String place, Model model) {
        return show(plan(key, number, to), place, "", null, model);
    }

    @PostMapping(MOVE)
    String ask(@PathVariable String key, @PathVariable int number, @RequestParam Integer to, @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String which, @RequestParam(defaultValue = "") Set<String> instance,
            @RequestParam(defaultValue = "false") boolean seen, @RequestParam(defaultValue = "") String reason, Model model) {
        if (!mayMove()) {
            throw notThere();
        }
        MovePlan plan = plan(key, number, to);
        try {
            return "redirect:" + progress(moves.ask(plan, new Moves.Choice("all".equals(which), place, instance, seen, reason)));
        } catch (Refusal refusal) {
            return show(plan, place, reason, refusal.getMessage(), model);
        }
    }

    private String show(MovePlan plan, String place, String reason, String refused, Model model) {
        model.addAttribute("move", pages.page(plan, place));
        model.addAttribute("calls", plan.calls());
        model.addAttribute("changes", mayMove());
        model.addAttribute("reason", reason);
        model.addAttribute("refused", refused == null ? null : List.of(refused.split("\n")));
        return "move";
    }

    @GetMapping(PROGRESS + "{id:[0-9a-f-]{36}}")
    String progress(@PathVariable String id, Model model) {
        model.addAttribute("progress", moves.progress(id).orElseThrow(MoveController::notThere));
        return "move-progress";
    }

    private MovePlan plan(String key, int number, Integer to) {
        return pages.plan(key, number, to).orElseThrow(MoveController::notThere);
    }

    private boolean mayMove() {
        return roles.letDeploy(currentUser.groups());
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
