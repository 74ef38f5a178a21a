package nl.tweespoor.overview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.tweespoor.recording.RecordedDossier.Filled;

/**
 * What was measured, beside what it was before, what it should be, and what is just enough.
 *
 * @param direction which way it should go
 * @param rows      from the baseline to the newest measurement
 */
record Results(String indicator, String direction, List<Row> rows, String norm, String target, Optional<Chart> chart) {

    /**
     * @param value  as it was typed
     * @param amount null when it can't be drawn, such as what was erased
     */
    record Row(String name, String value, Double amount, String source, String story) {
    }

    /**
     * None before the baseline was measured.
     *
     * @param handedOver the indicator, where the analysis says no other
     */
    static Optional<Results> of(Answers answers, String handedOver, Function<String, Double> amounts) {
        return answers.newest(ModelIds.ANALYSE).map(analysis -> {
            List<Row> rows = new ArrayList<>();
            String baseline = answers.words(analysis, ModelIds.BASELINE).orElse("");
            rows.add(new Row("Nulmeting op " + Words.day(analysis.at()), baseline, amounts.apply(baseline), "", ""));
            List<Filled> measured = new ArrayList<>(answers.all(ModelIds.MEASURE));
            Collections.reverse(measured);
            measured.forEach(filled -> {
                String value = answers.words(filled, ModelIds.MEASURED).orElse("");
                rows.add(new Row("Gemeten op " + Words.day(filled.at()), value, amounts.apply(value),
                        answers.words(filled, ModelIds.SOURCE).orElse(""), answers.words(filled, ModelIds.STORY).orElse("")));
            });
            String norm = answers.words(analysis, ModelIds.NORM).orElse("");
            String target = answers.words(analysis, ModelIds.TARGET).orElse("");
            return new Results(answers.words(analysis, ModelIds.INDICATOR).orElse(handedOver),
                    answers.words(analysis, ModelIds.DIRECTION).orElse(""), rows, norm, target,
                    Chart.of(rows, new Chart.Mark("norm " + norm, amounts.apply(norm)),
                            new Chart.Mark("doel " + target, amounts.apply(target))));
        });
    }

    public boolean isMeasured() {
        return rows.size() > 1;
    }
}
