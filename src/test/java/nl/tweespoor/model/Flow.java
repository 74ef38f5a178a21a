package nl.tweespoor.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a dossier can go next from each node, over all processes: calls, messages and escalations included. */
final class Flow {

    private final Map<FlowNode, Set<FlowNode>> next = new HashMap<>();
    private final Map<FlowNode, Set<FlowNode>> previous = new HashMap<>();
    private final Map<String, BpmnModelInstance> models = new HashMap<>();

    Flow() {
        Repository.processIds().forEach(id -> models.put(id, Repository.process(id)));
        models.values().forEach(this::connect);
    }

    Map<String, BpmnModelInstance> models() {
        return models;
    }

    <T extends FlowNode> Set<T> all(Class<T> type) {
        Set<T> all = new LinkedHashSet<>();
        models.values().forEach(model -> all.addAll(model.getModelElementsByType(type)));
        return all;
    }

    /** Everything on the way here, by any road. */
    Set<FlowNode> before(FlowNode node) {
        return walk(node, previous, each -> false);
    }

    /** The first nodes of this kind that each road from here meets. */
    Set<FlowNode> firstAfter(FlowNode node, Predicate<FlowNode> kind) {
        Set<FlowNode> met = walk(node, next, kind);
        met.removeIf(kind.negate());
        return met;
    }

    private static Set<FlowNode> walk(FlowNode from, Map<FlowNode, Set<FlowNode>> steps, Predicate<FlowNode> last) {
        Set<FlowNode> seen = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(steps.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (seen.add(node) && !last.test(node)) {
                open.addAll(steps.getOrDefault(node, Set.of()));
            }
        }
        return seen;
    }

    private void connect(BpmnModelInstance model) {
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (node instanceof CallActivity call && models.containsKey(call.getCalledElement())) {
                BpmnModelInstance called = models.get(call.getCalledElement());
                Process process = called.getModelElementsByType(Process.class).iterator().next();
                starts(process.getFlowElements()).forEach(start -> link(call, start));
                ends(process.getFlowElements()).forEach(end -> follow(end, call));
            } else if (node instanceof SubProcess inner) {
                starts(inner.getFlowElements()).forEach(start -> link(inner, start));
                inner.getFlowElements().stream().filter(SubProcess.class::isInstance).map(SubProcess.class::cast)
                        .filter(SubProcess::triggeredByEvent).forEach(event -> link(inner, event));
                ends(inner.getFlowElements()).forEach(end -> follow(end, inner));
            } else {
                follow(node, node);
            }
            if (node instanceof BoundaryEvent boundary) {
                link((FlowNode) boundary.getAttachedTo(), boundary);
                definitions(boundary, EscalationEventDefinition.class).forEach(caught -> model
                        .getModelElementsByType(EndEvent.class).stream()
                        .filter(end -> definitions(end, EscalationEventDefinition.class).stream()
                                .anyMatch(thrown -> thrown.getEscalation().equals(caught.getEscalation())))
                        .forEach(end -> link(end, boundary)));
            }
            if (node instanceof ThrowEvent) {
                definitions(node, MessageEventDefinition.class).forEach(sent -> all(FlowNode.class).stream()
                        .filter(other -> !(other instanceof ThrowEvent))
                        .filter(other -> definitions(other, MessageEventDefinition.class).stream()
                                .anyMatch(caught -> caught.getMessage().getName().equals(sent.getMessage().getName())))
                        .forEach(other -> link(node, other)));
            }
        }
    }

    private void follow(FlowNode from, FlowNode owner) {
        owner.getOutgoing().forEach(flow -> link(from, flow.getTarget()));
    }

    private void link(FlowNode from, FlowNode to) {
        next.computeIfAbsent(from, node -> new LinkedHashSet<>()).add(to);
        previous.computeIfAbsent(to, node -> new LinkedHashSet<>()).add(from);
    }

    private static Collection<FlowNode> starts(Collection<? extends ModelElementInstance> elements) {
        return elements.stream().filter(StartEvent.class::isInstance).map(FlowNode.class::cast).toList();
    }

    private static Collection<FlowNode> ends(Collection<? extends ModelElementInstance> elements) {
        return elements.stream().filter(EndEvent.class::isInstance).map(FlowNode.class::cast).toList();
    }

    static <T extends ModelElementInstance> Collection<T> definitions(FlowNode node, Class<T> type) {
        return node.getChildElementsByType(type);
    }
}
