package nl.tweespoor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a dossier is no part of a process without a number, such as one that someone else deployed. */
@EngineTest
@OnPostgresToo
@ExcludeFromProcessCoverage
class NoNumberTest {

    private static final String SENTENCE = "Begin dit proces met het nummer van een dossier als kenmerk.";

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService().createDeployment().addModelInstance("asks-head-of-innovation.bpmn", asks("head-of-innovation"))
                .addModelInstance("asks-head-of-implementation.bpmn", asks("head-of-implementation"))
                .addModelInstance("asks-it.bpmn", asks("it")).addModelInstance("hands-over.bpmn", Bpmn
                        .createExecutableProcess("hands-over").camundaHistoryTimeToLive(1).startEvent()
                        .serviceTask().camundaExpression("${handOvers.send(execution)}").endEvent().done())
                .deploy().getId();
        walk.loginAsAdministrator();
    }

    private static BpmnModelInstance asks(String group) {
        return Bpmn.createExecutableProcess("asks-" + group).camundaHistoryTimeToLive(1).startEvent()
                .userTask("UserTask_Asked").camundaCandidateGroups(group).endEvent().done();
    }

    @AfterEach
    void undeploy() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asks-head-of-innovation", "asks-head-of-implementation", "hands-over"})
    void nothingOfADossierBegins(String process) {
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(process)).hasStackTraceContaining(SENTENCE);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process).count()).isZero();
    }

    /** As one that was there before, or lost its number past Tweespoor. */
    @Test
    void headWhoCompletesATaskWithoutOneIsToldSo() {
        String instance = engine.getRuntimeService().startProcessInstanceByKey("asks-head-of-innovation", "L-1").getId();
        jdbc.update("update ACT_RU_EXECUTION set BUSINESS_KEY_ = null where ID_ = ?", instance);
        String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
        walk.login("head-of-innovation");
        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasStackTraceContaining(SENTENCE);
    }

    @Test
    void taskOfAnotherGroupNeedsNoNumber() {
        String instance = engine.getRuntimeService().startProcessInstanceByKey("asks-it").getId();
        walk.login("it");
        engine.getTaskService().complete(engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId());
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    }
}
