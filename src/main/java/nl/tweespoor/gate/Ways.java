package nl.tweespoor.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a dossier can go next from each node, over all processes: calls, messages and escalations included. */
class Ways {

    private final Map<FlowNode, Set<FlowNode>> next = new HashMap<>();
    private final Map<FlowNode, Set<FlowNode>> previous = new HashMap<>();
    private final Map<FlowNode, String> files = new HashMap<>();
    private final Set<FlowNode> all = new LinkedHashSet<>();
    private final Map<String, List<FlowNode>> waiting = new HashMap<>();
    private final Models models;

    Ways(Models models) {
        this.models = models;
        models.processes().values().forEach(process -> Elements.nodes(process).forEach(node -> {
            all.add(node);
            files.put(node, process.file());
            if (!(node instanceof ThrowEvent)) {
                messages(node).forEach(message -> waiting.computeIfAbsent(message, name -> new ArrayList<>()).add(node));
            }
        }));
        models.processes().values().forEach(this::connect);
    }

    <T extends FlowNode> Stream<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    String fileOf(FlowNode node) {
        return files.get(node);
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

    private void connect(Models.ProcessModel process) {
        for (FlowNode node : Elements.nodes(process).toList()) {
            if (node instanceof CallActivity call && models.processes().containsKey(call.getCalledElement())) {
                ModelElementInstance called = models.processes().get(call.getCalledElement()).process();
                children(called, StartEvent.class).forEach(start -> link(call, start));
                children(called, EndEvent.class).forEach(end -> follow(end, call));
            } else if (node instanceof SubProcess inner) {
                children(inner, StartEvent.class).forEach(start -> link(inner, start));
                children(inner, SubProcess.class).stream().filter(SubProcess::triggeredByEvent).forEach(event -> link(inner, event));
                children(inner, EndEvent.class).forEach(end -> follow(end, inner));
            } else {
                follow(node, node);
            }
            if (node instanceof BoundaryEvent boundary && boundary.getAttachedTo() != null) {
                link(boundary.getAttachedTo(), boundary);
                boundary.getChildElementsByType(EscalationEventDefinition.class).forEach(caught -> Elements.nodes(process)
                        .filter(EndEvent.class::isInstance)
                        .filter(end -> end.getChildElementsByType(EscalationEventDefinition.class).stream()
                                .anyMatch(thrown -> Objects.equals(thrown.getEscalation(), caught.getEscalation())))
                        .forEach(end -> link(end, boundary)));
            }
            if (node instanceof ThrowEvent) {
                messages(node).forEach(sent -> waiting.getOrDefault(sent, List.of()).forEach(other -> link(node, other)));
            }
        }
    }

    /** The names of the messages that an event sends or waits for. */
    static Stream<String> messages(FlowNode node) {
        return node.getChildElementsByType(MessageEventDefinition.class).stream().map(MessageEventDefinition::getMessage)
                .filter(Objects::nonNull).map(message -> String.valueOf(message.getName()));
    }

    private void follow(FlowNode from, FlowNode owner) {
        owner.getOutgoing().forEach(flow -> link(from, flow.getTarget()));
    }

    private void link(FlowNode from, FlowNode to) {
        next.computeIfAbsent(from, node -> new LinkedHashSet<>()).add(to);
        previous.computeIfAbsent(to, node -> new LinkedHashSet<>()).add(from);
    }

    private static <T extends ModelElementInstance> Collection<T> children(ModelElementInstance scope, Class<T> type) {
        return scope.getChildElementsByType(type);
    }
}
