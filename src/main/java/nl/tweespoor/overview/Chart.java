package nl.tweespoor.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.tweespoor.overview.Results.Row;

/** A picture of what was measured: a bar for each value, and lines for norm and target with their names. In its own units. */
record Chart(int height, List<Bar> bars, List<Line> lines, String summary) {

    static final int WIDTH = 360;
    private static final int LEFT = 4;
    private static final int SCALE = 290;
    private static final int TOP = 40;
    private static final int STEP = 44;

    /** Something that each value is held against. */
    record Mark(String name, Double amount) {
    }

    /** A value at its height, with how wide it is. */
    record Bar(String name, String value, int top, int width) {

        public int textTop() {
            return top - 5;
        }

        public int valueLeft() {
            return LEFT + width + 6;
        }
    }

    /** @param above whether its name stands in the upper row: two that lie close would else cover each other */
    record Line(String name, int left, boolean above) {

        /** Where the name begins so that it stays within the picture. */
        public int textLeft() {
            return Math.min(left, WIDTH - 90);
        }
    }

    /** None when there is nothing to draw to scale. */
    static Optional<Chart> of(List<Row> rows, Mark norm, Mark target) {
        List<Row> drawn = rows.stream().filter(row -> row.amount() != null).toList();
        List<Mark> marks = Stream.of(norm, target).filter(mark -> mark.amount() != null).toList();
        List<Double> amounts = Stream.concat(drawn.stream().map(Row::amount), marks.stream().map(Mark::amount)).toList();
        double most = amounts.stream().mapToDouble(amount -> amount).max().orElse(0);
        if (drawn.isEmpty() || most <= 0 || amounts.stream().anyMatch(amount -> amount < 0)) {
            return Optional.empty();
        }
        List<Bar> bars = new ArrayList<>();
        for (Row row : drawn) {
            bars.add(new Bar(row.name(), row.value(), TOP + 20 + STEP * bars.size(), width(row.amount(), most)));
        }
        return Optional.of(new Chart(TOP + STEP * bars.size() + 8, bars, marks.stream()
                .map(mark -> new Line(mark.name(), LEFT + width(mark.amount(), most), Objects.equals(mark, target))).toList(),
                String.join(", ", drawn.stream().map(row -> row.name() + ": " + row.value()).toList()) + "; "
                        + String.join(", ", marks.stream().map(Mark::name).toList())));
    }

    private static int width(double amount, double most) {
        return (int) Math.round(amount / most * SCALE);
    }
}
