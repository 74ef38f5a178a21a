package nl.tweespoor.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where dossiers of a trial got no further. */
final class Stuck {

    private final Routes routes;
    private final Map<String, String> notBegun = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Map<String, String> unanswered = new TreeMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, Integer> waits = new TreeMap<>();
    private final Map<String, String> fails = new TreeMap<>();
    private int rounds;

    Stuck(Routes routes) {
        this.routes = routes;
    }

    void begun(String process) {
        begun.add(process);
    }

    void notBegun(String process, String said) {
        notBegun.put(process, said);
    }

    void answered(String task) {
        answered.add(task);
    }

    void unanswered(String task, String said) {
        unanswered.put(task, said);
    }

    void waits(String step) {
        waits.merge(step, 1, Integer::sum);
    }

    void fails(String step, String why) {
        fails.put(step, why);
    }

    void goesRound() {
        rounds++;
    }

    /** One for each place. What could be answered once, isn't among them. */
    List<String> sentences(int walks) {
        List<String> sentences = new ArrayList<>();
        notBegun.forEach((process, said) -> {
            if (!begun.contains(process)) {
                sentences.add(Untaken.name(routes.process(process)) + " is met geen enkel antwoord te beginnen. Het laatste wat werd gezegd: " + said);
            }
        });
        unanswered.forEach((task, said) -> {
            if (!answered.contains(task)) {
                sentences.add(Untaken.place(task, routes) + ": op deze taak is geen antwoord te geven waarmee het verder gaat. Het laatste wat werd"
                        + " gezegd: " + said);
            }
        });
        waits.forEach((step, times) -> sentences.add(Untaken.place(step, routes) + ": hier loopt het dood. " + times + " van de " + walks
                + " dossiers bleven hier wachten op iets wat niet komt."));
        fails.forEach((step, why) -> sentences.add(Untaken.place(step, routes) + ": hier gaat het mis: " + why));
        if (rounds > walks / 2) {
            sentences.add(rounds + " van de " + walks + " dossiers kwamen aan geen einde: misschien gaat het ergens in een kring.");
        }
        return sentences;
    }
}
