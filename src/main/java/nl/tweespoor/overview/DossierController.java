package nl.tweespoor.overview;

import java.util.Optional;
import nl.tweespoor.reading.Reading.Action;
import nl.tweespoor.reading.Reading.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a dossier stands and how it got there, on what grounds something was decided in it, and who read it. */
@Controller
class DossierController {

    private final DossierReading dossiers;
    private final DossierPages pages;
    private final DecisionPages decisions;
    private final ReadingsPages readings;

    DossierController(DossierReading dossiers, DossierPages pages, DecisionPages decisions, ReadingsPages readings) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.decisions = decisions;
        this.readings = readings;
    }

    /** @param print there when it is to be printed */
    @GetMapping("/dossiers/{number}")
    String dossier(@PathVariable String number, @RequestParam Optional<String> print, Model model) {
        model.addAttribute("dossier", dossiers.read(number, Kind.DOSSIER, "", action(print),
                (dossier, reader) -> Optional.of(pages.of(dossier, reader))));
        return "dossier";
    }

    /** @param sequence of its entry in the ledger of this dossier */
    @GetMapping("/dossiers/{number}/besluit/{sequence:[0-9]{1,9}}")
    String decision(@PathVariable String number, @PathVariable long sequence, @RequestParam Optional<String> print, Model model) {
        model.addAttribute("decision", dossiers.read(number, Kind.DECISION, String.valueOf(sequence), action(print),
                (dossier, reader) -> decisions.of(dossier, sequence)));
        return "decision";
    }

    @GetMapping("/dossiers/{number}/gelezen")
    String readings(@PathVariable String number, @RequestParam Optional<String> print, Model model) {
        model.addAttribute("readings", dossiers.read(number, Kind.READING_LOG, "", action(print), readings::of));
        return "readings";
    }

    private static Action action(Optional<String> print) {
        return print.isPresent() ? Action.PRINT : Action.READ;
    }
}
