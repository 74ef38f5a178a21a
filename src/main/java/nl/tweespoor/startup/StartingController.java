package nl.tweespoor.startup;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people read while Tweespoor starts; the page looks again by itself. */
@Controller
class StartingController {

    private final StartupGate gate;

    StartingController(StartupGate gate) {
        this.gate = gate;
    }

    @RequestMapping(StartupGate.PAGE)
    String starting() {
        return gate.isOpen() ? "redirect:/login" : "starting";
    }
}
