package nl.tweespoor.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What differs between two versions of a file, line by line.
 *
 * @param lines each with + for what came, - for what went, a space for what is around it and @ where another place begins
 * @param more  how many lines a reader doesn't see
 */
public record LinesCompared(List<Line> lines, int more) {

    private static final int MOST = 400;
    private static final int AROUND = 3;
    private static final int HEADING = 2;

    /**
     * A line.
     *
     * @param what "came", "went", "around" or "place"
     */
    public record Line(String what, String text) {

        static Line of(String written) {
            return switch (written.isEmpty() ? ' ' : written.charAt(0)) {
                case '+' -> new Line("came", written);
                case '-' -> new Line("went", written);
                case '@' -> new Line("place", "…");
                default -> new Line("around", written);
            };
        }
    }

    static LinesCompared of(byte[] before, byte[] after) {
        List<String> old = lines(before);
        List<String> written = UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, lines(after)), AROUND);
        return new LinesCompared(written.stream().skip(HEADING).limit(MOST).map(Line::of).toList(),
                Math.max(0, written.size() - HEADING - MOST));
    }

    private static List<String> lines(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
