package nl.tweespoor.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.tweespoor.account.People;
import nl.tweespoor.control.Control;
import nl.tweespoor.control.Controls;
import nl.tweespoor.engine.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What an auditor asks of all records together, each at a button, with what it found. */
@Controller
class ControlsController {

    static final String PAGE = RegisterController.PAGE + "/controls";

    private final RegisterPolicy policy;
    private final Controls controls;
    private final ControlRuns runs;
    private final CurrentUser currentUser;
    private final People people;

    ControlsController(RegisterPolicy policy, Controls controls, ControlRuns runs, CurrentUser currentUser, People people) {
        this.policy = policy;
        this.controls = controls;
        this.runs = runs;
        this.currentUser = currentUser;
        this.people = people;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        policy.checkAudits();
        Set<String> underWay = runs.underWay();
        model.addAttribute("controls", controls.all().stream().map(control -> view(control, underWay)).toList());
        model.addAttribute("underWay", underWay.size());
        if (!underWay.isEmpty()) {
            model.addAttribute("refresh", PAGE);
        }
        return "controls";
    }

    @PostMapping(PAGE)
    String runAll() {
        policy.checkAudits();
        runs.start(List.copyOf(controls.ids()), reader());
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/{id}")
    String run(@PathVariable String id) {
        policy.checkAudits();
        if (!controls.ids().contains(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        runs.start(List.of(id), reader());
        return "redirect:" + PAGE + "#" + id;
    }

    private ControlView view(Control control, Set<String> underWay) {
        Optional<ControlRuns.Done> done = runs.of(control.id());
        return done.map(told -> ControlView.told(control, underWay.contains(control.id()), told))
                .orElseGet(() -> ControlView.asked(control, underWay.contains(control.id())));
    }

    private String reader() {
        return people.nameOf(currentUser.id().orElseThrow());
    }
}
