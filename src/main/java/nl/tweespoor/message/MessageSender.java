package nl.tweespoor.message;

import java.util.Map;
import nl.tweespoor.engine.DossierStep;
import nl.tweespoor.recording.Kind;
import nl.tweespoor.recording.Recorder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.springframework.stereotype.Component;

/**
 * Sends the message that a throwing event names to the other process of the same dossier, in the same transaction.
 * What crosses is what the event's input parameters say, so that a process owner sees and changes it in the model.
 */
@Component("message")
class MessageSender implements JavaDelegate {

    private final Recorder recorder;

    MessageSender(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void execute(DelegateExecution event) {
        FlowElement element = event.getBpmnModelElementInstance();
        Message message = element.getChildElementsByType(MessageEventDefinition.class).iterator().next().getMessage();
        VariableMap named = named(element, event);
        recorder.tell(Kind.MESSAGE, DossierStep.of(event), Map.of("message", message.getName(),
                "variables", String.join(", ", named.keySet())), Map.of());
        event.getProcessEngineServices().getRuntimeService().createMessageCorrelation(message.getName())
                .processInstanceBusinessKey(event.getProcessBusinessKey())
                .setVariables(named)
                .correlate();
    }

    /** Not all that is local to the event: without input parameters it has no scope but that of its process. */
    private static VariableMap named(FlowElement element, DelegateExecution event) {
        VariableMap named = Variables.createVariables();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                    .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                    .map(CamundaInputParameter::getCamundaName)
                    .forEach(name -> named.putValueTyped(name, event.getVariableLocalTyped(name)));
        }
        return named;
    }
}
