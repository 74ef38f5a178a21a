package nl.tweespoor.decision;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The decision tables as they stand in the repository, all but {@code periods.dmn} and {@code retention.dmn}: those are lists, not decisions. */
final class DecisionFiles {

    private static final Set<String> LISTS = Set.of("periods", "retention");
    private static final Path FOLDER = Path.of("processes");
    private static final Map<String, DmnModelInstance> MODELS = new HashMap<>();

    private DecisionFiles() {
    }

    static List<String> ids() {
        return Arrays.stream(FOLDER.toFile().listFiles()).map(File::getName).filter(name -> name.endsWith(".dmn"))
                .map(name -> name.substring(0, name.length() - ".dmn".length()))
                .filter(id -> !LISTS.contains(id)).sorted().toList();
    }

    /** Once: to read one, Camunda reads the whole schema of DMN first. */
    static DmnModelInstance read(String id) {
        return MODELS.computeIfAbsent(id, any -> Dmn.readModelFromFile(FOLDER.resolve(id + ".dmn").toFile()));
    }

    /** Of every table in the file. */
    static List<Rule> rules(String id) {
        return List.copyOf(read(id).getModelElementsByType(Rule.class));
    }

    /** The one that is named after its file, and those on which it builds. */
    static List<DecisionTable> tables(String id) {
        return List.copyOf(read(id).getModelElementsByType(DecisionTable.class));
    }

    static String annotation(Rule rule) {
        return rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
    }
}
