package nl.tweespoor.live;

import java.util.List;
import java.util.Map;
import nl.tweespoor.comparison.Compared;

/**
 * All versions of a process, table or form, newest first.
 *
 * @param address of this page
 * @param what    its kind, in a sentence: "dit proces"
 * @param changes whether the reader may make a previous version the current one again
 */
record ModelPage(String address, String name, String file, String what, List<Version> versions, boolean changes) {

    /**
     * A version.
     *
     * @param why      the name under which it was put live; empty for what came with the program
     * @param running  how many run on it
     * @param waiting  by the name of the task, how many wait there
     * @param compared with the version before; null for the first, or when a file isn't there any more
     */
    record Version(int number, boolean current, String since, String who, String why, long running, Map<String, Long> waiting,
            Compared compared) {
    }
}
