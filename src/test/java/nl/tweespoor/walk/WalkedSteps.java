package nl.tweespoor.walk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.core.model.EventType;

/**
 * What the tests walked of the models, in a file of each virtual machine that ran some of them: {@link Coverage} judges it
 * when all are done. A build begins without such files.
 */
class WalkedSteps implements Collector {

    /** One for a whole virtual machine, since classes with settings of their own bring an engine of their own. */
    static final WalkedSteps OF_THIS_RUN = new WalkedSteps();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private String id;
    private String name;

    void begin(String testId, String testName) {
        id = testId;
        name = testName;
        seen.clear();
        steps.clear();
    }

    boolean isCounting() {
        return id != null;
    }

    void end() {
        id = null;
        if (steps.isEmpty()) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>();
            for (Step step : steps) {
                lines.add(JSON.writeValueAsString(step));
            }
            Files.createDirectories(folder());
            Files.write(folder().resolve(ProcessHandle.current().pid() + ".json"), lines,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        steps.clear();
    }

    /**
     * Counts a step only once it is committed: what a rule refused was not walked. The library takes a flow behind an
     * event-based gateway for walked in any model with an event of the same id; what a model does not have is no step.
     */
    @Override
    public void addEvent(Event event) {
        String walking = id;
        if (walking != null && Context.getBpmnExecutionContext().getExecution().getBpmnModelInstance()
                .getModelElementById(event.getDefinitionKey()) != null) {
            Context.getCommandContext().getTransactionContext().addTransactionListener(TransactionState.COMMITTED,
                    committed -> add(Step.of(walking, name, event)));
        }
    }

    /** Also by two threads of one test. */
    private synchronized void add(Step step) {
        if (step.test().equals(id) && seen.add(List.of(step.model(), step.element(), step.type()))) {
            steps.add(step);
        }
    }

    /** Of all virtual machines that ran on this kind of database. */
    static List<Step> read() {
        List<Step> all = new ArrayList<>();
        if (Files.isDirectory(folder())) {
            try (Stream<Path> files = Files.list(folder())) {
                for (Path file : files.sorted().toList()) {
                    for (String line : Files.readAllLines(file)) {
                        all.add(JSON.readValue(line, Step.class));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static Path folder() {
        return Path.of("target", "walked", TestDatabase.kind());
    }

    /** One step or flow in one test. */
    record Step(String test, String name, EventSource source, EventType type, String model, String element, String kind,
            long at) {

        static Step of(String test, String name, Event event) {
            return new Step(test, name, event.getSource(), event.getType(), event.getModelKey(), event.getDefinitionKey(),
                    event.getElementType(), event.getTimestamp());
        }

        Event event() {
            return new Event(source, type, element, kind, model, at);
        }
    }
}
