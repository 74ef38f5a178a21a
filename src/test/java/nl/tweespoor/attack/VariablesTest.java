package nl.tweespoor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sends a serialised object chooses the Java class that is made of it, with whatever that class does. */
@AttackTest
class VariablesTest {

    private static final String AS_JSON = """
            {"type": "Object", "value": "{\\"name\\": \\"x\\"}", "valueInfo": {
             "objectTypeName": "nl.tweespoor.attack.Effect", "serializationDataFormat": "application/json"}}""";

    @Autowired
    private ProcessEngine engine;

    private Target tweespoor;
    private String task;
    private String dossier;

    @BeforeEach
    void aDossier(@LocalServerPort int port) {
        tweespoor = new Target(port, engine, "admin:admin");
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        dossier = engine.getRuntimeService().startProcessInstanceByKey("innovation", Map.of("title", "Nachtsensoren",
                "problem", "Rondes wekken mensen.", "forWhom", "Bewoners", "source", "workFloor")).getId();
        engine.getIdentityService().clearAuthentication();
        task = engine.getTaskService().createTaskQuery().processInstanceId(dossier).singleResult().getId();
        engine.getTaskService().setAssignee(task, "head-of-innovation");
    }

    @AfterEach
    void cleanUp(Target unguarded) {
        engine.getRuntimeService().deleteProcessInstance(dossier, "end of test");
        unguarded.engine().getTaskService().createTaskQuery().list()
                .forEach(each -> unguarded.engine().getTaskService().deleteTask(each.getId(), true));
    }

    @Test
    void asJsonOfAnyClass(Target unguarded) {
        String there = aTask(unguarded.engine());
        assertThat(unguarded.put("/engine-rest/task/%s/variables/x".formatted(there), AS_JSON).statusCode())
                .isEqualTo(204);
        unguarded.get("/engine-rest/task/%s/variables".formatted(there));
        assertHappened();

        assertRefusedEverywhere(AS_JSON);
    }

    @Test
    void asSerialisedJava(Target unguarded) throws IOException {
        var configuration = (ProcessEngineConfigurationImpl) unguarded.engine().getProcessEngineConfiguration();
        configuration.setJavaSerializationFormatEnabled(true);
        String there = aTask(unguarded.engine());
        assertThat(unguarded.put("/engine-rest/task/%s/variables/x".formatted(there), asJava()).statusCode())
                .isEqualTo(204);
        unguarded.get("/engine-rest/task/%s/variables".formatted(there));
        configuration.setJavaSerializationFormatEnabled(false);
        assertHappened();

        assertRefusedEverywhere(asJava());
    }

    @ParameterizedTest
    @MethodSource("otherShapes")
    void inAnotherShape(String value) {
        assertRefusedEverywhere(value);
    }

    static Stream<String> otherShapes() {
        return Stream.of(
                AS_JSON.replace("Object", "object"),
                AS_JSON.replace("nl.tweespoor.attack.Effect", "java.util.ArrayList<nl.tweespoor.attack.Effect>"),
                AS_JSON.replace("\"valueInfo\": {", "\"valueInfo\": {\"transient\": true,"),
                AS_JSON.replace("application/json", "application/xml"),
                "{\"type\": \"Object\", \"value\": null}",
                "{\"type\": \"Xml\", \"value\": \"<x/>\"}");
    }

    @Test
    void asAPartOfAForm(Target unguarded) {
        String data = "name=\"data\"\r\nContent-Type: application/json\r\n\r\n{\"name\": \"x\"}";
        String type = "name=\"type\"\r\nContent-Type: text/plain\r\n\r\nnl.tweespoor.attack.Effect";
        unguarded.postParts("/engine-rest/task/%s/variables/x/data".formatted(aTask(unguarded.engine())), data, type);
        assertHappened();

        for (String path : List.of("/engine-rest/task/%s/variables/x/data".formatted(task),
                "/engine-rest/task/%s/localVariables/x/data".formatted(task),
                "/engine-rest/process-instance/%s/variables/x/data".formatted(dossier),
                "/engine-rest/execution/%s/localVariables/x/data".formatted(dossier))) {
            assertRefused(tweespoor.postParts(path, data, type));
        }
    }

    private void assertRefusedEverywhere(String value) {
        String variables = "{\"variables\": {\"x\": %s, \"title\": %s}}".formatted(value, value);
        for (String path : List.of("/engine-rest/task/%s/variables/x".formatted(task),
                "/engine-rest/task/%s/localVariables/x".formatted(task),
                "/engine-rest/process-instance/%s/variables/x".formatted(dossier),
                "/engine-rest/execution/%s/localVariables/x".formatted(dossier))) {
            assertRefused(tweespoor.put(path, value));
        }
        for (String path : List.of("/engine-rest/task/%s/variables".formatted(task),
                "/engine-rest/process-instance/%s/variables".formatted(dossier),
                "/engine-rest/execution/%s/localVariables".formatted(dossier))) {
            assertRefused(tweespoor.post(path, "{\"modifications\": {\"x\": %s}}".formatted(value)));
        }
        long dossiers = engine.getRuntimeService().createProcessInstanceQuery().count();
        for (String path : List.of("/engine-rest/process-definition/key/innovation/start",
                "/engine-rest/process-definition/key/innovation/submit-form",
                "/engine-rest/task/%s/resolve".formatted(task), "/engine-rest/task/%s/complete".formatted(task),
                "/engine-rest/task/%s/submit-form".formatted(task))) {
            for (Target caller : List.of(tweespoor, tweespoor.as("head-of-innovation:head-of-innovation"))) {
                HttpResponse<String> answer = caller.post(path, variables);
                assertThat(answer.statusCode()).as(path + answer.body()).isBetween(400, 499);
                assertThat(Effect.times()).isZero();
            }
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isEqualTo(dossiers);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertNothingStored();
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(Effect.times()).as("objects made").isZero();
        assertNothingStored();
    }

    private void assertNothingStored() {
        tweespoor.get("/engine-rest/process-instance/%s/variables".formatted(dossier));
        assertThat(Effect.times()).as("objects made on reading").isZero();
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().variableName("x").count()).isZero();
        assertThat(engine.getRuntimeService().getVariable(dossier, "title")).isEqualTo("Nachtsensoren");
    }

    private static void assertHappened() {
        assertThat(Effect.times()).as("the attack works on an unguarded engine").isPositive();
        Effect.forget();
    }

    private static String aTask(ProcessEngine engine) {
        Task task = engine.getTaskService().newTask();
        engine.getTaskService().saveTask(task);
        return task.getId();
    }

    private static String asJava() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new Effect());
        }
        return """
                {"type": "Object", "value": "%s", "valueInfo": {"objectTypeName": "nl.tweespoor.attack.Effect",
                 "serializationDataFormat": "application/x-java-serialized-object"}}"""
                .formatted(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }
}
