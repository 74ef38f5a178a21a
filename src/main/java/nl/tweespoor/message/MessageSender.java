package nl.tweespoor.message;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.springframework.stereotype.Component;

/**
 * Sends the message that a throwing event names to the other process of the same dossier, in the same transaction.
 * What crosses is what the event's input parameters say, so that a process owner sees and changes it in the model.
 */
@Component("message")
class MessageSender implements JavaDelegate {

    @Override
    public void execute(DelegateExecution event) {
        Message message = event.getBpmnModelElementInstance()
                .getChildElementsByType(MessageEventDefinition.class).iterator().next().getMessage();
        event.getProcessEngineServices().getRuntimeService().createMessageCorrelation(message.getName())
                .processInstanceBusinessKey(event.getProcessBusinessKey())
                .setVariables(event.getVariablesLocalTyped())
                .correlate();
    }
}
