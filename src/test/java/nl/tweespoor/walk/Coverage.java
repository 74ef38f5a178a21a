package nl.tweespoor.walk;

import java.io.File;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * What the tests walked of the models, over all classes. The library's own JUnit extension starts afresh, and reports,
 * for each class, and leaves out a model that no test touched.
 */
class Coverage implements Collector {

    /** One for a whole run, since classes with settings of their own bring an engine of their own. */
    static final Coverage OF_THIS_RUN = new Coverage();

    private final Suite suite = new Suite("tweespoor", "Tweespoor");
    private final Set<List<Object>> seen = new HashSet<>();
    private Run test;

    void begin(String id, String name) {
        test = new Run(id, name);
        suite.addRun(test);
        seen.clear();
    }

    void end() {
        test = null;
    }

    boolean isEmpty() {
        return suite.getEvents().isEmpty();
    }

    /**
     * Counts a step only once it is committed: what a rule refused was not walked. The library takes a flow behind an
     * event-based gateway for walked in any model with an event of the same id; what a model does not have is no step.
     */
    @Override
    public void addEvent(Event event) {
        Run walking = test;
        if (walking != null && Context.getBpmnExecutionContext().getExecution().getBpmnModelInstance()
                .getModelElementById(event.getDefinitionKey()) != null) {
            Context.getCommandContext().getTransactionContext().addTransactionListener(TransactionState.COMMITTED,
                    committed -> {
                        if (seen.add(List.of(event.getModelKey(), event.getDefinitionKey(), event.getType()))) {
                            walking.addEvent(event);
                        }
                    });
        }
    }

    /** The steps and flows of the deployed models that no test walked, as {@code model: element}. */
    Set<String> notWalked(RepositoryService repository) {
        Set<String> missing = new TreeSet<>();
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list()) {
            elements(repository.getBpmnModelInstance(definition.getId())).map(FlowElement::getId)
                    .filter(id -> suite.getEvents(definition.getKey()).stream()
                            .noneMatch(event -> event.getDefinitionKey().equals(id)))
                    .forEach(id -> missing.add(definition.getKey() + ": " + id));
        }
        return missing;
    }

    /** Between 0 and 1, as the library counts it. */
    double ratio(RepositoryService repository) {
        return suite.calculateCoverage(models(repository));
    }

    void report(RepositoryService repository, File directory) {
        String json = CoverageStateJsonExporter.createCoverageStateResult(List.of(suite), models(repository));
        CoverageReportUtil.writeReport(json, false, directory, "report.json", result -> result);
        CoverageReportUtil.writeReport(json, true, directory, "report.html", CoverageReportUtil::generateHtml);
    }

    private static Collection<Model> models(RepositoryService repository) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream().map(definition -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            return new Model(definition.getKey(), (int) elements(model).count(), definition.getVersionTag(),
                    Bpmn.convertToString(model));
        }).toList();
    }

    private static Stream<FlowElement> elements(BpmnModelInstance model) {
        return Stream.concat(model.getModelElementsByType(FlowNode.class).stream(),
                model.getModelElementsByType(SequenceFlow.class).stream());
    }
}
