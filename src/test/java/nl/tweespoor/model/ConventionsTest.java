package nl.tweespoor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.Group;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our conventions for models: what a reader, Cockpit and the engine may rely on. */
class ConventionsTest {

    private static final Map<Class<? extends FlowElement>, String> PREFIXES = Map.ofEntries(
            Map.entry(StartEvent.class, "StartEvent_"), Map.entry(EndEvent.class, "EndEvent_"),
            Map.entry(BoundaryEvent.class, "BoundaryEvent_"), Map.entry(IntermediateCatchEvent.class, "IntermediateEvent_"),
            Map.entry(IntermediateThrowEvent.class, "IntermediateEvent_"), Map.entry(UserTask.class, "UserTask_"),
            Map.entry(BusinessRuleTask.class, "BusinessRuleTask_"), Map.entry(SendTask.class, "SendTask_"),
            Map.entry(ServiceTask.class, "ServiceTask_"), Map.entry(CallActivity.class, "CallActivity_"),
            Map.entry(SequenceFlow.class, "Flow_"));
    /** What an expression may call; anything else, such as getClass(), would let a model run any code. */
    private static final Set<String> BEANS = Set.of("answerMail", "amounts", "carrierChanges", "changes", "conditionList", "decisionResult", "dossiers",
            "erasures", "execution", "goals", "handOvers", "headMail", "items", "lessons", "message", "people", "periods", "pollMail", "polls", "points", "raisedPoints", "reasons", "reporters", "standIns", "strategyStart", "strategyTeam", "strategies", "strategyMail", "councilMail", "councils", "drift", "teams", "teamPlans", "floorHelp", "updates", "teamStandings", "now");
    private static final Set<String> PROPERTIES = Set.of("outcome", "reason", "advice", "reasonAgainst", "startsEmpty",
            "notBy", "insteadBy", "onlyBy", "ofTeam");
    /** Groups or their people. */
    private static final Pattern CHOOSES_FROM = Pattern.compile("(\\*|outside|" + Arrays.stream(Group.values()).map(Group::id)
            .collect(Collectors.joining("|")) + ")(/\\*)?");
    /** What fits on one screen, and can be told in one breath. */
    private static final int MOST_ELEMENTS = 25;
    /** Models that rightly have more, each with how many. */
    private static final Map<String, Integer> LARGER = Map.of(
            // A track in one picture: each way in which it ends answers the reporter, and leaves a lesson; councils that advised hear it too.
            "innovation", 33, "implementation", 32,
            // Five tests side by side, the councils on what they found, and who decides on that.
            "feasibility", 29,
            // What runs beside the teams stands in their scope, since it ends with them.
            "roll-out", 32,
            // Who is asked before a team starts, and each way in which it starts later.
            "team-start", 26);
    private static final Set<String> METHODS_OF_DATA = Set.of("elements", "prop", "size", "stringValue");
    private static final Set<String> METHODS_OF_EXECUTION = Set.of("getVariable", "processBusinessKey");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(\\w*)((?:\\(.*?\\))?)\\.(\\w+)(\\(?)");

    static List<String> processIds() {
        return Repository.processIds();
    }

    static BpmnModelInstance model(String id) {
        return Repository.process(id);
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void fileIsNamedAfterItsOneProcessThatCanRun(String id) {
        assertThat(model(id).getModelElementsByType(Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(id);
            assertThat(process.getName()).isNotBlank();
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        });
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void idTellsWhatItIs(String id) {
        assertThat(model(id).getModelElementsByType(FlowElement.class)).allSatisfy(element -> {
            String prefix = element instanceof Gateway ? "Gateway_"
                    : element instanceof SubProcess sub ? sub.triggeredByEvent() ? "EventSubProcess_" : "SubProcess_"
                    : PREFIXES.entrySet().stream().filter(entry -> entry.getKey().isInstance(element))
                            .map(Map.Entry::getValue).findFirst().orElse("no convention for this kind");
            assertThat(element.getId()).matches(Pattern.quote(prefix) + "[A-Z][a-zA-Z0-9]*");
        });
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void stepsAndEventsHaveANameOnOneLine(String id) {
        assertThat(model(id).getModelElementsByType(FlowNode.class))
                .filteredOn(node -> node instanceof Activity || node instanceof Event)
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank()
                        .doesNotContain("\n").matches("\\p{Lu}.*[^.]"));
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void splitIsAQuestionAndEachWayAnAnswer(String id) {
        assertThat(model(id).getModelElementsByType(Gateway.class)).allSatisfy(gateway -> {
            boolean choice = gateway instanceof ExclusiveGateway || gateway instanceof EventBasedGateway;
            if (!choice || gateway.getOutgoing().size() < 2) {
                assertThat(gateway.getName()).as("%s only joins or splits", gateway.getId()).isNull();
                return;
            }
            // What follows an event-based gateway are named events: they are the answers.
            boolean named = gateway instanceof ExclusiveGateway
                    || gateway.getName() != null;
            if (named) {
                assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            }
            if (gateway instanceof ExclusiveGateway) {
                assertThat(gateway.getOutgoing()).as(gateway.getId())
                        .allSatisfy(way -> assertThat(way.getName()).as(way.getId()).isNotBlank());
                assertThat(gateway.getOutgoing()).extracting(SequenceFlow::getName).doesNotHaveDuplicates();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void gatewayEitherJoinsOrSplits(String id) {
        assertThat(model(id).getModelElementsByType(Gateway.class)).allSatisfy(gateway -> assertThat(
                gateway.getIncoming().size() == 1 || gateway.getOutgoing().size() == 1).as(gateway.getId()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void everyUserTaskHasAFormAGroupOrOnePersonAndADueDate(String id) {
        assertThat(model(id).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(Repository.formOf(task)).as(task.getId()).isNotBlank();
            if (Repository.property(task, "onlyBy").isEmpty()) {
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            }
            assertThat(task.getCamundaCandidateUsers()).as("%s names no person", task.getId()).isNull();
            assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("${periods.");
        });
    }

    /** A rule with a typing error in its name or its value would guard nothing. */
    @ParameterizedTest
    @MethodSource("processIds")
    void everyPropertyOfATaskIsOneThatTheEngineKnows(String id) {
        assertThat(model(id).getModelElementsByType(CamundaProperty.class))
                .allSatisfy(property -> {
                    if (property.getCamundaName().endsWith("Options")) {
                        assertThat(property.getCamundaValue().split("\\s*,\\s*")).as(property.getCamundaName())
                                .allMatch(choice -> CHOOSES_FROM.matcher(choice).matches());
                    } else {
                        assertThat(property.getCamundaName()).isIn(PROPERTIES);
                    }
                });
        assertThat(model(id).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            Repository.property(task, "notBy").ifPresent(notBy -> assertThat(notBy).as(task.getId())
                    .isIn("reporter", "requestedBy", "pointOwner", "pointsAsked", "projectLead"));
            Repository.property(task, "insteadBy").ifPresent(group -> {
                assertThat(group).as(task.getId()).isIn(Arrays.stream(Group.values()).map(Group::id).toList());
                assertThat(Repository.property(task, "notBy")).as(task.getId()).isPresent();
            });
            Repository.property(task, "onlyBy").ifPresent(person -> {
                assertThat(task.getCamundaAssignee()).as(task.getId()).isEqualTo("${" + person + "}");
                assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNull();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void nothingRunsAScriptOrAClassByName(String id) {
        BpmnModelInstance model = model(id);
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(way -> way.getConditionExpression() != null)
                .allSatisfy(way -> assertThat(way.getConditionExpression().getLanguage()).as(way.getId()).isNull());
        String text = Repository.text(Path.of("processes", id + ".bpmn"));
        assertThat(text).doesNotContain("camunda:class=", " class=", "scriptFormat", "camunda:expression=\"${''");
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void expressionsCallOnlyOurBeans(String id) {
        String text = Repository.text(Path.of("processes", id + ".bpmn"));
        EXPRESSION.matcher(text).results().map(expression -> expression.group(1)).forEach(expression ->
                CALL.matcher(expression.replaceAll("'[^']*'", "''")).results().forEach(call -> {
                    String target = call.group(1);
                    String member = call.group(3);
                    if ("execution".equals(target)) {
                        assertThat(member).as(expression).isIn(METHODS_OF_EXECUTION);
                    } else if (!BEANS.contains(target) && !call.group(4).isEmpty()) {
                        assertThat(member).as(expression).isIn(METHODS_OF_DATA);
                    }
                    assertThat(member).as(expression).doesNotStartWith("getClass").isNotEqualTo("class");
                }));
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void aModelFitsOnOneScreen(String id) {
        assertThat(model(id).getModelElementsByType(FlowNode.class)).hasSizeLessThanOrEqualTo(LARGER.getOrDefault(id, MOST_ELEMENTS));
    }

    @ParameterizedTest
    @MethodSource("processIds")
    void everythingIsDrawn(String id) {
        BpmnModelInstance model = model(id);
        Set<String> shapes = drawn(model.getModelElementsByType(BpmnShape.class).stream()
                .map(BpmnShape::getBpmnElement));
        Set<String> edges = drawn(model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement));
        assertThat(shapes).containsAll(ids(model.getModelElementsByType(FlowNode.class)))
                .containsAll(ids(model.getModelElementsByType(Participant.class)));
        assertThat(edges).containsAll(ids(model.getModelElementsByType(SequenceFlow.class)))
                .containsAll(ids(model.getModelElementsByType(MessageFlow.class)));
        assertThat(Stream.concat(shapes.stream(), edges.stream()).toList()).as("nothing drawn twice or left over")
                .doesNotHaveDuplicates().doesNotContainNull();
    }

    private static Set<String> drawn(Stream<BaseElement> elements) {
        return elements.map(BaseElement::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Collection<? extends BaseElement> elements) {
        return drawn(elements.stream().map(BaseElement.class::cast));
    }
}
