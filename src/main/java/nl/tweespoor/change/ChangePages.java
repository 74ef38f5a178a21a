package nl.tweespoor.change;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.account.People;
import nl.tweespoor.comparison.ComparedFiles;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierParts;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.engine.DutchTime;
import org.springframework.stereotype.Component;

/** Tells of proposals: what they change, where they are and what the reader can do. */
@Component
public class ChangePages {

    private static final Pattern NUMBER = Pattern.compile("M-[0-9a-f]{8}");
    private static final int MOST = 200;
    private static final List<String> TOLD = List.of(ModelIds.TITLE, ModelIds.PROPOSER, ModelIds.REQUESTED_BY, ModelIds.REASON);

    private final ProposedFiles files;
    private final ComparedFiles compared;
    private final UsedBy usedBy;
    private final RunningOnIt running;
    private final Outcomes outcomes;
    private final DossierProgress progress;
    private final DossierParts parts;
    private final People people;
    private final CurrentUser currentUser;

    ChangePages(ProposedFiles files, ComparedFiles compared, UsedBy usedBy, RunningOnIt running, Outcomes outcomes, DossierProgress progress,
            DossierParts parts, People people, CurrentUser currentUser) {
        this.files = files;
        this.compared = compared;
        this.usedBy = usedBy;
        this.running = running;
        this.outcomes = outcomes;
        this.progress = progress;
        this.parts = parts;
        this.people = people;
        this.currentUser = currentUser;
    }

    /** Where a proposal is read; none for a number that looks like none. */
    public static Optional<String> address(String number) {
        return NUMBER.matcher(number).matches() ? Optional.of("/processes/changes/" + number) : Optional.empty();
    }

    /** Those that run, the newest first. */
    public List<ChangePage.Row> open() {
        return progress.running(List.of(ModelIds.PROCESS), List.of(ModelIds.TITLE), MOST).entrySet().stream().map(change ->
                new ChangePage.Row(change.getKey(), change.getValue().getOrDefault(ModelIds.TITLE, ""), stands(progress(change.getKey())))).toList();
    }

    /** None for a number that is no proposal. */
    Optional<ChangePage> of(String number) {
        List<ProposedFile> proposed = files.of(number);
        return proposed.isEmpty() ? Optional.empty() : Optional.of(page(number, proposed));
    }

    private ChangePage page(String number, List<ProposedFile> proposed) {
        Progress now = progress(number);
        Map<String, String> known = parts.known(number, ModelIds.PROCESS).stream().findFirst().map(DossierParts.Known::values).orElse(Map.of());
        boolean own = currentUser.id().filter(user -> user.equals(known.get(ModelIds.REQUESTED_BY))).isPresent();
        return new ChangePage(number, known.getOrDefault(ModelIds.TITLE, ""),
                Optional.ofNullable(people.name(known.get(ModelIds.PROPOSER))).orElse("onbekend"), known.getOrDefault(ModelIds.REASON, ""),
                stands(now), proposed.stream().map(file -> new ChangePage.File(file.name(), file.before().isEmpty(),
                        compared.of(file.before(), file.proposed()), usedBy.sentence(file.proposed()).orElse(null))).toList(),
                running.counts(number), outcomes.trial(number).orElse(null), outcomes.replayed(number), outcomes.areUnderWay(number),
                now.tasks().stream().anyMatch(task -> ModelIds.EXPLAIN.equals(task.element()) && isFor(task)),
                !now.waits().isEmpty() && (own || reviews(known)));
    }

    /** Who may approve it may stop it as well. */
    private boolean reviews(Map<String, String> known) {
        return !Collections.disjoint(List.of(known.getOrDefault(ModelIds.REVIEW_GROUPS, "").split(",")), currentUser.groups());
    }

    private boolean isFor(OpenTask task) {
        return task.assignee() == null ? !Collections.disjoint(task.groups(), currentUser.groups())
                : currentUser.id().filter(task.assignee()::equals).isPresent();
    }

    private Progress progress(String number) {
        return progress.of(number, TOLD, people::nameOf);
    }

    private static String stands(Progress now) {
        if (!now.tasks().isEmpty()) {
            return now.tasks().stream().map(task -> "Wacht op " + who(task) + ": " + task.name()).collect(Collectors.joining(". ")) + ".";
        }
        if (!now.waits().isEmpty()) {
            return "Goedgekeurd. Gaat live op " + DutchTime.written(now.waits().get(0).until().atZone(DutchTime.ZONE).toLocalDate()) + ".";
        }
        return now.runs().stream().allMatch(run -> run.ended() != null) ? "Afgehandeld." : "Wordt live gezet.";
    }

    private static String who(OpenTask task) {
        return task.person() != null ? task.person() : task.groups().stream().map(People::groupName).collect(Collectors.joining(" of "));
    }
}
