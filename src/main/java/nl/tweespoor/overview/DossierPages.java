package nl.tweespoor.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.account.People;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;
import nl.tweespoor.recording.RecordedDossier;
import org.springframework.stereotype.Component;

/** Makes the page of a dossier from the ledger, which tells how it got there, and the engine, which knows where it stands. */
@Component
class DossierPages {

    private static final List<String> VALUES =
            List.of(ModelIds.TITLE, ModelIds.GOALS, ModelIds.GROUND, ModelIds.JOINED_DOSSIER);
    private static final Map<String, String> FILES = Map.of("bpmn", "Model", "dmn", "Tabel", "form", "Formulier");
    private static final Map<String, String> BEGINNINGS =
            Map.of(ModelIds.INNOVATION, "Kans gemeld", ModelIds.IMPLEMENTATION, "Implementatie begonnen");
    private static final int MARK = 12;

    private final DecisionHistory history;
    private final DossierProgress processes;
    private final DossierPolicy policy;
    private final People people;

    DossierPages(DecisionHistory history, DossierProgress processes, DossierPolicy policy, People people) {
        this.history = history;
        this.processes = processes;
        this.policy = policy;
        this.people = people;
    }

    /** None when there is no such dossier, or it isn't for this reader. */
    Optional<DossierPage> of(String number, Reader reader) {
        if (!Dossiers.isNumber(number)) {
            return Optional.empty();
        }
        return history.dossier(number).flatMap(dossier -> {
            Progress progress = processes.of(number, VALUES, people::nameOf);
            return policy.opens(number, dossier, progress, reader)
                    ? Optional.of(page(number, dossier, progress, reader)) : Optional.empty();
        });
    }

    private static DossierPage page(String number, RecordedDossier dossier, Progress progress, Reader reader) {
        List<RecordedDecision> decisions = dossier.decisions();
        return new DossierPage(number, progress.values().getOrDefault(ModelIds.TITLE, dossier.title()),
                Standing.of(progress, decisions), badges(progress, decisions), turns(progress, reader),
                progress.values().get(ModelIds.GOALS), Track.of(progress.runs()),
                decisions.stream().map(DossierPages::decision).toList(),
                dossier.routine().stream().flatMap(DossierPages::routine).toList());
    }

    private static List<String> badges(Progress progress, List<RecordedDecision> decisions) {
        List<String> badges = new ArrayList<>();
        if (Standing.turns(progress).stream().anyMatch(Standing::isLate)) {
            badges.add("Te laat");
        }
        if (decisions.stream().flatMap(decision -> decision.advice().stream()).anyMatch(advice -> !advice.followed())) {
            badges.add("Tegen het advies");
        }
        if (ModelIds.NO_GROUND.equals(progress.values().get(ModelIds.GROUND))) {
            badges.add("Zonder doel");
        }
        return badges;
    }

    /** None when the sentence says it all. The answer to the reporter waits for no one else. */
    private static List<DossierPage.Turn> turns(Progress progress, Reader reader) {
        Stream<OpenTask> answer = progress.tasks().stream().filter(task -> task.element().equals(ModelIds.READ_ANSWER)
                && reader.userId().equals(task.assignee()));
        List<DossierPage.Turn> turns = Stream.concat(Standing.turns(progress).stream(), answer)
                .map(task -> new DossierPage.Turn(task.name(), Words.whose(task), Words.until(task),
                        reader.has(task) ? task.id() : null)).toList();
        return turns.size() == 1 && turns.get(0).taskId() == null ? List.of() : turns;
    }

    private static DossierPage.Decision decision(RecordedDecision decision) {
        String role = Words.names(decision.groups());
        Optional<Advice> against = decision.advice().filter(advice -> !advice.followed());
        return new DossierPage.Decision("besluit-" + decision.sequence(), decision.step().name(), decision.outcome(),
                decision.by(), decision.by().contains(role) ? "" : role, Words.moment(decision.at()), decision.reason(),
                decision.advice().isPresent(), against.map(Advice::outcome).orElse(null),
                against.map(Advice::reasonAgainst).orElse(""),
                decision.basis().stream().map(file -> ground(file, decision)).toList());
    }

    private static String ground(Basis file, RecordedDecision decision) {
        String version = file.kind().equals("bpmn") ? ", versie " + decision.step().version() : "";
        return FILES.getOrDefault(file.kind(), "Bestand") + " " + file.name() + version + ", kenmerk "
                + file.sha256().substring(0, MARK);
    }

    /** None of what begins only to tell the reporter: that has a task of its own. */
    private static Stream<DossierPage.Routine> routine(RecordedDossier.Routine event) {
        return Optional.ofNullable(what(event)).stream().map(what -> new DossierPage.Routine(Words.moment(event.at()), what,
                event.kind() == Kind.TASK ? Words.names(event.groups()) : ""));
    }

    private static String what(RecordedDossier.Routine event) {
        return switch (event.kind()) {
            case START -> BEGINNINGS.get(event.process());
            case END -> "Dossier afgesloten";
            default -> event.step();
        };
    }
}
