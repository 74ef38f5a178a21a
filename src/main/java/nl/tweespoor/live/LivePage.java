package nl.tweespoor.live;

import java.util.List;
import nl.tweespoor.change.ChangePage;

/**
 * What is live.
 *
 * @param waiting what came with the program and isn't live, by the name of its file
 * @param changes proposals that nobody put live yet
 */
record LivePage(List<Row> processes, List<Row> tables, List<Row> forms, List<String> waiting, List<ChangePage.Row> changes) {

    /**
     * A process, table or form.
     *
     * @param address of its own page
     * @param since   as people read it
     * @param running how many run on the current version
     * @param older   how many run on older ones
     */
    record Row(String address, String name, int version, String since, String who, long running, long older) {
    }
}
