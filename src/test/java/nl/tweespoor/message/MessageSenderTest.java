package nl.tweespoor.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
@ExcludeFromProcessCoverage
class MessageSenderTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="Message_Test" name="Message_Test" />
              <process id="sender" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start_Sender"><extensionElements>
                  <camunda:executionListener event="start" expression="${execution.setVariable('known', 'ja')}" />
                </extensionElements></startEvent>
                <sequenceFlow id="Flow_1" sourceRef="Start_Sender" targetRef="Event_Tells" />
                <intermediateThrowEvent id="Event_Tells">%s
                  <messageEventDefinition id="Definition_1" messageRef="Message_Test"
                      camunda:delegateExpression="${message}" />
                </intermediateThrowEvent>
                <sequenceFlow id="Flow_2" sourceRef="Event_Tells" targetRef="End_Sender" />
                <endEvent id="End_Sender" />
              </process>
              <process id="receiver" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="Start_Receiver" />
                <sequenceFlow id="Flow_3" sourceRef="Start_Receiver" targetRef="Event_Told" />
                <intermediateCatchEvent id="Event_Told">
                  <messageEventDefinition id="Definition_2" messageRef="Message_Test" />
                </intermediateCatchEvent>
                <sequenceFlow id="Flow_4" sourceRef="Event_Told" targetRef="UserTask_Read" />
                <userTask id="UserTask_Read" camunda:candidateGroups="employee" />
              </process>
            </definitions>
            """;

    @Autowired
    ProcessEngine engine;

    private String deployment;

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    @Test
    void onlyWhatTheEventNamesGoesAlong() {
        assertThat(received("<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"told\">${known}"
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>")).containsEntry("told", "ja")
                .doesNotContainKey("known");
    }

    /** Its execution is that of the process, so all that the process knows is local to it. */
    @Test
    void eventThatNamesNothingSendsNothing() {
        assertThat(received("")).doesNotContainKey("known");
    }

    private Map<String, Object> received(String sends) {
        deployment = engine.getRepositoryService().createDeployment().addString("message-test.bpmn", MODEL.formatted(sends))
                .deploy().getId();
        String waiting = engine.getRuntimeService().startProcessInstanceByKey("receiver", "I-TEST").getId();
        engine.getRuntimeService().startProcessInstanceByKey("sender", "I-TEST");
        assertThat(engine.getTaskService().createTaskQuery().processInstanceId(waiting).count()).isEqualTo(1);
        return engine.getRuntimeService().getVariables(waiting);
    }
}
