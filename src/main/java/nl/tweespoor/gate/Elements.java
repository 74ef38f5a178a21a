package nl.tweespoor.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** How the elements of a model read: by the names that people see, and with what Camunda adds to them. */
final class Elements {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Elements() {
    }

    /** By its name; a join or an arrow without one by its neighbours. */
    static String nameOf(ModelElementInstance element) {
        if (element instanceof FlowElement flow && flow.getName() != null && !flow.getName().isBlank()) {
            return flow.getName();
        }
        if (element instanceof SequenceFlow flow) {
            return "pijl van " + nameOf(flow.getSource()) + " naar " + nameOf(flow.getTarget());
        }
        if (element instanceof FlowNode node) {
            Optional<String> next = node.getOutgoing().stream().map(SequenceFlow::getTarget)
                    .filter(target -> target != null && target.getName() != null && !target.getName().isBlank()).map(FlowElement::getName).findFirst();
            return next.map(name -> "ruit of punt voor " + name).orElse(node.getId());
        }
        String name = element.getAttributeValue("name");
        String id = element.getAttributeValue("id");
        return name != null ? name : id != null ? id : element.getElementType().getTypeName();
    }

    static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Every task and start that has a form, or should have one. */
    static Stream<FlowNode> asking(Models.ProcessModel process) {
        return nodes(process).filter(node -> node instanceof UserTask || node instanceof StartEvent && camunda(node, "formRef") != null);
    }

    static Stream<FlowNode> nodes(Models.ProcessModel process) {
        return process.nodes().stream();
    }

    /** Also within its subprocesses. */
    static Stream<FlowNode> nodesIn(ModelElementInstance scope) {
        return scope.getChildElementsByType(FlowNode.class).stream().flatMap(node -> node instanceof SubProcess
                ? Stream.concat(Stream.of(node), nodesIn(node)) : Stream.of(node));
    }

    static Map<String, String> properties(BaseElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        extensions(element, CamundaProperties.class).flatMap(all -> all.getCamundaProperties().stream())
                .forEach((CamundaProperty property) -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        return properties;
    }

    static Map<String, String> inputs(BaseElement element) {
        Map<String, String> inputs = new LinkedHashMap<>();
        extensions(element, CamundaInputOutput.class).flatMap(io -> io.getCamundaInputParameters().stream())
                .forEach((CamundaInputParameter input) -> inputs.put(input.getCamundaName(), input.getTextContent()));
        return inputs;
    }

    static Map<String, String> outputs(BaseElement element) {
        Map<String, String> outputs = new LinkedHashMap<>();
        extensions(element, CamundaInputOutput.class).flatMap(io -> io.getCamundaOutputParameters().stream())
                .forEach((CamundaOutputParameter output) -> outputs.put(output.getCamundaName(), output.getTextContent()));
        return outputs;
    }

    static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
