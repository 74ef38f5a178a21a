package nl.tweespoor.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.engine.WholeDeployment;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Proposed processes, walked in a Tweespoor of their own. */
@EngineTest
@ExcludeFromProcessCoverage
class TrialTest {

    private static final String FORM = """
            {"id": "%s", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                "executionPlatformVersion": "7.24.0", "components": [%s]}""";
    private static final String WAY = """
            {"type": "radio", "key": "way", "label": "Waarheen?", "id": "Field_way", "validate": {"required": true}, "values": [
                {"value": "end", "label": "Klaar"}, {"value": "wait", "label": "Wachten"}, {"value": "ask", "label": "Vragen"},
                {"value": "fail", "label": "Mis"}]}""";
    /** No number is both. */
    private static final String AMOUNT = """
            {"type": "number", "key": "amount", "label": "Hoeveel?", "id": "Field_amount", "validate": {"required": true, "min": 10, "max": "=5"}}""";
    /** Whoever may say that they are away may begin it. */
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
              <message id="Message_1" name="Never" />
              <process id="stand-in" name="Proef" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="StartEvent_1" camunda:formRef="trial-start" camunda:formRefBinding="deployment" />
                <sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="UserTask_Choose" />
                <userTask id="UserTask_Choose" name="Kiezen" camunda:formRef="trial-choose" camunda:formRefBinding="deployment" camunda:candidateGroups="it" />
                <sequenceFlow id="Flow_2" sourceRef="UserTask_Choose" targetRef="Gateway_1" />
                <exclusiveGateway id="Gateway_1" name="Waarheen?" default="Flow_End" />
                <sequenceFlow id="Flow_End" name="Klaar" sourceRef="Gateway_1" targetRef="EndEvent_1" />
                <sequenceFlow id="Flow_Wait" name="Wachten" sourceRef="Gateway_1" targetRef="IntermediateEvent_Never">
                  <conditionExpression xsi:type="tFormalExpression">${way == 'wait'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="Flow_Ask" name="Vragen" sourceRef="Gateway_1" targetRef="UserTask_Ask">
                  <conditionExpression xsi:type="tFormalExpression">${way == 'ask'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="Flow_Fail" name="Mis" sourceRef="Gateway_1" targetRef="ServiceTask_Fail">
                  <conditionExpression xsi:type="tFormalExpression">${way == 'fail'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="Flow_Never" name="Nooit" sourceRef="Gateway_1" targetRef="EndEvent_1">
                  <conditionExpression xsi:type="tFormalExpression">${way == 'never'}</conditionExpression></sequenceFlow>
                <intermediateCatchEvent id="IntermediateEvent_Never" name="Bericht gekomen"><messageEventDefinition messageRef="Message_1" /></intermediateCatchEvent>
                <sequenceFlow id="Flow_3" sourceRef="IntermediateEvent_Never" targetRef="EndEvent_1" />
                <userTask id="UserTask_Ask" name="Bedrag noemen" camunda:formRef="trial-ask" camunda:formRefBinding="deployment" camunda:candidateGroups="it" />
                <sequenceFlow id="Flow_4" sourceRef="UserTask_Ask" targetRef="EndEvent_1" />
                <serviceTask id="ServiceTask_Fail" name="Rekenen" camunda:asyncBefore="true" camunda:expression="${periods.due('no-such-step')}" />
                <sequenceFlow id="Flow_5" sourceRef="ServiceTask_Fail" targetRef="EndEvent_1" />
                <endEvent id="EndEvent_1" name="Klaar" />
              </process>
            </definitions>""";

    private static Tried faulty;

    @Autowired
    WholeDeployment deployment;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Walk walk;

    @Test
    void pathThatNobodyCanTakeIsTold() {
        assertThat(faulty().findings()).anySatisfy(one -> assertThat(one)
                .startsWith("Proef, «Waarheen?»: het pad «Nooit» is nooit genomen. Dossiers kwamen hier "));
        assertThat(faulty().findings()).noneMatch(one -> one.contains("het pad «Klaar»"));
        assertThat(faulty().taken()).isEqualTo(6);
        assertThat(faulty().paths()).isEqualTo(10);
    }

    @Test
    void taskToWhichNoAnswerCanBeGivenIsToldWithWhatItsFormSays() {
        assertThat(faulty().findings()).anySatisfy(one -> assertThat(one)
                .startsWith("Proef, «Bedrag noemen»: op deze taak is geen antwoord te geven").contains("Vul hoogstens 5 in bij: Hoeveel"));
        assertThat(faulty().findings()).noneMatch(one -> one.startsWith("Proef, «Kiezen»"));
    }

    @Test
    void waitForWhatNeverComesIsADeadEnd() {
        assertThat(faulty().findings()).anySatisfy(one -> assertThat(one).startsWith("Proef, «Bericht gekomen»: hier loopt het dood."));
    }

    @Test
    void stepThatFailsIsToldWithItsCause() {
        assertThat(faulty().findings()).anySatisfy(one -> assertThat(one).startsWith("Proef, «Rekenen»: hier gaat het mis: ").contains("no-such-step"));
    }

    @Test
    void innovationIsWalkedAndNothingOfTheRealDossiersChanges() throws Exception {
        walk.reported();
        Map<String, Long> before = rows();
        List<Tried> told = new ArrayList<>();

        Tried tried = new Trial(deployment, new TrialSettings(60, 15, 300, Duration.ofMinutes(4))).of(List.of(file("processes/innovation.bpmn")), told::add);

        assertThat(tried.taken()).isGreaterThanOrEqualTo(tried.paths() - 5);
        assertThat(tried.findings()).noneMatch(one -> one.contains("loopt het dood") || one.contains("gaat het mis") || one.contains("geen antwoord"));
        assertThat(told).hasSize(tried.walks()).isSortedAccordingTo((one, other) -> one.taken() - other.taken());
        assertThat(rows()).isEqualTo(before);
        assertThat(ProcessEngines.getProcessEngines()).doesNotContainKey("trial");
    }

    private Tried faulty() {
        if (faulty == null) {
            faulty = new Trial(deployment, new TrialSettings(25, 25, 40, Duration.ofMinutes(1))).of(List.of(file("stand-in.bpmn", MODEL),
                    file("trial-start.form", FORM.formatted("trial-start", "")), file("trial-choose.form", FORM.formatted("trial-choose", WAY)),
                    file("trial-ask.form", FORM.formatted("trial-ask", AMOUNT))), soFar -> true);
        }
        return faulty;
    }

    /** Of all tables. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList("select table_name from information_schema.tables where lower(table_schema) = 'public'", String.class)
                .forEach(table -> rows.put(table, jdbc.queryForObject("select count(*) from \"" + table + "\"", Long.class)));
        return rows;
    }

    private static DeployedResource file(String path) throws IOException {
        return file(path.substring(path.lastIndexOf('/') + 1), new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8));
    }

    private static DeployedResource file(String name, String text) {
        return new DeployedResource(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
