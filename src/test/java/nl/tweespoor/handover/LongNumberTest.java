package nl.tweespoor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process that someone else deployed may carry a number as long as the ledger takes, and no other. */
@EngineTest
@OnPostgresToo
@ExcludeFromProcessCoverage
class LongNumberTest {

    private static final String LONGEST = "L-" + "x".repeat(98);
    private static final BpmnModelInstance HEAD_HANDS_OVER = Bpmn.createExecutableProcess("head-hands-over")
            .camundaHistoryTimeToLive(1).startEvent()
            .userTask("UserTask_Head").camundaCandidateGroups("head-of-innovation")
            .serviceTask().camundaExpression("${handOvers.send(execution)}").endEvent().done();
    private static final BpmnModelInstance JOINS = Bpmn.createExecutableProcess("joins").camundaHistoryTimeToLive(1)
            .startEvent().serviceTask().camundaExpression("${reporters.join(execution)}")
            .camundaInputParameter("joinedDossier", LONGEST).endEvent().done();

    private static final BpmnModelInstance CALLS = Bpmn.createExecutableProcess("calls").camundaHistoryTimeToLive(1)
            .startEvent().callActivity().calledElement("head-hands-over").camundaInBusinessKey("${'kamer 12'}").endEvent().done();

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
                .addModelInstance("joins.bpmn", JOINS).addModelInstance("calls.bpmn", CALLS).deploy().getId();
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

    /** It would have no place in the ledger where it ends, so nothing of it would ever go. */
    @ParameterizedTest
    @MethodSource
    void numberThatIsNoNameInTheLedgerIsRefused(String number) {
        assertThatThrownBy(() -> start("head-hands-over", number)).hasStackTraceContaining("Dit kenmerk kan niet");
        assertThat(engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("head-hands-over").count())
                .isZero();
    }

    static Stream<String> numberThatIsNoNameInTheLedgerIsRefused() {
        return Stream.of(LONGEST + "x", "kamer 12", "caf\u00e9", "a/b", "", "general");
    }

    /** So do its parts, whatever number their caller gives them. */
    @Test
    void partWithSuchANumberIsRefused() {
        assertThatThrownBy(() -> start("calls", "L-1")).hasStackTraceContaining("Dit kenmerk kan niet");
    }

    @Test
    void whoBringsSuchANumberToAProcessThatMakesItsOwnGetsThatOne() {
        walk.login("head-of-innovation");
        LocalDate today = walk.today();
        assertThat(engine.getRuntimeService().startProcessInstanceByKey("stand-in", "kamer 12", Map.of("firstAbsentDate",
                today.toString(), "lastAbsentDate", today.toString(), "absenceReason", "leave")).getBusinessKey()).startsWith("V-");
    }

    private void start(String process, String number) {
        walk.loginAsAdministrator();
        engine.getRuntimeService().startProcessInstanceByKey(process, number);
    }

    private List<String> numbers(String query) {
        return jdbc.queryForList(query, String.class);
    }
}
