package nl.tweespoor.comparison;

import java.util.List;

/**
 * What differs between two versions of a file.
 *
 * @param differences in sentences; empty when only the drawing differs, or nothing
 * @param lines       as the file has it
 */
public record Compared(List<Difference> differences, LinesCompared lines) {

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
