package nl.tweespoor.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.tweespoor.comparison.Compared;
import nl.tweespoor.comparison.Difference;
import nl.tweespoor.replay.Replayed;

/**
 * A proposal as people read it.
 *
 * @param stands   where it is and whose turn it is, in one sentence
 * @param reason   empty before it was given
 * @param running  by the name of a process, how many keep the version with which they began
 * @param trial    what came of the trial; null when there is no process in it
 * @param replayed decisions of the past year, by each table of it
 * @param underWay whether some of that is still to be found out
 * @param replaces whether the reader may put other files in it now
 * @param stops    whether the reader may stop it now, while it waits for its day
 */
public record ChangePage(String number, String title, String proposer, String reason, String stands, List<File> files, Map<String, Long> running,
        TrialView trial, List<Replayed> replayed, boolean underWay, boolean replaces, boolean stops) {

    /**
     * A file of it.
     *
     * @param isNew    whether nothing like it was live
     * @param compared with what was live when it was offered
     * @param usedBy   in which processes it is used, in one sentence; null for none
     */
    public record File(String name, boolean isNew, Compared compared, String usedBy) {

        /** Whether it has a drawing. */
        public boolean isDrawn() {
            return name.endsWith(".bpmn");
        }

        /** Whether people fill it in. */
        public boolean isForm() {
            return name.endsWith(".form");
        }

        /** Ids of the elements to mark in the drawing, with spaces. */
        public String marked(String what) {
            return compared.differences().stream().filter(one -> what.equals(one.what()) && one.element() != null).map(Difference::element)
                    .distinct().collect(Collectors.joining(" "));
        }
    }

    /**
     * Among other proposals.
     *
     * @param stands where it is
     */
    public record Row(String number, String title, String stands) {
    }
}
