package nl.tweespoor.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.ledger.Entry;
import nl.tweespoor.ledger.LedgerReader;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What someone was told is not for them stands in the dossier that it was about, whichever way they tried. */
@EngineTest
@OnPostgresToo
@ExcludeFromProcessCoverage
class RefusalsOfDossierTest {

    private static final String DOSSIER = "L-1";
    /** Each event leads to a task that its model gives to one person, and its property to another: nobody may have it. */
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <message id="m" name="TestMessage"/>
              <signal id="s" name="TestSignal"/>
              <process id="refuses" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/>
                <sequenceFlow id="f0" sourceRef="start" targetRef="fork"/>
                <parallelGateway id="fork"/>
                <sequenceFlow id="f1" sourceRef="fork" targetRef="waiting"/>
                <sequenceFlow id="f2" sourceRef="fork" targetRef="events"/>
                <userTask id="waiting" name="Wachten" camunda:candidateGroups="it"/>
                <eventBasedGateway id="events"/>
                <sequenceFlow id="f3" sourceRef="events" targetRef="message"/>
                <sequenceFlow id="f4" sourceRef="events" targetRef="signal"/>
                <sequenceFlow id="f5" sourceRef="events" targetRef="condition"/>
                <intermediateCatchEvent id="message"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
                <intermediateCatchEvent id="signal"><signalEventDefinition signalRef="s"/></intermediateCatchEvent>
                <intermediateCatchEvent id="condition"><conditionalEventDefinition>
                  <condition xsi:type="tFormalExpression">${execution.hasVariable('go')}</condition>
                </conditionalEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="f6" sourceRef="message" targetRef="personal"/>
                <sequenceFlow id="f7" sourceRef="signal" targetRef="personal"/>
                <sequenceFlow id="f8" sourceRef="condition" targetRef="personal"/>
                <userTask id="personal" camunda:assignee="finance">
                  <extensionElements><camunda:properties><camunda:property name="onlyBy" value="nobody"/></camunda:properties></extensionElements>
                </userTask>
              </process>
            </definitions>""";

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    LedgerReader ledger;

    private String deployment;
    private String process;
    private Task task;

    @BeforeEach
    void aProcessWaits() {
        deployment = engine.getRepositoryService().createDeployment().addString("refuses.bpmn", MODEL).deploy().getId();
        walk.loginAsAdministrator();
        process = engine.getRuntimeService().startProcessInstanceByKey("refuses", DOSSIER).getId();
        task = engine.getTaskService().createTaskQuery().processInstanceId(process).singleResult();
    }

    @AfterEach
    void undeploy() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private interface Attempt {

        void by(RefusalsOfDossierTest test);
    }

    @ParameterizedTest
    @MethodSource
    void attemptOnATaskNamesTheTask(Attempt attempt) {
        assertThatThrownBy(() -> attempt.by(this)).hasStackTraceContaining(Refusal.class.getName());
        assertThat(ledger.newest(DOSSIER, "refusal").orElseThrow().step().element()).isEqualTo("waiting");
    }

    static Stream<Attempt> attemptOnATaskNamesTheTask() {
        return Stream.of(
                test -> test.engine.getTaskService().setAssignee(test.task.getId(), "finance"),
                test -> test.engine.getTaskService().delegateTask(test.task.getId(), "finance"),
                test -> {
                    test.task.setAssignee("finance");
                    test.engine.getTaskService().saveTask(test.task);
                },
                test -> test.engine.getTaskService().addCandidateGroup(test.task.getId(), "finance"),
                test -> test.engine.getTaskService().createComment(test.task.getId(), "another", "Iets"));
    }

    @ParameterizedTest
    @MethodSource
    void attemptOnAProcessStandsInItsDossier(Attempt attempt) {
        assertThatThrownBy(() -> attempt.by(this)).hasStackTraceContaining(Refusal.class.getName());
        assertThat(ledger.entries(DOSSIER)).filteredOn(entry -> entry.kind().equals("refusal")).hasSize(1);
        assertThat(ledger.newest(Entry.NO_DOSSIER, "refusal")).isEmpty();
    }

    static Stream<Attempt> attemptOnAProcessStandsInItsDossier() {
        return Stream.of(
                test -> test.engine.getTaskService().createComment(null, test.process, "Iets"),
                test -> test.engine.getRuntimeService().createProcessInstanceModification(test.process)
                        .startBeforeActivity("personal").execute(),
                test -> test.engine.getRuntimeService().createMessageCorrelation("TestMessage")
                        .processInstanceId(test.process).correlate(),
                test -> test.engine.getRuntimeService().createMessageCorrelation("TestMessage")
                        .processInstanceBusinessKey(DOSSIER).correlate(),
                test -> test.engine.getRuntimeService().messageEventReceived("TestMessage", test.waitsFor("TestMessage")),
                test -> test.engine.getRuntimeService().createSignalEvent("TestSignal").executionId(test.waitsFor("TestMessage")).send(),
                test -> test.engine.getRuntimeService().setVariable(test.process, "go", "yes"));
    }

    private String waitsFor(String message) {
        return engine.getRuntimeService().createExecutionQuery().messageEventSubscriptionName(message).singleResult().getId();
    }

    /** Anyone can make up a number. */
    @Test
    void startWithTheNumberOfADossierIsNotAboutIt() {
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("selection", DOSSIER))
                .hasStackTraceContaining("begint alleen vanuit een dossier");
        assertThat(ledger.newest(DOSSIER, "refusal")).isEmpty();
        assertThat(ledger.newest(Entry.NO_DOSSIER, "refusal")).isPresent();
    }
}
