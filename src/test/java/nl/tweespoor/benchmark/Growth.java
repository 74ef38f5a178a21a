package nl.tweespoor.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much longer the same questions take when there is much instead of little to look through. */
class Growth {

    private static final int TIMES_A_ROUND = 20;

    private final Settings settings;
    private final Map<String, List<Double>> little = new LinkedHashMap<>();
    private final Map<String, List<Double>> much = new LinkedHashMap<>();

    Growth(Settings settings) {
        this.settings = settings;
    }

    /** Something that a server answers. */
    interface Question {

        String name();

        void ask();
    }

    void ofLittle(List<? extends Question> questions) {
        measure(questions, little);
    }

    void ofMuch(List<? extends Question> questions) {
        measure(questions, much);
    }

    /** One after the other, so that whatever else happens on the machine happens to all. */
    private void measure(List<? extends Question> questions, Map<String, List<Double>> times) {
        long from = System.nanoTime();
        do {
            questions.forEach(Question::ask);
        } while (System.nanoTime() - from < Duration.ofSeconds(settings.warmUp()).toNanos());
        for (int time = 0; time < settings.rounds() * TIMES_A_ROUND; time++) {
            for (Question question : questions) {
                long before = System.nanoTime();
                question.ask();
                times.computeIfAbsent(question.name(), name -> new ArrayList<>()).add((System.nanoTime() - before) / 1e6);
            }
        }
    }

    void print(String title, String littleIs, String muchIs) {
        System.out.printf("%n%s, milliseconds%n  %-66s%26s%26s%16s%n", title, "", littleIs + " p50, p95",
                muchIs + " p50, p95", "ratio p50, p95");
        little.forEach((question, times) -> {
            List<Double> later = much.get(question);
            System.out.printf(Locale.ROOT, "  %-66s%18.1f%8.1f%18.1f%8.1f%9.2f%7.2f%n", question,
                    Quantile.of(times, 0.5), Quantile.of(times, 0.95), Quantile.of(later, 0.5), Quantile.of(later, 0.95),
                    Quantile.of(later, 0.5) / Quantile.of(times, 0.5), Quantile.of(later, 0.95) / Quantile.of(times, 0.95));
        });
    }
}
