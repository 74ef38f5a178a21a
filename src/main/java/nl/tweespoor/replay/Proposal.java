package nl.tweespoor.replay;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.tweespoor.engine.Feel;
import nl.tweespoor.engine.UnrecordedTables;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;

/**
 * A proposed file with tables. What was recorded of a column is what its expression came to, so where a table still asks the
 * same sum it is given the answer; where it asks another one, that is made of what is known by name.
 */
final class Proposal {

    private static final String ANSWER = "recordedAnswer";

    private final UnrecordedTables tables;
    private final byte[] content;
    private final Map<String, Table> all = new LinkedHashMap<>();
    /** Of all tables together, in the order of the file. */
    private final List<String> asked = new ArrayList<>();
    private final Map<Set<String>, Map<String, DmnDecision>> ready = new HashMap<>();

    /** @throws org.camunda.bpm.model.xml.ModelException for what is no DMN */
    Proposal(byte[] content, UnrecordedTables tables) {
        this.content = content;
        this.tables = tables;
        DmnModelInstance model = read();
        model.getModelElementsByType(Decision.class).forEach(decision -> all.put(decision.getId(), Table.of(decision)));
        model.getModelElementsByType(Input.class).forEach(input -> asked.add(Column.expression(input)));
    }

    DmnModelInstance read() {
        return Dmn.readModelFromStream(new ByteArrayInputStream(content));
    }

    /** By id, in the order of the file. */
    Map<String, Table> tables() {
        return all;
    }

    /**
     * A decision.
     *
     * @param columns  what it asks, with what the tables ask that it needs
     * @param outputs  by the id of the column
     * @param given    what it gets of the tables that it needs, by name
     * @param addsUp   whether one answer is made of all that holds
     */
    record Table(String id, String name, List<Column> columns, Map<String, Output> outputs, Set<String> given, boolean addsUp) {

        static Table of(Decision decision) {
            Map<String, Output> outputs = new LinkedHashMap<>();
            table(decision).forEach(table -> table.getOutputs().forEach(output -> outputs.put(String.valueOf(output.getId()), Output.of(output))));
            Set<Decision> needed = new LinkedHashSet<>();
            need(decision, needed);
            Set<String> given = new HashSet<>();
            needed.stream().filter(other -> other != decision).forEach(other -> {
                given.add(other.getId());
                table(other).forEach(table -> table.getOutputs().forEach(output -> given.add(output.getName())));
            });
            return new Table(decision.getId(), decision.getName() == null || decision.getName().isBlank() ? decision.getId() : decision.getName(),
                    needed.stream().flatMap(Table::table).flatMap(table -> table.getInputs().stream()).map(Column::of).toList(), outputs, given,
                    table(decision).anyMatch(table -> table.getAggregation() != null));
        }

        private static void need(Decision decision, Set<Decision> needed) {
            if (needed.add(decision)) {
                decision.getInformationRequirements().stream().map(InformationRequirement::getRequiredDecision).filter(Objects::nonNull)
                        .forEach(other -> need(other, needed));
            }
        }

        private static Stream<DecisionTable> table(Decision decision) {
            return decision.getChildElementsByType(DecisionTable.class).stream();
        }

        /** The headings of the columns for which nothing was recorded. */
        List<String> missing(Known known) {
            return columns.stream().filter(column -> !known.answers().containsKey(column.expression())
                            && column.names().stream().anyMatch(name -> !known.names().containsKey(name) && !given.contains(name)))
                    .map(Column::label).distinct().toList();
        }
    }

    /** What is asked, and which variables that takes. */
    record Column(String label, String expression, Set<String> names) {

        static Column of(Input input) {
            String expression = expression(input);
            return new Column(input.getLabel() == null || input.getLabel().isBlank() ? expression : input.getLabel(), expression,
                    Feel.names(expression));
        }

        static String expression(Input input) {
            return input.getInputExpression() == null || input.getInputExpression().getText() == null ? ""
                    : input.getInputExpression().getText().getTextContent().strip();
        }
    }

    /** @param name null for the only one of its table */
    record Output(String label, String name) {

        static Output of(org.camunda.bpm.model.dmn.instance.Output output) {
            return new Output(Stream.of(output.getLabel(), output.getName(), output.getId()).filter(text -> text != null && !text.isBlank())
                    .findFirst().orElse(""), output.getName());
        }
    }

    /** @throws RuntimeException of the engine, when the table has no answer that its hit policy allows, or can't be run */
    List<Map<String, Object>> evaluate(Table table, Known known) {
        Map<String, Object> variables = new HashMap<>(known.names());
        variables.keySet().removeAll(table.given());
        Set<String> answered = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            if (known.answers().containsKey(asked.get(i))) {
                answered.add(asked.get(i));
                variables.put(ANSWER + i, known.answers().get(asked.get(i)));
            }
        }
        return tables.evaluate(ready.computeIfAbsent(answered, key -> new HashMap<>())
                .computeIfAbsent(table.id(), key -> tables.decision(key, with(answered))), variables);
    }

    private DmnModelInstance with(Set<String> answered) {
        DmnModelInstance changed = read();
        int place = 0;
        for (Input input : changed.getModelElementsByType(Input.class)) {
            if (answered.contains(Column.expression(input))) {
                input.getInputExpression().getText().setTextContent(ANSWER + place);
            }
            place++;
        }
        return changed;
    }

    /**
     * What was recorded of one evaluation.
     *
     * @param names   by variable
     * @param answers by expression, of what is more than a variable
     */
    record Known(Map<String, Object> names, Map<String, Object> answers) {
    }
}
