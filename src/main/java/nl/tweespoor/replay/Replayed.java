package nl.tweespoor.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of the recorded decisions of a table.
 *
 * @param table     the name of the decision
 * @param cases     how many were put to the proposed table
 * @param different how many of those come out differently
 * @param failed    how many could not be put to it
 * @param shown     of those that come out differently the newest, at most a hundred
 * @param failures  by why it could not, how many
 */
public record Replayed(String table, long cases, long different, long failed, List<Case> shown, Map<String, Long> failures) {

    /**
     * A decision that comes out differently.
     *
     * @param dossier its number; null for a decision outside of a dossier
     * @param changed only the outputs that changed
     */
    public record Case(String dossier, Instant at, List<Outcome> changed) {
    }

    /**
     * What came out under one heading.
     *
     * @param output its heading
     * @param then   empty for nothing
     * @param now    empty for nothing
     */
    public record Outcome(String output, String then, String now) {
    }
}
