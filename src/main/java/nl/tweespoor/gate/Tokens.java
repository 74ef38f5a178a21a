package nl.tweespoor.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/**
 * All ways through one process or subprocess, followed as tokens on its arrows: what workflow nets call soundness. A subprocess
 * counts as one step here; its inside is a walk of its own.
 */
class Tokens {

    /** Our largest model has some hundreds; beyond this nothing is said. */
    private static final int MOST = 20_000;

    private final Collection<FlowNode> nodes;
    /** The model looks each of them up anew whenever it is asked. */
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Map<FlowNode, List<Integer>> incoming = new HashMap<>();
    private final Map<FlowNode, List<BoundaryEvent>> boundaries = new HashMap<>();
    private final List<FlowNode> targets = new ArrayList<>();
    private final Map<SequenceFlow, Integer> places = new HashMap<>();
    private final Map<BitSet, Set<BitSet>> before = new HashMap<>();
    private final Set<FlowNode> passed = new LinkedHashSet<>();
    private final Set<FlowNode> twice = new LinkedHashSet<>();
    private final Set<FlowNode> waiting = new LinkedHashSet<>();
    private boolean tooMany;

    Tokens(Collection<FlowNode> nodes) {
        this.nodes = nodes;
        nodes.forEach(node -> {
            outgoing.put(node, List.copyOf(node.getOutgoing()));
            outgoing.get(node).forEach(arrow -> {
                places.put(arrow, targets.size());
                targets.add(arrow.getTarget());
            });
        });
        nodes.forEach(node -> incoming.put(node, node.getIncoming().stream().map(places::get).filter(place -> place != null).toList()));
        nodes.stream().filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast).filter(BoundaryEvent::cancelActivity)
                .forEach(boundary -> boundaries.computeIfAbsent(boundary.getAttachedTo(), node -> new ArrayList<>()).add(boundary));
        walk();
    }

    /** Whether every way was followed; else nothing below can be relied on. */
    boolean isComplete() {
        return !tooMany;
    }

    Set<FlowNode> passed() {
        return passed;
    }

    /** Where two can arrive at once though nothing joins them. */
    Set<FlowNode> twice() {
        return twice;
    }

    /** Joins that can wait for a way that doesn't come. */
    Set<FlowNode> waitingForEver() {
        return waiting;
    }

    /** Steps from where, in some state, no end can be reached. */
    Set<FlowNode> withoutEnd() {
        Set<BitSet> ends = new HashSet<>();
        Deque<BitSet> open = new ArrayDeque<>(List.of(new BitSet()));
        while (!open.isEmpty()) {
            BitSet state = open.poll();
            if (ends.add(state)) {
                open.addAll(before.getOrDefault(state, Set.of()));
            }
        }
        Set<FlowNode> stuck = new LinkedHashSet<>();
        before.keySet().stream().filter(state -> !ends.contains(state))
                .forEach(state -> state.stream().forEach(place -> stuck.add(targets.get(place))));
        return stuck;
    }

    private void walk() {
        Deque<BitSet> open = new ArrayDeque<>();
        nodes.stream().filter(node -> node instanceof StartEvent || node instanceof BoundaryEvent boundary && !boundary.cancelActivity())
                .forEach(start -> {
                    passed.add(start);
                    open.add(put(new BitSet(), outgoing.get(start)));
                });
        Set<BitSet> seen = new HashSet<>();
        while (!open.isEmpty() && !tooMany) {
            BitSet state = open.poll();
            if (!seen.add(state)) {
                continue;
            }
            before.computeIfAbsent(state, key -> new HashSet<>());
            tooMany = seen.size() > MOST;
            List<BitSet> next = new ArrayList<>();
            for (FlowNode node : nodes) {
                next.addAll(after(state, node));
            }
            if (next.isEmpty()) {
                state.stream().forEach(place -> waiting.add(targets.get(place)));
            }
            next.forEach(each -> {
                before.computeIfAbsent(each, key -> new HashSet<>()).add(state);
                open.add(each);
            });
        }
    }

    private List<BitSet> after(BitSet state, FlowNode node) {
        List<Integer> here = incoming.get(node).stream().filter(state::get).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        List<BitSet> next = new ArrayList<>();
        if (node instanceof ParallelGateway || node instanceof InclusiveGateway) {
            boolean all = node instanceof ParallelGateway ? here.size() == incoming.get(node).size() : !moreCanCome(state, node, here);
            if (all) {
                BitSet left = without(state, here);
                passed.add(node);
                if (node instanceof ParallelGateway) {
                    next.add(put(left, outgoing.get(node)));
                } else {
                    some(outgoing.get(node)).forEach(ways -> next.add(put(left, ways)));
                }
            }
            return next;
        }
        passed.add(node);
        for (Integer place : here) {
            BitSet left = without(state, List.of(place));
            if (node instanceof ExclusiveGateway || node instanceof EventBasedGateway) {
                outgoing.get(node).forEach(way -> next.add(put(left, List.of(way))));
            } else if (node instanceof EndEvent end && stopsAll(end)) {
                next.add(new BitSet());
            } else {
                next.add(put(left, outgoing.get(node)));
                boundaries.getOrDefault(node, List.of()).forEach(boundary -> {
                    passed.add(boundary);
                    next.add(put(left, outgoing.get(boundary)));
                });
            }
        }
        return next;
    }

    private BitSet put(BitSet state, Collection<SequenceFlow> ways) {
        BitSet next = (BitSet) state.clone();
        for (SequenceFlow way : ways) {
            if (next.get(places.get(way))) {
                twice.add(targets.get(places.get(way)));
            }
            next.set(places.get(way));
        }
        return next;
    }

    private static BitSet without(BitSet state, List<Integer> taken) {
        BitSet left = (BitSet) state.clone();
        taken.forEach(left::clear);
        return left;
    }

    private boolean moreCanCome(BitSet state, FlowNode join, List<Integer> here) {
        Set<FlowNode> seen = new HashSet<>(Set.of(join));
        Deque<FlowNode> open = new ArrayDeque<>();
        state.stream().filter(place -> !here.contains(place)).forEach(place -> open.add(targets.get(place)));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (node != null && seen.add(node)) {
                for (SequenceFlow way : outgoing.get(node)) {
                    if (join.equals(targets.get(places.get(way))) && !here.contains(places.get(way))) {
                        return true;
                    }
                    open.add(targets.get(places.get(way)));
                }
            }
        }
        return false;
    }

    private static List<List<SequenceFlow>> some(List<SequenceFlow> ways) {
        List<List<SequenceFlow>> some = new ArrayList<>();
        for (int chosen = 1; chosen < 1 << Math.min(ways.size(), 6); chosen++) {
            List<SequenceFlow> each = new ArrayList<>();
            for (int i = 0; i < ways.size(); i++) {
                if ((chosen >> Math.min(i, 5) & 1) == 1) {
                    each.add(ways.get(i));
                }
            }
            some.add(each);
        }
        return some.isEmpty() ? List.of(List.of()) : some;
    }

    private static boolean stopsAll(EndEvent end) {
        return !end.getChildElementsByType(TerminateEventDefinition.class).isEmpty()
                || !end.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
    }
}
