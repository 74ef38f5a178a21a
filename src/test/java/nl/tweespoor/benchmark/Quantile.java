package nl.tweespoor.benchmark;

import java.util.Collection;
import java.util.List;

final class Quantile {

    private Quantile() {
    }

    /** @param part 0 for the lowest, 0.5 for the median, 1 for the highest; between two values it lies on the line */
    static double of(Collection<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = (sorted.size() - 1) * part;
        double lower = sorted.get((int) Math.floor(place));
        double upper = sorted.get((int) Math.ceil(place));
        return lower + (upper - lower) * (place - Math.floor(place));
    }
}
