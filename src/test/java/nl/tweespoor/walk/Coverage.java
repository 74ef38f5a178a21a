package nl.tweespoor.walk;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * Holds what the tests walked against the models, over all classes. The library's own JUnit extension starts afresh, and
 * reports, for each class, and leaves out a model that no test touched.
 */
class Coverage {

    private final Suite suite = new Suite("tweespoor", "Tweespoor");
    private final List<BpmnModelInstance> models = models();

    Coverage(List<WalkedSteps.Step> walked) {
        Map<String, Run> tests = new LinkedHashMap<>();
        for (WalkedSteps.Step step : walked) {
            tests.computeIfAbsent(step.test(), id -> new Run(id, step.name())).addEvent(step.event());
        }
        tests.values().forEach(suite::addRun);
    }

    /** The steps and flows that no test walked, as {@code model: element}. */
    Set<String> notWalked() {
        return notWalked(FlowNode.class, SequenceFlow.class);
    }

    Set<String> endEventsNotWalked() {
        return notWalked(EndEvent.class);
    }

    @SafeVarargs
    private Set<String> notWalked(Class<? extends FlowElement>... kinds) {
        Set<String> missing = new TreeSet<>();
        for (BpmnModelInstance model : models) {
            elements(model, kinds).map(FlowElement::getId).filter(id -> suite.getEvents(key(model)).stream()
                    .noneMatch(event -> event.getDefinitionKey().equals(id))).forEach(id -> missing.add(key(model) + ": " + id));
        }
        return missing;
    }

    /** Between 0 and 1, as the library counts it. */
    double ratio() {
        return suite.calculateCoverage(counted());
    }

    void report(File directory) {
        String json = CoverageStateJsonExporter.createCoverageStateResult(List.of(suite), counted());
        CoverageReportUtil.writeReport(json, false, directory, "report.json", result -> result);
        CoverageReportUtil.writeReport(json, true, directory, "report.html", CoverageReportUtil::generateHtml);
    }

    private Collection<Model> counted() {
        return models.stream().map(model -> new Model(key(model),
                (int) elements(model, FlowNode.class, SequenceFlow.class).count(), null, Bpmn.convertToString(model))).toList();
    }

    /** As they are deployed, which {@code DeploymentTest} sees to. */
    private static List<BpmnModelInstance> models() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    @SafeVarargs
    private static Stream<FlowElement> elements(BpmnModelInstance model, Class<? extends FlowElement>... kinds) {
        return Stream.of(kinds).flatMap(kind -> model.getModelElementsByType(kind).stream());
    }
}
