package nl.tweespoor.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.engine.DossierProgress.Run;
import nl.tweespoor.engine.DossierProgress.Wait;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.recording.RecordedDecision;

/**
 * Where a dossier stands, in one sentence.
 *
 * @param reason why it ended there; empty when it goes on, or nobody had to say
 */
record Standing(String sentence, String reason) {

    static final Map<String, String> ENDS = Map.of(ModelIds.SECURED, "Geborgd", ModelIds.STOPPED, "Gestopt",
            ModelIds.REJECTED, "Afgewezen", ModelIds.NOT_CONTINUED, "Niet doorgezet", ModelIds.JOINED, "Samengevoegd");

    static Standing of(Progress progress, List<RecordedDecision> decisions) {
        List<OpenTask> tasks = turns(progress);
        if (tasks.size() == 1) {
            return new Standing(waitingOn(tasks.get(0)), "");
        }
        if (!tasks.isEmpty()) {
            return new Standing("Er staan " + tasks.size() + " taken open" + first(tasks.get(0)) + ".", "");
        }
        if (!progress.waits().isEmpty() && !isLookedAtYearly(progress)) {
            return new Standing(waitingUntil(progress.waits().get(0)), "");
        }
        if (progress.runs().isEmpty()) {
            return new Standing("Dit dossier is afgesloten.", "");
        }
        return tracks(progress).filter(run -> run.ended() != null).max(Comparator.comparing(Run::ended))
                .filter(run -> tracks(progress).allMatch(other -> other.ended() != null))
                .map(run -> ended(run, progress, decisions))
                .orElse(new Standing("Er wacht nu niemand: Tweespoor is zelf bezig.", ""));
    }

    /** The tasks for which a dossier waits. */
    static List<OpenTask> turns(Progress progress) {
        return progress.tasks().stream().filter(task -> !isAside(task)).toList();
    }

    /** Goes on beside the dossier: that waits for no answer that is read, and for no decision on its lesson. */
    static boolean isAside(OpenTask task) {
        return List.of(ModelIds.READ_ANSWER, ModelIds.READ_POINT_ANSWER, ModelIds.DECIDE_LESSON).contains(task.element());
    }

    static boolean isLate(OpenTask task) {
        return task.due() != null && task.due().isBefore(DutchTime.now().toInstant());
    }

    /** Secured, and nobody has anything to do until the line looks back. */
    private static boolean isLookedAtYearly(Progress progress) {
        return progress.waits().stream().allMatch(wait -> wait.element().equals(ModelIds.YEAR_PASSED));
    }

    static Stream<Run> tracks(Progress progress) {
        return progress.runs().stream()
                .filter(run -> List.of(ModelIds.INNOVATION, ModelIds.IMPLEMENTATION).contains(run.process()));
    }

    private static String waitingOn(OpenTask task) {
        return "Wacht " + Words.since(day(task.since())) + " op " + Words.whose(task) + ": " + Words.inSentence(task.name())
                + Words.dueIn(task) + ".";
    }

    private static String first(OpenTask task) {
        return task.due() == null ? "" : isLate(task) ? ", en er is al een datum voorbij"
                : ". De eerste is uiterlijk " + Words.near(day(task.due())) + " klaar";
    }

    private static String waitingUntil(Wait wait) {
        String day = Words.near(day(wait.until()));
        return wait.element().equals(ModelIds.PARKING_ENDED)
                ? "Geparkeerd tot " + day + ". Dan komt de kans vanzelf terug."
                : "Wacht tot " + day + ": " + Words.inSentence(wait.name()) + ".";
    }

    private static Standing ended(Run run, Progress progress, List<RecordedDecision> decisions) {
        String how = Optional.ofNullable(run.endElement()).map(ENDS::get).orElse("Afgesloten");
        String with = ModelIds.JOINED.equals(run.endElement())
                ? " met dossier " + progress.values().get(ModelIds.JOINED_DOSSIER) : "";
        String reason = ModelIds.SECURED.equals(run.endElement()) ? ""
                : decisions.stream().map(RecordedDecision::reason).filter(given -> !given.isEmpty()).findFirst().orElse("");
        String again = progress.waits().stream().findFirst()
                .map(wait -> " De lijn kijkt opnieuw op " + Words.near(day(wait.until())) + ".").orElse("");
        return new Standing(how + with + " op " + Words.near(day(run.ended())) + "." + again, reason);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(DutchTime.ZONE).toLocalDate();
    }
}
