package nl.tweespoor.overview;

import java.util.List;
import java.util.Optional;
import nl.tweespoor.lesson.Lessons;
import nl.tweespoor.openpoint.OpenPoint;
import nl.tweespoor.poll.PollResults;

/**
 * What stands on the page of a dossier, in words.
 *
 * @param report      what was filled in when it was reported, but for the title
 * @param points      what someone must still do something about first, and then how the others ended
 * @param ask         where its reader asks or warns; null when it is over, or for who only reads
 * @param readingsToo whether its reader may know who read it
 * @param proofToo    whether its reader may take the proof along
 */
record DossierPage(String number, String title, Standing standing, List<String> badges, List<Turn> turns, String goals,
        Optional<Thread> thread,
        List<Fact> carriers, List<Track> tracks, List<Fact> report, Findings findings, Optional<Results> results,
        List<Decision> decisions, List<OpenPoint> points, String ask, List<PollResults.Outcome> polls, List<Lessons.Told> lessons, List<Routine> routine, List<Diagram> diagrams, boolean readingsToo, boolean proofToo) {

    /**
     * From a dossier back to what it is for.
     *
     * @param goal    where the main goal stands among the goals of its version
     * @param version the version of the strategy against which it was selected
     * @param tie     where the decision stands that tied it to the goal; null before anyone decided
     */
    record Thread(String goal, String version, String tie) {
    }

    /**
     * A task for which it waits.
     *
     * @param taskId of a task that the reader can do; else null
     */
    record Turn(String name, String whose, String until, String taskId) {
    }

    /**
     * @param anchor by which a link points at it; stays the same
     * @param role   of who took it, where that says something more than the name
     * @param advice what was advised when it was not followed; null when nothing was, or it was followed
     * @param grounds on which files it rested
     */
    record Decision(String anchor, long sequence, String step, String outcome, String by, String role, String at, String reason,
            boolean advised, String advice, String reasonAgainst, List<String> grounds) {
    }

    record Routine(String at, String what, String whose) {
    }
}
