package nl.tweespoor.attack;

import static nl.tweespoor.attack.Effect.EXPRESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.engine.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A model that is deployed can carry a script, or make the engine read a file of the server. */
@AttackTest
class ModelsTest {

    private static final String EXTERNAL_ENTITIES = "javax.xml.accessExternalDTD";
    private static final String DMN = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="attack-tables" name="attack" namespace="x">
              <decision id="attack" name="Aanval" camunda:historyTimeToLive="P1D">
                <variable id="v" name="v"/>
                <literalExpression%s><text>%s</text></literalExpression>
              </decision>
            </definitions>""";

    @Autowired
    private ProcessEngine engine;

    private Target tweespoor;
    private long deploymentsBefore;

    @BeforeEach
    void asAdministrator(@LocalServerPort int port) {
        tweespoor = new Target(port, engine, "admin:admin");
        deploymentsBefore = engine.getRepositoryService().createDeploymentQuery().count();
    }

    @AfterEach
    void cleanUp(Target unguarded) {
        for (RepositoryService models : List.of(unguarded.engine().getRepositoryService(),
                engine.getRepositoryService())) {
            models.createDeploymentQuery().deploymentName("attack").list()
                    .forEach(deployment -> models.deleteDeployment(deployment.getId(), true));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void scriptInAProcess(String where, String inside, Target unguarded) {
        String model = process(inside);
        assertThat(unguarded.deploy("attack.bpmn", model).statusCode()).isEqualTo(200);
        unguarded.post("/engine-rest/process-definition/key/attack/start", "{}");
        assertHappened();

        HttpResponse<String> answer = tweespoor.deploy("attack.bpmn", model);
        assertRefused(answer);
        assertThat(answer.body()).contains("script").contains("attack.bpmn");
    }

    static Stream<Arguments> scripts() {
        String flow = "<sequenceFlow id=\"f0\" sourceRef=\"s\" targetRef=\"t\"/>";
        String script = "<camunda:script scriptFormat=\"juel\">%s</camunda:script>".formatted(EXPRESSION);
        return Stream.of(
                Arguments.of("script task",
                        flow + "<scriptTask id=\"t\" scriptFormat=\"juel\"><script>%s</script></scriptTask>"
                                .formatted(EXPRESSION)),
                Arguments.of("script task without a language",
                        flow + "<scriptTask id=\"t\"><script>%s</script></scriptTask>".formatted(EXPRESSION)),
                Arguments.of("execution listener", flow + """
                        <task id="t"><extensionElements><camunda:executionListener event="start">%s
                        </camunda:executionListener></extensionElements></task>""".formatted(script)),
                Arguments.of("task listener", flow + """
                        <userTask id="t"><extensionElements><camunda:taskListener event="create">%s
                        </camunda:taskListener></extensionElements></userTask>""".formatted(script)),
                Arguments.of("input parameter", flow + """
                        <task id="t"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x">%s
                        </camunda:inputParameter></camunda:inputOutput></extensionElements></task>"""
                        .formatted(script)),
                Arguments.of("input parameter in a list", flow + """
                        <task id="t"><extensionElements><camunda:inputOutput><camunda:inputParameter name="x">
                        <camunda:list>%s</camunda:list>
                        </camunda:inputParameter></camunda:inputOutput></extensionElements></task>"""
                        .formatted(script)),
                Arguments.of("condition", """
                        <sequenceFlow id="f0" sourceRef="s" targetRef="t">
                        <conditionExpression xsi:type="tFormalExpression" language="juel">%s</conditionExpression>
                        </sequenceFlow><task id="t"/>""".formatted(EXPRESSION)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "python", "ruby", "feel", "nonsense"})
    void scriptInAnotherLanguage(String language) {
        assertRefused(tweespoor.deploy("attack.bpmn", process("""
                <sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
                <scriptTask id="t" name="Reken uit" scriptFormat="%s"><script>1</script></scriptTask>"""
                .formatted(language))));
    }

    @Test
    void scriptFromAFileOfTheDeployment() {
        assertRefused(tweespoor.deploy("attack.bpmn", process("""
                <sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
                <scriptTask id="t" scriptFormat="juel" camunda:resource="deployment://x.juel"/>""")));
    }

    @Test
    void formWithAScriptOfItsOwn() {
        assertRefused(tweespoor.deploy("attack.bpmn", process("""
                <sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
                <userTask id="t" camunda:formKey="embedded:deployment:attack.html"/>""")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "feel-scala", "javascript", "groovy", "python"})
    void anotherLanguageInADecision(String language, Target unguarded) {
        String model = DMN.formatted(" expressionLanguage=\"" + language + "\"", EXPRESSION);
        if (language.equalsIgnoreCase("juel")) {
            assertThat(unguarded.deploy("attack.dmn", model).statusCode()).isEqualTo(200);
            unguarded.post("/engine-rest/decision-definition/key/attack/evaluate", "{}");
            assertHappened();
        }
        HttpResponse<String> answer = tweespoor.deploy("attack.dmn", model);
        assertRefused(answer);
        assertThat(answer.body()).contains("FEEL").contains("Aanval");
        assertRefused(tweespoor.deploy("attack.dmn", DMN.replace("id=\"attack-tables\"",
                "id=\"attack-tables\" expressionLanguage=\"%s\"".formatted(language)).formatted("", EXPRESSION)));
    }

    @Test
    void feelReachesNoJava() {
        String model = DMN.formatted("", """
                {f: function() external {java: {class: "nl.tweespoor.attack.Effect", method signature: "happen()"}},
                 r: f()}.r""");
        assertRefused(tweespoor.deploy("attack.dmn", model));
        // However it came in.
        engine.getRepositoryService().createDeployment().name("attack").addString("attack.dmn", model).deploy();
        tweespoor.post("/engine-rest/decision-definition/key/attack/evaluate", "{}");

        assertThat(Effect.times()).isZero();
    }

    @Test
    void feelStillWorks() {
        String model = DMN.formatted(" expressionLanguage=\"feel\"", "1 + 2");
        assertThat(tweespoor.deploy("attack.dmn", model).statusCode()).isEqualTo(200);

        assertThat(tweespoor.post("/engine-rest/decision-definition/key/attack/evaluate", "{}").body())
                .contains("\"value\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel", "feel-unary-tests", "javascript", "groovy", "python"})
    void noLanguageFindsAnEngine(String language, Target unguarded) {
        if (List.of("juel", "feel").contains(language)) {
            assertThat(configuration(unguarded.engine()).getScriptEngineResolver().getScriptEngine(language, false))
                    .isNotNull();
        }
        assertThatThrownBy(() -> configuration(engine).getScriptEngineResolver().getScriptEngine(language, false))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void caseModel() {
        assertRefused(tweespoor.deploy("attack.cmmn", "<definitions/>"));
    }

    @Test
    void fileOfTheServer(@TempDir Path folder, Target unguarded) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "wachtwoord-van-de-server");
        String entity = "<!DOCTYPE definitions [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>";
        String model = entity + process("<documentation>&secret;</documentation>");
        withEntities(configuration(unguarded.engine()), () -> {
            HttpResponse<String> deployed = unguarded.deploy("attack.bpmn", model);
            assertThat(deployed.statusCode()).isEqualTo(200);
            assertThat(documentation(unguarded.engine(), deployed.body())).isEqualTo("wachtwoord-van-de-server");
            // Whatever the virtual machine and the engine allow.
            withEntities(configuration(engine), () -> {
                assertRefused(tweespoor.deploy("attack.bpmn", model));
                assertRefused(tweespoor.deploy("attack.dmn", entity + DMN.formatted("", "&secret;")));
            });
        });
        assertRefused(tweespoor.deploy("attack.bpmn", model));
        assertThat(configuration(engine).isEnableXxeProcessing()).isFalse();
    }

    /** As the engine read it; its queries would read the model once more, by another way that takes no entities. */
    private static Object documentation(ProcessEngine engine, String deployed) {
        Matcher id = Pattern.compile("\"(attack:\\d+:[^\"]+)\"").matcher(deployed);
        assertThat(id.find()).isTrue();
        return ((RepositoryServiceImpl) engine.getRepositoryService()).getDeployedProcessDefinition(id.group(1))
                .getProperty("documentation");
    }

    private static void withEntities(ProcessEngineConfigurationImpl engine, Runnable attack) {
        String before = System.getProperty(EXTERNAL_ENTITIES);
        System.setProperty(EXTERNAL_ENTITIES, "file");
        engine.setEnableXxeProcessing(true);
        try {
            attack.run();
        } finally {
            engine.setEnableXxeProcessing(false);
            if (before == null) {
                System.clearProperty(EXTERNAL_ENTITIES);
            } else {
                System.setProperty(EXTERNAL_ENTITIES, before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attack.bpmn", "attack.bpmn20.xml", "attack.dmn", "attack.dmn11.xml"})
    void entitiesThatGrowAndGrow(String file) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE definitions [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        laughs.append("]>");
        assertRefused(tweespoor.deploy(file, laughs + process("<documentation>&a11;</documentation>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<definitions>", "geen xml", "\u0000"})
    void notXmlAtAll(String content) {
        assertRefused(tweespoor.deploy("attack.bpmn", content));
        assertRefused(tweespoor.deploy("attack.dmn", content));
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("at org.camunda");
        assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
        assertThat(Effect.times()).as("times that code ran").isZero();
    }

    private static void assertHappened() {
        assertThat(Effect.times()).as("the attack works on an unguarded engine").isPositive();
        Effect.forget();
    }

    private static ProcessEngineConfigurationImpl configuration(ProcessEngine engine) {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static String process(String inside) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
                  <process id="attack" name="Aanval" isExecutable="true" camunda:historyTimeToLive="P1D">
                    %s<startEvent id="s"/>
                  </process>
                </definitions>""".formatted(inside);
    }
}
