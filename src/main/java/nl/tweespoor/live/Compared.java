package nl.tweespoor.live;

import java.util.List;
import nl.tweespoor.comparison.Difference;

/**
 * What differs between two versions of a file.
 *
 * @param differences in sentences; empty when only the drawing differs, or nothing
 * @param lines       as the file has it
 */
record Compared(List<Difference> differences, LinesCompared lines) {

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
