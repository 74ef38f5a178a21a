package nl.tweespoor.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What came out for each product in each round, and how the others relate to the last product in the same round. */
class Comparison {

    private final String title;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    Comparison(String title) {
        this.title = title;
    }

    void add(Product product, String figure, double value) {
        figures.computeIfAbsent(product.name(), name -> new LinkedHashMap<>())
                .computeIfAbsent(figure, name -> new ArrayList<>()).add(value);
    }

    /** The median of the rounds; behind that of a ratio stand the lowest and the highest. */
    void print() {
        String last = List.copyOf(figures.keySet()).get(figures.size() - 1);
        System.out.printf("%n%s%n", title);
        row("", figures.get(last).keySet(), name -> name);
        figures.forEach((product, values) -> row(product, values.values(),
                rounds -> String.format(Locale.ROOT, "%.2f", Quantile.of(rounds, 0.5))));
        figures.forEach((product, values) -> {
            if (!product.equals(last)) {
                row("ratio of " + product, values.keySet(), name -> ratio(values.get(name), figures.get(last).get(name)));
            }
        });
    }

    private static String ratio(List<Double> rounds, List<Double> beside) {
        List<Double> ratios = IntStream.range(0, rounds.size())
                .mapToObj(round -> rounds.get(round) / beside.get(round)).toList();
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)",
                Quantile.of(ratios, 0.5), Quantile.of(ratios, 0), Quantile.of(ratios, 1));
    }

    private static <T> void row(String name, Collection<T> cells, Function<T, String> text) {
        System.out.printf("  %-38s", name);
        cells.forEach(cell -> System.out.printf("%18s", text.apply(cell)));
        System.out.println();
    }
}
