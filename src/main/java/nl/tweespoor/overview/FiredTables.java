package nl.tweespoor.overview;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.tweespoor.engine.TableInputs;
import nl.tweespoor.overview.FiredTable.Condition;
import nl.tweespoor.overview.FiredTable.Output;
import nl.tweespoor.overview.FiredTable.Row;
import nl.tweespoor.overview.FiredTable.Whole;
import nl.tweespoor.recording.GroundFiles;
import nl.tweespoor.recording.RecordedDecision;
import nl.tweespoor.recording.RecordedDossier;
import nl.tweespoor.recording.RecordedDossier.TableAdvice;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Reads which rule of a table fired from the ledger, and what that rule says from the very file. */
@Component
class FiredTables {

    private final GroundFiles files;
    private final TableInputs inputs;

    FiredTables(GroundFiles files, TableInputs inputs) {
        this.files = files;
        this.inputs = inputs;
    }

    /** What was asked for this decision: in the same process, after the decision before it. */
    Optional<FiredTable> before(String number, RecordedDossier dossier, RecordedDecision decision) {
        long previous = dossier.decisions().stream().filter(other -> other.sequence() < decision.sequence()
                && other.step().process().equals(decision.step().process())).mapToLong(RecordedDecision::sequence).max().orElse(0);
        return dossier.advice().stream().filter(advice -> advice.sequence() > previous && advice.sequence() < decision.sequence()
                && decision.step().process().equals(advice.step().process())).findFirst().flatMap(advice -> table(number, advice));
    }

    private Optional<FiredTable> table(String number, TableAdvice advice) {
        return files.content(advice.table()).map(file -> Dmn.readModelFromStream(new ByteArrayInputStream(file)))
                .flatMap(model -> table(number, advice, model));
    }

    private Optional<FiredTable> table(String number, TableAdvice advice, DmnModelInstance model) {
        List<Rule> fired = advice.rules().keySet().stream().map(model::<Rule>getModelElementById)
                .filter(rule -> rule != null).toList();
        if (fired.isEmpty()) {
            return Optional.empty();
        }
        Decision decision = (Decision) fired.get(0).getParentElement().getParentElement();
        Map<String, Object> given = inputs.of(number, advice.step().process(), advice.step().element(), decision.getId(), advice.at());
        return Optional.of(new FiredTable(decision.getName(), !given.isEmpty(), fired.stream()
                .map(rule -> new FiredTable.Rule(conditions(rule, given), outputs(rule), because(rule))).toList(),
                whole((DecisionTable) fired.get(0).getParentElement(), fired)));
    }

    private static Whole whole(DecisionTable table, List<Rule> fired) {
        return new Whole(table.getInputs().stream().map(Input::getLabel).toList(),
                table.getOutputs().stream().map(output -> output.getLabel()).toList(),
                table.getRules().stream().map(rule -> new Row(fired.contains(rule),
                        rule.getInputEntries().stream().map(cell -> TableWords.cell(cell.getTextContent())).toList(),
                        rule.getOutputEntries().stream().map(cell -> TableWords.cell(cell.getTextContent())).toList(),
                        because(rule))).toList());
    }

    private static List<Condition> conditions(Rule rule, Map<String, Object> given) {
        List<Input> columns = List.copyOf(((DecisionTable) rule.getParentElement()).getInputs());
        List<InputEntry> cells = List.copyOf(rule.getInputEntries());
        return IntStream.range(0, columns.size()).mapToObj(i -> new Condition(columns.get(i).getLabel(),
                        TableWords.cell(cells.get(i).getTextContent()), then(given.get(columns.get(i).getId()))))
                .filter(condition -> !condition.rule().isEmpty()).toList();
    }

    private static String then(Object value) {
        return value == null ? "" : TableWords.value(value);
    }

    private static List<Output> outputs(Rule rule) {
        var columns = List.copyOf(((DecisionTable) rule.getParentElement()).getOutputs());
        List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
        return IntStream.range(0, columns.size()).mapToObj(i -> new Output(columns.get(i).getLabel(),
                TableWords.cell(cells.get(i).getTextContent()))).toList();
    }

    private static String because(Rule rule) {
        return Stream.ofNullable(rule.getDescription()).map(text -> text.getTextContent().strip()).findFirst().orElse("");
    }
}
