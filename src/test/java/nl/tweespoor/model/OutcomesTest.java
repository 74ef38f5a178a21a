package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;

/** Gateways read words from closed lists, and every word that can be chosen has a way to go. */
class OutcomesTest {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final String ONE = "\\w+ == '\\w+'";
    private static final Pattern CONDITION = Pattern.compile("\\$\\{" + ONE + "( \\|\\| " + ONE + ")*}");
    private static final Pattern OUTPUT = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");
    private static final Pattern CHOICE_NAME = Pattern.compile("\\w+(Outcome|Choice|Step|Decision)");

    /** Decisions that are kept with their reason, but after which every dossier takes the same way. */
    private static final Map<String, String> SAME_WAY_FOR_ALL = Map.ofEntries(
            Map.entry("renewOutcome", "a strategy is followed until another one takes its place, also when that is being made"),
            Map.entry("choiceStep", "a table looks whether all is chosen, and that decides the way"),
            Map.entry("choiceChoice", "a table looks at all choices together, and that decides the way"),
            Map.entry("adviceFollowed", "a table weighs the points of an advice together, and that decides the way"),
            Map.entry("adviceOutcome", "whoever decides reads it, and answers each point of it"),
            Map.entry("consentOutcome", "whether it may be carried out decides the way"),
            Map.entry("chosenWeight", "the two steps that come with the weight decide the way"),
            Map.entry("procurementChoice", "a table weighs it with what was bought before, and that decides the way"),
            Map.entry("roomOutcome", "a table weighs it with the hours, and that decides the way"),
            Map.entry("lateOutcome", "where it lay still decides the way, when it goes on"),
            Map.entry("pointOutcome", "a table weighs it with how often it moved, and that decides the way"),
            Map.entry("managementView", "a table weighs what all three said, and that decides the way"),
            Map.entry("professionalView", "a table weighs what all three said, and that decides the way"),
            Map.entry("clientView", "a table weighs what all three said, and that decides the way"));
    /** A dossier that stops here goes on by the way its own track has for that, and there this is read. */
    private static final Map<String, Set<String>> READ_ELSEWHERE = Map.of("lessonFollowUp",
            Set.of("UserTask_ReassessGoal", "UserTask_DecideReassessment"), "indicatorChoice", Set.of("UserTask_AnalysePractice"));

    private static final Flow flow = new Flow();

    @Test
    void everySplitReadsOneOutcomeAndNothingIsDefault() {
        for (ExclusiveGateway gateway : splits()) {
            String id = gateway.getId();
            assertThat(gateway.getDefault()).as(id).isNull();
            assertThat(gateway.getOutgoing()).as(id).allSatisfy(way -> {
                assertThat(way.getConditionExpression()).as(way.getId()).isNotNull();
                assertThat(way.getConditionExpression().getTextContent()).as(way.getId()).matches(CONDITION);
            });
            assertThat(reads(gateway)).as(id).hasSize(1);
            assertThat(gateway.getOutgoing().stream().flatMap(way -> comparisons(way).stream()).toList()).as(id)
                    .doesNotHaveDuplicates();
        }
        flow.models().values().forEach(model -> model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(way -> way.getConditionExpression() != null)
                .forEach(way -> assertThat(way.getSource()).as(way.getId()).isInstanceOf(ExclusiveGateway.class)));
    }

    @Test
    void gatewayComparesOnlyWithWordsThatWereOfferedBeforeIt() {
        for (ExclusiveGateway gateway : splits()) {
            String variable = reads(gateway).iterator().next();
            Set<String> offered = new TreeSet<>();
            flow.before(gateway).forEach(node -> offered.addAll(offers(node, variable)));
            assertThat(offered).as("%s offered before %s", variable, gateway.getId()).containsAll(words(gateway));
        }
    }

    @Test
    void everyWordThatCanBeChosenHasAWayToGo() {
        Set<String> outcomes = outcomes();
        for (FlowNode node : flow.all(FlowNode.class)) {
            for (String outcome : outcomes) {
                Set<String> offered = offers(node, outcome);
                if (offered.isEmpty() || SAME_WAY_FOR_ALL.containsKey(outcome)
                        || READ_ELSEWHERE.getOrDefault(outcome, Set.of()).contains(node.getId())) {
                    continue;
                }
                Set<FlowNode> readers = flow.firstAfter(node, next -> next instanceof ExclusiveGateway gateway
                        && reads(gateway).contains(outcome) || beginsWithout(next, outcome));
                readers.removeIf(StartEvent.class::isInstance);
                assertThat(readers).as("gateways that read %s after %s", outcome, node.getId()).isNotEmpty();
                readers.forEach(reader -> assertThat(words((ExclusiveGateway) reader))
                        .as("%s reads %s of %s", reader.getId(), outcome, node.getId()).containsAll(offered));
            }
        }
    }

    @Test
    void exceptionsAreStillNeeded() {
        assertThat(outcomes()).containsAll(SAME_WAY_FOR_ALL.keySet());
        assertThat(splits().stream().flatMap(gateway -> reads(gateway).stream()).toList())
                .doesNotContainAnyElementsOf(SAME_WAY_FOR_ALL.keySet());
    }

    @Test
    void everyDecisionAsksARequiredOutcomeAndAReason() {
        for (UserTask task : flow.all(UserTask.class)) {
            var form = Repository.forms().get(Repository.formOf(task));
            Repository.property(task, "outcome").ifPresent(outcome -> {
                assertThat(Repository.field(form, outcome)).as("%s asked by %s", outcome, task.getId())
                        .hasValueSatisfying(field -> {
                            assertThat(field.path("type").asText()).isIn("radio", "select");
                            assertThat(field.path("validate").path("required").asBoolean()).isTrue();
                            assertThat(field.has("conditional")).isFalse();
                        });
                assertThat(Repository.property(task, "reason")).as("reason of %s", task.getId())
                        .hasValueSatisfying(reason -> assertThat(Repository.field(form, reason))
                                .as("%s asked by %s", reason, task.getId()).hasValueSatisfying(field ->
                                        assertThat(field.path("validate").path("required").asBoolean())
                                                .as("%s required by %s", reason, task.getId()).isTrue()));
            });
        }
    }

    private List<ExclusiveGateway> splits() {
        return flow.all(ExclusiveGateway.class).stream().filter(gateway -> gateway.getOutgoing().size() > 1).toList();
    }

    /** What the models call an outcome, what gateways read, and what is named like one. */
    private Set<String> outcomes() {
        Set<String> outcomes = new TreeSet<>();
        flow.all(UserTask.class).forEach(task -> Repository.property(task, "outcome").ifPresent(outcomes::add));
        splits().forEach(gateway -> outcomes.addAll(reads(gateway)));
        Repository.forms().values().forEach(form -> Repository.components(form)
                .map(component -> component.path("key").asText())
                .filter(key -> CHOICE_NAME.matcher(key).matches()).forEach(outcomes::add));
        return outcomes;
    }

    /** A process that a message starts knows only what the message brings. */
    private static boolean beginsWithout(FlowNode node, String variable) {
        return node instanceof StartEvent && Flow.definitions(node, MessageEventDefinition.class).stream()
                .map(received -> received.getMessage().getName())
                .anyMatch(message -> flow.all(ThrowEvent.class).stream()
                        .filter(event -> Flow.definitions(event, MessageEventDefinition.class).stream()
                                .anyMatch(sent -> sent.getMessage().getName().equals(message)))
                        .noneMatch(event -> Repository.inputs(event).containsKey(variable)));
    }

    /** The words that this step can put in the variable: options of its form, outputs of its table, or its own text. */
    private static Set<String> offers(FlowNode node, String variable) {
        Set<String> offered = new TreeSet<>();
        String form = Repository.formOf(node);
        if (form != null) {
            Repository.field(Repository.forms().get(form), variable).map(Repository::options).ifPresent(offered::addAll);
        }
        if (node instanceof BusinessRuleTask task) {
            Matcher output = OUTPUT.matcher(Repository.outputs(task).getOrDefault(variable, ""));
            if (output.matches()) {
                offered.addAll(outputValues(Repository.camunda(task, "decisionRef"), output.group(1)));
            }
        } else {
            Pattern word = Pattern.compile("(?<=[?:] ')\\w+(?=')|^\\w+$");
            Stream.of(Repository.inputs((BaseElement) node), Repository.outputs((BaseElement) node))
                    .flatMap(texts -> word.matcher(texts.getOrDefault(variable, "")).results())
                    .forEach(chosen -> offered.add(chosen.group()));
        }
        return offered;
    }

    private static Set<String> outputValues(String decision, String output) {
        Set<String> values = new TreeSet<>();
        Dmn.readModelFromFile(new File("processes", decision + ".dmn")).getModelElementsByType(Output.class)
                .stream().filter(column -> output.equals(column.getName()))
                .forEach(column -> Pattern.compile("\"(\\w+)\"")
                        .matcher(column.getOutputValues().getText().getTextContent()).results()
                        .forEach(value -> values.add(value.group(1))));
        return values;
    }

    private static Set<String> reads(ExclusiveGateway gateway) {
        Set<String> variables = new TreeSet<>();
        gateway.getOutgoing().forEach(way -> comparisons(way).forEach(each -> variables.add(each.split("=")[0])));
        return variables;
    }

    private static Set<String> words(ExclusiveGateway gateway) {
        Set<String> words = new TreeSet<>();
        gateway.getOutgoing().forEach(way -> comparisons(way).forEach(each -> words.add(each.split("=")[1])));
        return words;
    }

    private static List<String> comparisons(SequenceFlow way) {
        return way.getConditionExpression() == null ? List.of()
                : COMPARISON.matcher(way.getConditionExpression().getTextContent()).results()
                        .map(match -> match.group(1) + "=" + match.group(2)).toList();
    }
}
