package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.isBlank;
import static nl.tweespoor.gate.Elements.nameOf;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.springframework.stereotype.Component;

/** People read the diagram and the names in it: all is drawn, and all that they read has a name. */
@Component
class DrawingCheck implements FileCheck {

    /** In points; a program that draws rounds. */
    private static final double NEAR = 5;

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        if (ours) {
            file.processes().forEach(process -> check(process, findings));
        }
    }

    private static void check(Models.ProcessModel process, Findings findings) {
        String file = process.file();
        if (isBlank(process.process().getName())) {
            findings.add(file, process.process().getId(), "dit proces heeft geen naam. Geef het er een: mensen zien die in Tasklist.");
        }
        List<FlowNode> nodes = Elements.nodes(process).toList();
        for (FlowNode node : nodes) {
            if ((node instanceof Activity || node instanceof Event) && isBlank(node.getName())) {
                findings.add(file, nameOf(node), "heeft geen naam. Geef een taak een werkwoord met een onderwerp, en een rondje wat er dan is gebeurd.");
            }
            if (node instanceof Gateway && node.getOutgoing().size() > 1 && node.getIncoming().size() > 1) {
                findings.add(file, nameOf(node), "voegt samen en splitst tegelijk. Gebruik twee ruiten: eerst een om samen te voegen, dan een om te kiezen.");
            }
            if (node instanceof ExclusiveGateway && node.getOutgoing().size() > 1) {
                checkSplit(file, node, findings);
            }
        }
        checkShapes(process, nodes, findings);
    }

    private static void checkSplit(String file, FlowNode split, Findings findings) {
        if (isBlank(split.getName()) || !split.getName().strip().endsWith("?")) {
            findings.add(file, nameOf(split), "deze keuze heeft geen vraag als naam. Schrijf bij de ruit de vraag die hier beantwoord is, met een vraagteken.");
        }
        split.getOutgoing().stream().filter(way -> isBlank(way.getName())).forEach(way -> findings.add(file, nameOf(split),
                "de pijl naar «%s» zegt niet bij welk antwoord hij hoort. Schrijf het antwoord bij de pijl.", nameOf(way.getTarget())));
        List<String> answers = split.getOutgoing().stream().map(SequenceFlow::getName).filter(name -> !isBlank(name)).toList();
        answers.stream().filter(answer -> answers.indexOf(answer) != answers.lastIndexOf(answer)).distinct()
                .forEach(answer -> findings.add(file, nameOf(split), "twee pijlen heten «%s». Geef elke pijl zijn eigen antwoord.", answer));
    }

    private static void checkShapes(Models.ProcessModel process, List<FlowNode> nodes, Findings findings) {
        Set<String> drawn = Stream.concat(drawn(process.model().getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement)),
                drawn(process.model().getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))).collect(Collectors.toSet());
        nodes.stream().filter(node -> !drawn.contains(node.getId())).forEach(node -> findings.add(process.file(), nameOf(node),
                "staat wel in het bestand, maar niet in de tekening. Open het model in Camunda Modeler en teken deze stap opnieuw."));
        Map<BaseElement, Bounds> shapes = new HashMap<>();
        process.model().getModelElementsByType(BpmnShape.class).stream().filter(shape -> shape.getBpmnElement() != null)
                .forEach(shape -> shapes.put(shape.getBpmnElement(), shape.getBounds()));
        process.model().getModelElementsByType(BpmnEdge.class).stream().filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                .forEach(edge -> checkArrow(process.file(), (SequenceFlow) edge.getBpmnElement(), List.copyOf(edge.getWaypoints()), shapes, findings));
        nodes.stream().map(FlowNode::getOutgoing).flatMap(Collection::stream).filter(way -> !drawn.contains(way.getId()))
                .forEach(way -> findings.add(process.file(), nameOf(way), "deze pijl staat wel in het bestand, maar niet in de tekening. Teken hem opnieuw."));
    }

    /** What people see is what runs. */
    private static void checkArrow(String file, SequenceFlow way, List<Waypoint> points, Map<BaseElement, Bounds> shapes, Findings findings) {
        if (!points.isEmpty() && (!touches(shapes.get(way.getSource()), points.get(0)) || !touches(shapes.get(way.getTarget()), points.get(points.size() - 1)))) {
            findings.add(file, nameOf(way), "deze pijl gaat van «%s» naar «%s», maar is anders getekend. Teken hem in Camunda Modeler opnieuw.", nameOf(way.getSource()),
                    nameOf(way.getTarget()));
        }
    }

    private static boolean touches(Bounds shape, Waypoint point) {
        return shape == null || point.getX() >= shape.getX() - NEAR && point.getX() <= shape.getX() + shape.getWidth() + NEAR
                && point.getY() >= shape.getY() - NEAR && point.getY() <= shape.getY() + shape.getHeight() + NEAR;
    }

    private static Stream<String> drawn(Stream<BaseElement> elements) {
        return elements.filter(element -> element != null).map(BaseElement::getId);
    }
}
