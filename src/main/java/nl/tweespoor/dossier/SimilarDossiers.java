package nl.tweespoor.dossier;

import static org.camunda.spin.Spin.JSON;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DossierProgress;
import nl.tweespoor.engine.DossierProgress.OpenTask;
import nl.tweespoor.engine.DossierProgress.Progress;
import nl.tweespoor.engine.DossierProgress.Wait;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.ShownVariable;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Finds which dossiers that run use the same words in their title and problem, and shows them to whoever looks at a new report. */
@Component
public class SimilarDossiers implements ShownVariable {

    private static final int MOST_SHOWN = 5;
    private static final int MOST_LOOKED_AT = 500;
    private static final int FEWEST_WORDS = 2;
    /** Shorter words say nothing of what a report is about. */
    private static final int SHORTEST_WORD = 5;
    private static final Set<String> OF_EVERY_REPORT = Set.of("bewoner", "bewoners", "cliënt", "cliënten", "medewerker",
            "medewerkers", "collega", "collegas", "worden", "wordt", "hebben", "kunnen", "moeten", "omdat", "zonder", "vaak", "altijd",
            "andere", "tijdens", "steeds", "elke", "onder", "tussen", "daarna", "daardoor", "geven", "staat", "staan", "komen", "probleem");

    private final DossierProgress progress;

    /**
     * A dossier that runs.
     *
     * @param phase what it waits for
     * @param words that it has in common
     */
    public record Similar(String number, String title, String phase, Set<String> words) {
    }

    SimilarDossiers(DossierProgress progress) {
        this.progress = progress;
    }

    @Override
    public String name() {
        return ModelIds.SIMILAR_DOSSIERS;
    }

    @Override
    public TypedValue of(DossierTask task) {
        return SpinValues.jsonValue(JSON(ModelIds.IDENTIFY.equals(task.element()) ? similarTo(task) : List.of()).toString()).create();
    }

    private List<Map<String, String>> similarTo(DossierTask report) {
        String mine = report.variables().getVariable(ModelIds.TITLE) + " " + report.variables().getVariable(ModelIds.PROBLEM);
        return to(mine).stream().filter(other -> !other.number().equals(report.dossierNumber())).limit(MOST_SHOWN)
                .map(other -> Map.of("number", other.number(), "title", other.title(), "phase", other.phase(),
                        "words", String.join(", ", other.words()))).toList();
    }

    /** The most alike first; none when the text says too little. */
    public List<Similar> to(String text) {
        Set<String> mine = words(text);
        return progress.running(Dossiers.TRACKS, List.of(ModelIds.TITLE, ModelIds.PROBLEM), MOST_LOOKED_AT).entrySet().stream()
                .map(running -> similar(running.getKey(), running.getValue(), mine))
                .filter(other -> !other.words().isEmpty() && other.words().size() >= Math.min(FEWEST_WORDS, mine.size()))
                .sorted(Comparator.comparing(other -> -other.words().size())).limit(MOST_SHOWN + 1L)
                .map(other -> new Similar(other.number(), other.title(), phase(other.number()), other.words())).toList();
    }

    private static Similar similar(String number, Map<String, String> known, Set<String> mine) {
        Set<String> shared = words(known.getOrDefault(ModelIds.TITLE, "") + " " + known.getOrDefault(ModelIds.PROBLEM, ""));
        shared.retainAll(mine);
        return new Similar(number, known.getOrDefault(ModelIds.TITLE, ""), "", shared);
    }

    /** What it waits for, as its models call that. */
    private String phase(String number) {
        Progress now = progress.of(number, List.of(), UnaryOperator.identity());
        return Stream.concat(now.tasks().stream().map(OpenTask::name), now.waits().stream().map(Wait::name)).distinct()
                .collect(Collectors.joining(", "));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD && !OF_EVERY_REPORT.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
