package nl.tweespoor.overview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.tweespoor.account.People;
import nl.tweespoor.dossier.Dossiers;
import nl.tweespoor.engine.CurrentUser;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.recording.DecisionHistory;
import nl.tweespoor.recording.RecordedDossier;
import org.springframework.stereotype.Component;

/** What other pages tell of a dossier. */
@Component
public class DossierSummaries {

    private static final List<String> VALUES =
            List.of(ModelIds.TITLE, ModelIds.JOINED_DOSSIER, ModelIds.ANSWER, ModelIds.ANSWER_REASON);

    private final DecisionHistory history;
    private final DossierProgress processes;
    private final DossierPolicy policy;
    private final People people;
    private final CurrentUser currentUser;

    DossierSummaries(DecisionHistory history, DossierProgress processes, DossierPolicy policy, People people,
            CurrentUser currentUser) {
        this.history = history;
        this.processes = processes;
        this.policy = policy;
        this.people = people;
        this.currentUser = currentUser;
    }

    /** None when there is no such dossier, or its page isn't for who asks. */
    public Optional<DossierSummary> of(String number) {
        return currentUser.id().filter(userId -> Dossiers.isNumber(number)).flatMap(userId -> history.dossier(number)
                .filter(dossier -> policy.opens(number, dossier, progress(number), new Reader(userId, currentUser.groups())))
                .map(dossier -> ofOwn(number)));
    }

    /** Of one that who asks reported, or did a task in: to them its page is open. */
    public DossierSummary ofOwn(String number) {
        Progress progress = progress(number);
        return new DossierSummary(number, title(number, progress), phase(progress),
                Standing.of(progress, List.of()).sentence(), turns(progress), progress.values().getOrDefault(ModelIds.ANSWER, ""),
                progress.values().getOrDefault(ModelIds.ANSWER_REASON, ""));
    }

    private Progress progress(String number) {
        return processes.of(number, VALUES, people::nameOf);
    }

    private String title(String number, Progress progress) {
        return Optional.ofNullable(progress.values().get(ModelIds.TITLE))
                .or(() -> history.dossier(number).map(RecordedDossier::title)).orElse("");
    }

    private static String turns(Progress progress) {
        List<OpenTask> tasks = Standing.turns(progress);
        return tasks.size() < 2 ? "" : tasks.stream().map(Words::whose).distinct().collect(Collectors.joining(", "));
    }

    private static String phase(Progress progress) {
        return Track.of(progress.runs()).stream().flatMap(track -> track.phases().stream()).filter(Track.Phase::isHere)
                .map(Track.Phase::name).collect(Collectors.joining(", "));
    }
}
