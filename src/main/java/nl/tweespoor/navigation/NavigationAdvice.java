package nl.tweespoor.navigation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.tweespoor.account.People;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.EngineClock;
import nl.tweespoor.overview.Words;
import nl.tweespoor.role.RolePages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the layout of our pages who reads them and which rooms the table of roles opens to them. */
@ControllerAdvice(annotations = Controller.class, basePackages = "nl.tweespoor")
class NavigationAdvice {

    private final CurrentUser currentUser;
    private final People people;
    private final RolePages pages;

    NavigationAdvice(CurrentUser currentUser, People people, RolePages pages) {
        this.currentUser = currentUser;
        this.people = people;
        this.pages = pages;
    }

    @ModelAttribute
    void addTo(Model model, HttpServletRequest request) {
        currentUser.id().ifPresent(reader -> {
            model.addAttribute("reader", people.nameOf(reader));
            model.addAttribute("readAt", Words.moment(EngineClock.now()));
            model.addAttribute("destinations", destinations(currentUser.groups(), request.getRequestURI()));
        });
    }

    private List<Destination> destinations(Collection<String> groups, String address) {
        List<Destination> destinations = new ArrayList<>(List.of(new Destination("Mijn werk", "/", address.equals("/"))));
        if (pages.open(groups, "tasklist")) {
            destinations.add(new Destination("Takenlijst", "/camunda/app/tasklist/", false));
        }
        if (pages.open(groups, "strategy")) {
            destinations.add(new Destination("Strategie", "/strategy", address.startsWith("/strategy")));
        }
        if (pages.open(groups, "register")) {
            destinations.add(new Destination("Register", "/register", address.startsWith("/register")));
        }
        if (pages.open(groups, "processes")) {
            destinations.add(new Destination("Processen", "/processes", address.startsWith("/processes")));
        }
        if (pages.open(groups, "cockpit")) {
            destinations.add(new Destination("Cockpit", "/camunda/app/cockpit/", false));
        }
        return destinations;
    }
}
