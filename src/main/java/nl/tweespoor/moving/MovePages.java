package nl.tweespoor.moving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedFiles;
import nl.tweespoor.engine.VersionChanges;
import nl.tweespoor.engine.VersionChanges.Element;
import nl.tweespoor.form.Forms;
import nl.tweespoor.live.ModelKind;
import nl.tweespoor.live.ModelVersions;
import nl.tweespoor.live.ModelVersions.Version;
import nl.tweespoor.moving.RunningDossiers.Running;
import nl.tweespoor.overview.Words;
import org.springframework.stereotype.Component;

/** Reads what would happen to dossiers that go to another version. */
@Component
class MovePages {

    /** What is tried before it is shown; all others are looked at by where they stand, and tried when they go. */
    private static final int TRIED = 50;
    private static final int EARLIER = 5;
    private static final String NO_NUMBER = "Zonder nummer";

    private final ModelVersions versions;
    private final VersionChanges changes;
    private final RunningDossiers running;
    private final MoveRepository moves;
    private final TryOut tryOut;
    private final DeployedFiles files;

    MovePages(ModelVersions versions, VersionChanges changes, RunningDossiers running, MoveRepository moves, TryOut tryOut, DeployedFiles files) {
        this.versions = versions;
        this.changes = changes;
        this.running = running;
        this.moves = moves;
        this.tryOut = tryOut;
        this.files = files;
    }

    /**
     * What can go from this version, but for what waits for a move already.
     *
     * @param to the number of the other; null for the newest one
     * @return none when there is no such version, or no other
     */
    Optional<MovePlan> plan(String process, int from, Integer to) {
        List<Version> all = versions.of(ModelKind.PROCESS, process);
        Optional<Version> before = all.stream().filter(version -> version.number() == from).findFirst();
        Optional<Version> after = all.stream().filter(version -> version.number() != from && (to == null || version.number() == to)).findFirst();
        return before.isEmpty() || after.isEmpty() ? Optional.empty() : Optional.of(plan(before.get(), after.get()));
    }

    private MovePlan plan(Version before, Version after) {
        Set<String> asked = new HashSet<>(moves.waitingOf(before.id()));
        return new MovePlan(before, after, changes.elements(before.id()), changes.elements(after.id()), changes.shared(before.id(), after.id()),
                running.on(before.id()).stream().filter(one -> !asked.contains(one.instance())).toList());
    }

    MovePage page(MovePlan plan, String place) {
        List<Running> chosen = plan.runningAt(place);
        List<MovePlan.Place> places = plan.places();
        List<MovePage.Dossier> shown = new ArrayList<>();
        List<MovePage.Staying> staying = new ArrayList<>();
        long movable = 0;
        long more = 0;
        for (Running one : chosen) {
            List<String> why = plan.whyNot(one);
            if (why.isEmpty() && movable++ < TRIED) {
                why = tryOut.whyNot(one.instance(), plan).stream().toList();
                if (why.isEmpty()) {
                    shown.add(new MovePage.Dossier(one.instance(), number(one.number()), at(one, places)));
                }
            }
            if (!why.isEmpty() && staying.size() < TRIED) {
                staying.add(new MovePage.Staying(number(one.number()), why));
            } else if (!why.isEmpty()) {
                more++;
            }
        }
        String process = plan.from().key();
        return new MovePage(MoveController.address(process, plan.from().number()), MoveController.process(process), plan.from().name(),
                plan.from().number(), plan.to().number(), versions.of(ModelKind.PROCESS, process).stream().map(Version::number)
                .filter(number -> number != plan.from().number()).toList(), place, places, noticed(plan), movable, shown, staying, more,
                moves.of(process, EARLIER).stream().map(move -> new MovePage.Earlier(MoveController.progress(move.id()),
                        Words.moment(move.askedAt()), move.fromNumber(), move.toNumber())).toList());
    }

    static String number(String number) {
        return Objects.requireNonNullElse(number, NO_NUMBER);
    }

    private static String at(Running dossier, List<MovePlan.Place> places) {
        return places.stream().filter(place -> dossier.at().contains(place.id())).map(MovePlan.Place::name).distinct()
                .collect(Collectors.joining(", "));
    }

    private List<String> noticed(MovePlan plan) {
        List<String> noticed = new ArrayList<>();
        plan.newTasks().forEach(name -> noticed.add("Nieuwe taak: «" + name + "». Een dossier dat die plek al voorbij is, krijgt deze taak niet: wat zij vraagt, ontbreekt dan verderop."));
        plan.tasksOfBoth().forEach((before, after) -> {
            Map<String, String> known = questions(plan.from(), before);
            questions(plan.to(), after).forEach((key, label) -> {
                if (!known.containsKey(key)) {
                    noticed.add("Nieuwe vraag bij «" + after.name() + "»: «" + label + "». Een dossier dat die taak al had, krijgt deze vraag niet: het antwoord ontbreekt dan verderop.");
                }
            });
            if (!before.openTo().equals(after.openTo())) {
                noticed.add("«" + after.name() + "» is daar voor iemand anders. Een taak die nu wacht, gaat daarheen.");
            }
        });
        return noticed;
    }

    private Map<String, String> questions(Version version, Element task) {
        return task.form() == null ? Map.of() : files.find(version.deployment(), task.form(), "form")
                .map(file -> Forms.of(file.content()).questions()).orElse(Map.of());
    }
}
