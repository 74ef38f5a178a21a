package nl.tweespoor.trial;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.TakenFlows;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** How one gets from step to step, across all processes: which way brings a dossier nearest to what it hasn't come past yet. */
final class Routes {

    /** From where there is no way. */
    static final int NO_WAY = 10_000;

    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, FlowNode> nodes = new HashMap<>();
    private final Map<String, List<Flow>> into = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, Process> processes = new TreeMap<>();
    private final Map<String, Set<String>> calledBy = new HashMap<>();
    /** The paths whose condition reads a variable, by that and by where they begin. */
    private final Map<String, Map<String, List<Flow>>> readers = new HashMap<>();

    /**
     * A path of a process.
     *
     * @param condition as it stands in the model; empty for none
     */
    record Flow(String id, String process, String name, String from, String to, String condition, boolean usual) {
    }

    Routes(List<DeployedResource> whole) {
        Map<String, List<String>> receivers = new HashMap<>();
        List<Map.Entry<String, FlowNode>> all = new ArrayList<>();
        for (DeployedResource file : whole) {
            if (file.endsWithAny(".bpmn")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
                model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable)
                        .forEach(process -> processes.put(process.getId(), process));
                model.getModelElementsByType(SequenceFlow.class).forEach(this::read);
                model.getModelElementsByType(FlowNode.class).forEach(node -> all.add(Map.entry(processOf(node), node)));
            }
        }
        all.forEach(entry -> nodes.put(at(entry), entry.getValue()));
        all.forEach(entry -> message(entry.getValue()).filter(name -> !(entry.getValue() instanceof ThrowEvent))
                .ifPresent(name -> receivers.computeIfAbsent(name, any -> new ArrayList<>()).add(at(entry))));
        all.forEach(entry -> read(entry.getKey(), entry.getValue(), receivers));
    }

    private void read(SequenceFlow path) {
        String process = processOf(path);
        String from = TakenFlows.flow(process, path.getSource().getId());
        Flow flow = new Flow(TakenFlows.flow(process, path.getId()), process, path.getName(), from, TakenFlows.flow(process, path.getTarget().getId()),
                path.getConditionExpression() == null ? "" : path.getConditionExpression().getTextContent(),
                path.getId().equals(path.getSource().getAttributeValue("default")));
        flows.put(flow.id(), flow);
        into.computeIfAbsent(flow.to(), any -> new ArrayList<>()).add(flow);
        leads(from, flow.to());
    }

    private void read(String process, FlowNode node, Map<String, List<String>> receivers) {
        String here = TakenFlows.flow(process, node.getId());
        if (node instanceof BoundaryEvent event) {
            leads(TakenFlows.flow(process, event.getAttachedTo().getId()), here);
        } else if (node instanceof SubProcess part) {
            part.getChildElementsByType(StartEvent.class).forEach(start -> leads(here, TakenFlows.flow(process, start.getId())));
            part.getChildElementsByType(SubProcess.class).stream().filter(SubProcess::triggeredByEvent)
                    .forEach(event -> leads(here, TakenFlows.flow(process, event.getId())));
            part.getChildElementsByType(EndEvent.class).forEach(end -> leads(TakenFlows.flow(process, end.getId()), here));
        } else if (node instanceof CallActivity call && processes.containsKey(call.getCalledElement())) {
            calls(process, call.getCalledElement());
            Process called = processes.get(call.getCalledElement());
            called.getChildElementsByType(StartEvent.class).forEach(start -> leads(here, TakenFlows.flow(called.getId(), start.getId())));
            called.getChildElementsByType(EndEvent.class).forEach(end -> leads(TakenFlows.flow(called.getId(), end.getId()), here));
        } else if (node instanceof ThrowEvent) {
            message(node).ifPresent(name -> receivers.getOrDefault(name, List.of()).forEach(receiver -> {
                leads(here, receiver);
                calls(process, receiver.substring(0, receiver.indexOf('#')));
            }));
        }
    }

    private void leads(String from, String to) {
        before.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
    }

    private void calls(String process, String called) {
        calledBy.computeIfAbsent(called, any -> new LinkedHashSet<>()).add(process);
    }

    /** Of these processes. What follows a gateway that waits for events isn't counted by the engine; what follows the event is. */
    List<Flow> flows(Collection<String> ofProcesses) {
        return flows.values().stream().filter(flow -> ofProcesses.contains(flow.process()) && !(nodes.get(flow.from()) instanceof EventBasedGateway))
                .toList();
    }

    /** The paths that lead to a step; none for what begins or happens by itself. */
    List<Flow> into(String step) {
        return into.getOrDefault(step, List.of());
    }

    Process process(String id) {
        return processes.get(id);
    }

    FlowNode node(String at) {
        return nodes.get(at);
    }

    /** How many steps each step is from the nearest of these flows. */
    Map<String, Integer> distances(Collection<Flow> targets) {
        Map<String, Integer> distances = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        targets.forEach(flow -> {
            if (distances.putIfAbsent(flow.from(), 0) == null) {
                next.add(flow.from());
            }
        });
        while (!next.isEmpty()) {
            String here = next.poll();
            before.getOrDefault(here, List.of()).forEach(from -> {
                if (distances.putIfAbsent(from, distances.get(here) + 1) == null) {
                    next.add(from);
                }
            });
        }
        return distances;
    }

    /** How many calls or messages each process is from one of these: 0 for itself, and none for what never comes there. */
    Map<String, Integer> leadingTo(Collection<String> changed) {
        Map<String, Integer> leading = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(changed);
        changed.forEach(process -> leading.put(process, 0));
        while (!next.isEmpty()) {
            String here = next.poll();
            calledBy.getOrDefault(here, Set.of()).forEach(from -> {
                if (leading.putIfAbsent(from, leading.get(here) + 1) == null) {
                    next.add(from);
                }
            });
        }
        return leading;
    }

    /** How far an answer brings one: by the paths whose condition reads it, in this process or else in any. */
    int after(String process, String question, String answer, Map<String, Integer> distances, Set<String> targets) {
        Map<String, List<Flow>> asking = readers.computeIfAbsent(question, name -> flows.values().stream().filter(flow -> reads(flow, name))
                .collect(Collectors.groupingBy(Flow::from)));
        List<String> gateways = asking.keySet().stream().filter(at -> at.startsWith(process + "#")).toList();
        int nearest = NO_WAY;
        for (String gateway : gateways.isEmpty() ? asking.keySet() : gateways) {
            List<Flow> named = asking.get(gateway).stream().filter(flow -> flow.condition().contains("'" + answer + "'")).toList();
            for (Flow flow : named.isEmpty() ? flows.values().stream().filter(one -> one.from().equals(gateway) && one.usual()).toList() : named) {
                nearest = Math.min(nearest, targets.contains(flow.id()) ? 0 : 1 + distances.getOrDefault(flow.to(), NO_WAY));
            }
        }
        return nearest;
    }

    private static boolean reads(Flow flow, String question) {
        return Pattern.compile("\\b" + Pattern.quote(question) + "\\b").matcher(flow.condition()).find();
    }

    /** The name of the message with which something begins or waits, or that it sends. */
    private static Optional<String> message(FlowNode node) {
        return node.getChildElementsByType(MessageEventDefinition.class).stream().filter(one -> one.getMessage() != null)
                .map(one -> one.getMessage().getName()).findFirst();
    }

    private static String at(Map.Entry<String, FlowNode> node) {
        return TakenFlows.flow(node.getKey(), node.getValue().getId());
    }

    private static String processOf(FlowElement element) {
        var parent = element.getParentElement();
        while (!(parent instanceof Process process)) {
            parent = parent.getParentElement();
        }
        return process.getId();
    }
}
