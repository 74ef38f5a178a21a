package nl.tweespoor.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process that someone else deployed may carry a business key as long as the engine takes. */
@EngineTest
@OnPostgresToo
@ExcludeFromProcessCoverage
class LongNumberTest {

    private static final String LONGEST = "L-" + "x".repeat(253);
    private static final BpmnModelInstance HEAD_HANDS_OVER = Bpmn.createExecutableProcess("head-hands-over")
            .camundaHistoryTimeToLive(1).startEvent()
            .userTask("UserTask_Head").camundaCandidateGroups("head-of-innovation")
            .serviceTask().camundaExpression("${handOvers.send(execution)}").endEvent().done();
    private static final BpmnModelInstance JOINS = Bpmn.createExecutableProcess("joins").camundaHistoryTimeToLive(1)
            .startEvent().serviceTask().camundaExpression("${reporters.join(execution)}")
            .camundaInputParameter("joinedDossier", LONGEST).endEvent().done();

    @Autowired
    Walk walk;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService().createDeployment().addModelInstance("head-hands-over.bpmn", HEAD_HANDS_OVER)
                .addModelInstance("joins.bpmn", JOINS).deploy().getId();
    }

    @AfterEach
    void undeploy() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void headActsAndHandsOver() {
        start("head-hands-over", LONGEST);
        walk.login("head-of-innovation");
        engine.getTaskService().complete(engine.getTaskService().createTaskQuery()
                .processInstanceBusinessKey(LONGEST).singleResult().getId());

        assertThat(numbers("select dossier_number from dossier_head")).containsExactly(LONGEST);
        assertThat(numbers("select dossier_number from hand_over")).containsExactly(LONGEST);
    }

    @Test
    void reportersComeAlong() {
        start("joins", walk.reported().number());

        assertThat(numbers("select dossier_number from dossier_reporter")).contains(LONGEST);
    }

    private void start(String process, String number) {
        walk.loginAsAdministrator();
        engine.getRuntimeService().startProcessInstanceByKey(process, number);
    }

    private List<String> numbers(String query) {
        return jdbc.queryForList(query, String.class);
    }
}
