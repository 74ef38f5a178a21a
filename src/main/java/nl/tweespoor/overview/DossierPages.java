package nl.tweespoor.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import nl.tweespoor.account.People;
import nl.tweespoor.dossier.ReporterNames;
import nl.tweespoor.engine.DossierPath;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.form.Amounts;
import nl.tweespoor.ledger.Entry.Basis;
import nl.tweespoor.lesson.Lessons;
import nl.tweespoor.openpoint.OpenPoints;
import nl.tweespoor.poll.PollResults;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDecision.Advice;
import nl.tweespoor.recording.RecordedDossier;
import nl.tweespoor.tasklist.TasklistAddresses;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the page of a dossier from the ledger, which tells how it got there, and the engine, which knows where it stands. */
@Component
class DossierPages {

    private static final Map<String, String> BEGINNINGS =
            Map.of(ModelIds.INNOVATION, "Kans gemeld", ModelIds.IMPLEMENTATION, "Implementatie begonnen");

    private final FilledForms forms;
    private final DossierPath path;
    private final Names names;
    private final People people;
    private final ReporterNames reporterNames;
    private final Amounts amounts;
    private final OpenPoints points;
    private final Lessons lessons;
    private final PollResults polls;
    private final TasklistAddresses tasklist;

    DossierPages(FilledForms forms, DossierPath path, Names names, People people, ReporterNames reporterNames, Amounts amounts,
            OpenPoints points, Lessons lessons, PollResults polls, TasklistAddresses tasklist) {
        this.forms = forms;
        this.path = path;
        this.names = names;
        this.people = people;
        this.reporterNames = reporterNames;
        this.amounts = amounts;
        this.points = points;
        this.lessons = lessons;
        this.polls = polls;
        this.tasklist = tasklist;
    }

    DossierPage of(OpenDossier dossier, Reader reader) {
        RecordedDossier recorded = dossier.recorded();
        Progress progress = dossier.progress();
        List<RecordedDecision> decisions = recorded.decisions();
        Answers answers = new Answers(recorded, forms);
        return new DossierPage(dossier.number(), dossier.title(), Standing.of(progress, decisions), badges(progress, decisions, answers),
                turns(progress, reader), progress.values().get(ModelIds.GOALS),
                thread(dossier.number(), progress, decisions), Carriers.of(decisions, answers),
                Track.of(progress.runs()),
                report(dossier.number(), answers),
                Findings.of(answers, id -> names.of(id, people::nameOf)),
                Results.of(answers, progress.values().getOrDefault(ModelIds.INDICATOR, ""), this::amount),
                decisions.stream().map(DossierPages::decision).toList(), points.of(dossier.number()),
                asks(progress, reader) ? tasklist.start(ModelIds.RAISE_POINT) : null,
                polls.of(dossier.number()), lessons.of(dossier.number()),
                recorded.routine().stream().flatMap(DossierPages::routine).toList(),
                path.of(dossier.number()).stream().map(model -> Diagram.of(dossier.number(), model)).toList(),
                ReadingsPages.areFor(reader), DossierExportController.proofIsFor(reader));
    }

    /** None where the ground is no goal. */
    private static Optional<DossierPage.Thread> thread(String number, Progress progress, List<RecordedDecision> decisions) {
        return Optional.ofNullable(progress.values().get(ModelIds.MAIN_GOAL)).filter(goal -> goal.contains("/")
                && ModelIds.STRATEGIC_GOAL.equals(progress.values().get(ModelIds.GROUND))).map(goal -> {
                    String version = goal.substring(0, goal.indexOf('/'));
                    return new DossierPage.Thread("/strategy/" + version + "#" + goal.substring(goal.indexOf('/') + 1), version, decisions.stream()
                            .filter(decision -> ModelIds.SELECT_TASK.equals(decision.step().element())).findFirst()
                            .map(decision -> "/dossiers/" + number + "/besluit/" + decision.sequence()).orElse(null));
                });
    }

    private List<Fact> report(String number, Answers answers) {
        String reporters = reporterNames.of(number);
        return Stream.concat(answers.beginning(ModelIds.INNOVATION).stream()
                        .flatMap(report -> answers.factsBut(Set.of(ModelIds.TITLE, ModelIds.REPORTER_SHOWN), report).stream()),
                reporters.isEmpty() ? Stream.empty() : Stream.of(new Fact("Gemeld door", StringUtils.capitalize(reporters)))).toList();
    }

    private static boolean asks(Progress progress, Reader reader) {
        return !reader.groups().contains(Group.AUDITOR.id()) && Standing.tracks(progress).anyMatch(run -> run.ended() == null);
    }

    /** Null for what is no amount, such as what was erased. */
    private Double amount(String typed) {
        try {
            return amounts.parse(typed);
        } catch (Refusal e) {
            return null;
        }
    }

    private static List<String> badges(Progress progress, List<RecordedDecision> decisions, Answers answers) {
        List<String> badges = new ArrayList<>();
        if (Standing.turns(progress).stream().anyMatch(Standing::isLate)) {
            badges.add("Te laat");
        }
        if (decisions.stream().flatMap(decision -> decision.advice().stream()).anyMatch(advice -> !advice.followed())) {
            badges.add("Tegen het advies");
        }
        if (ModelIds.NO_GROUND.equals(progress.values().get(ModelIds.GROUND))) {
            badges.add("Zonder strategisch doel");
        }
        if (Stream.of(ModelIds.SETTLE_CAPACITY, ModelIds.SETTLE_CAPACITY_BY_BOARD).flatMap(task -> answers.newest(task).stream())
                .anyMatch(filled -> ModelIds.OVERRULED.equals(filled.values().get(ModelIds.CAPACITY)))) {
            badges.add("Zonder ruimte in de agenda");
        }
        return badges;
    }

    /** None when the sentence says it all. The answer to the reporter waits for no one else. */
    private static List<DossierPage.Turn> turns(Progress progress, Reader reader) {
        Stream<OpenTask> answer = progress.tasks().stream().filter(task -> Standing.isAside(task)
                && reader.userId().equals(task.assignee()));
        List<DossierPage.Turn> turns = Stream.concat(Standing.turns(progress).stream(), answer)
                .map(task -> new DossierPage.Turn(task.name(), Words.whose(task), Words.until(task),
                        reader.has(task) ? task.id() : null)).toList();
        return turns.size() == 1 && turns.get(0).taskId() == null ? List.of() : turns;
    }

    private static DossierPage.Decision decision(RecordedDecision decision) {
        Optional<Advice> against = decision.advice().filter(advice -> !advice.followed());
        return new DossierPage.Decision("besluit-" + decision.sequence(), decision.sequence(), decision.name(),
                decision.outcome(), decision.by(), Words.roleBeside(decision.by(), decision.groups()),
                Words.moment(decision.at()), decision.reason(), decision.advice().isPresent(),
                against.map(Advice::outcome).orElse(null), against.map(Advice::reasonAgainst).orElse(""),
                decision.basis().stream().map(file -> ground(file, decision)).toList());
    }

    private static String ground(Basis file, RecordedDecision decision) {
        return DecisionPages.mark(file) + (file.kind().equals("bpmn") ? ", versie " + decision.step().version() : "");
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
