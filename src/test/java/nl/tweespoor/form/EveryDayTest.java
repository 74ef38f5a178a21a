package nl.tweespoor.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Refusal;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every question of every form that asks a day, asked by itself in the engine: which of yesterday, today, tomorrow and a day in
 * ten years it takes stands in {@code every-day.txt}. Nothing takes a day in ten years.
 */
@EngineTest
@ExcludeFromProcessCoverage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALONE = "days-of-";
    private static final Map<String, ArrayNode> ASKING = asking();

    @Autowired
    ProcessEngine engine;

    private String deployment;

    private static Map<String, ArrayNode> asking() {
        Map<String, ArrayNode> forms = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".form")).toList()) {
                JsonNode form = JSON.readTree(file.toFile());
                ArrayNode days = JSON.createArrayNode();
                form.findParents("dateLabel").forEach(question -> days.add(alone((ObjectNode) question)));
                if (!days.isEmpty()) {
                    forms.put(form.path("id").asText(), days);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return forms;
    }

    /** As it is asked, whatever else is answered. */
    private static ObjectNode alone(ObjectNode question) {
        ObjectNode alone = question.deepCopy();
        alone.remove(List.of("conditional", "validate"));
        return alone;
    }

    static Stream<String> forms() {
        return ASKING.keySet().stream();
    }

    @BeforeAll
    void deploy() {
        DeploymentBuilder all = engine.getRepositoryService().createDeployment();
        ASKING.forEach((form, days) -> {
            ObjectNode alone = JSON.createObjectNode().put("id", ALONE + form).put("type", "default").put("schemaVersion", 16);
            alone.set("components", days);
            all.addString(ALONE + form + ".form", alone.toString()).addModelInstance(ALONE + form + ".bpmn", Bpmn.createExecutableProcess(ALONE + form)
                    .camundaHistoryTimeToLive(1).startEvent().userTask("UserTask_Ask").name("Vragen")
                    .camundaFormRef(ALONE + form).camundaFormRefBinding("deployment").endEvent().done());
        });
        deployment = all.deploy().getId();
    }

    @AfterAll
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    @BeforeEach
    void login() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void dayTakesWhatMakesSense(String form) {
        LocalDate today = DutchTime.today();
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("yesterday", today.minusDays(1));
        days.put("today", today);
        days.put("tomorrow", today.plusDays(1));
        days.put("in ten years", today.plusYears(10));
        List<String> taken = new ArrayList<>();
        ASKING.get(form).forEach(question -> taken.add(form + " " + question.path("key").asText() + ": "
                + days.entrySet().stream().filter(day -> isTaken(form, question.path("key").asText(), day.getValue()))
                        .map(Map.Entry::getKey).collect(Collectors.joining(" "))));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(told().filter(line -> line.startsWith(form + " ")).toList());
    }

    @Test
    void onlyQuestionsThatAreThereAreTold() {
        assertThat(told().map(line -> line.substring(0, line.indexOf(' ')))).allMatch(ASKING::containsKey);
    }

    private boolean isTaken(String form, String question, LocalDate day) {
        String instance = engine.getRuntimeService().startProcessInstanceByKey(ALONE + form).getId();
        String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
        try {
            engine.getFormService().submitTaskForm(task, Map.of(question, day.toString()));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal).hasMessageContaining("ies ").hasMessageNotContaining("Stuur alleen antwoorden");
            engine.getRuntimeService().deleteProcessInstance(instance, "refused");
            return false;
        }
    }

    private static Stream<String> told() {
        try (InputStream file = EveryDayTest.class.getResourceAsStream("every-day.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
