package nl.tweespoor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.tweespoor.account.Group;
import nl.tweespoor.engine.DeployedResource;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The templates that Camunda Modeler offers beside our models: who fills one in has all that the gate asks of such a step. Each is
 * put over a step of ours that was stripped of what the template asks.
 */
@EngineTest
class ElementTemplatesTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Path FILE = Path.of(".camunda/element-templates/tweespoor.json");

    @Autowired
    Gate gate;

    @ParameterizedTest
    @CsvSource({"task, selection, UserTask_AssessOpportunity", "decision, innovation, UserTask_IdentifyOpportunity",
            "advised-decision, selection, UserTask_SelectOpportunity", "approval, evaluation, UserTask_DecideCourse",
            "evaluation, evaluation, UserTask_DecideStop", "advice, selection, BusinessRuleTask_AdviseSelection",
            "open-point, roll-out-team, CallActivity_RaisePoints"})
    void stepThatWasMadeWithItPassesTheGate(String template, String process, String step) throws IOException {
        JsonNode wanted = template(template);
        Bindings bindings = new Bindings(wanted);
        BpmnModelInstance model = model(process);
        DomElement element = model.getDocument().getElementById(step);
        List<String> before = bindings.take(element);
        assertThat(gate.findings(with(process, model))).as("without what the template asks").isNotEmpty();

        bindings.fill(element, before);
        assertThat(gate.findings(with(process, model))).extracting(Finding::text).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void offersEachGroupThatCanDoWork(JsonNode template) {
        for (JsonNode property : template.path("properties")) {
            if (property.path("binding").path("name").asText().matches("camunda:candidateGroups|insteadBy")) {
                assertThat(property.path("choices").findValuesAsText("value")).containsExactlyElementsOf(
                        Arrays.stream(Group.values()).filter(group -> group != Group.AUDITOR).map(Group::id).toList());
                assertThat(property.path("choices").findValuesAsText("name")).containsExactlyElementsOf(
                        Arrays.stream(Group.values()).filter(group -> group != Group.AUDITOR).map(Group::dutchName).toList());
            }
        }
    }

    static Stream<JsonNode> offersEachGroupThatCanDoWork() throws IOException {
        return StreamSupport.stream(new ObjectMapper().readTree(FILE.toFile()).spliterator(), false);
    }

    /** A pattern holds what is proposed at first, else whoever changes nothing is refused. */
    @Test
    void whatIsProposedFitsItsOwnPattern() throws IOException {
        for (JsonNode template : new ObjectMapper().readTree(FILE.toFile())) {
            for (JsonNode property : template.path("properties")) {
                String pattern = property.path("constraints").path("pattern").path("value").asText();
                if (property.has("value") && !pattern.isEmpty()) {
                    assertThat(property.path("value").asText()).matches(pattern);
                }
            }
        }
    }

    private static JsonNode template(String name) throws IOException {
        return StreamSupport.stream(new ObjectMapper().readTree(FILE.toFile()).spliterator(), false)
                .filter(one -> one.path("id").asText().equals("nl.tweespoor." + name)).findFirst().orElseThrow();
    }

    private static BpmnModelInstance model(String process) throws IOException {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(Files.readAllBytes(Path.of("processes", process + ".bpmn"))));
    }

    private static List<DeployedResource> with(String process, BpmnModelInstance model) {
        List<DeployedResource> files = new ArrayList<>(GateTest.files());
        files.replaceAll(file -> file.name().equals(process + ".bpmn")
                ? new DeployedResource(file.name(), Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8)) : file);
        return files;
    }

    /** As Camunda Modeler writes the properties of a template into a step. */
    private record Bindings(JsonNode template) {

        /** @return what stood there, by property */
        List<String> take(DomElement element) {
            List<String> taken = new ArrayList<>();
            for (JsonNode property : template.path("properties")) {
                taken.add(taken(element, property.path("binding")));
            }
            return taken;
        }

        void fill(DomElement element, List<String> before) {
            int index = 0;
            for (JsonNode property : template.path("properties")) {
                String stood = before.get(index++);
                boolean hidden = property.path("type").asText().equals("Hidden");
                String value = hidden ? property.path("value").asText() : stood;
                String pattern = property.path("constraints").path("pattern").path("value").asText(".+");
                assertThat(value).as(property.path("label").asText()).matches(pattern);
                put(element, property.path("binding"), value);
            }
        }

        private static String taken(DomElement element, JsonNode binding) {
            String name = binding.path("name").asText();
            return switch (binding.path("type").asText()) {
                case "property" -> attribute(element, name);
                case "camunda:property" -> removed(element, "property", "name", name, "value");
                case "camunda:outputParameter" -> removed(element, "outputParameter", null, binding.path("source").asText(), "name");
                case "camunda:in" -> removed(element, "in", "target", binding.path("target").asText(),
                        binding.path("expression").asBoolean() ? "sourceExpression" : "source");
                case "camunda:in:businessKey" -> removed(element, "in", "businessKey", null, "businessKey");
                default -> throw new IllegalArgumentException(binding.toString());
            };
        }

        private static String attribute(DomElement element, String name) {
            String namespace = name.startsWith("camunda:") ? CAMUNDA : null;
            String local = name.replace("camunda:", "");
            String value = namespace == null ? element.getAttribute(local) : element.getAttribute(namespace, local);
            if (namespace == null) {
                element.removeAttribute(local);
            } else {
                element.removeAttribute(namespace, local);
            }
            return value;
        }

        private static String removed(DomElement element, String tag, String key, String wanted, String value) {
            for (DomElement one : all(element, tag)) {
                boolean matches = key == null ? one.getTextContent().equals(wanted)
                        : wanted == null ? one.getAttribute(key) != null : wanted.equals(one.getAttribute(key));
                if (matches) {
                    String stood = one.getAttribute(value);
                    one.getParentElement().removeChild(one);
                    return stood;
                }
            }
            throw new IllegalStateException(element.getAttribute("id") + " has no " + tag + " " + wanted);
        }

        private static void put(DomElement element, JsonNode binding, String value) {
            String name = binding.path("name").asText();
            switch (binding.path("type").asText()) {
                case "property" -> {
                    if (name.startsWith("camunda:")) {
                        element.setAttribute(CAMUNDA, name.replace("camunda:", ""), value);
                    } else {
                        element.setAttribute(name, value);
                    }
                }
                case "camunda:property" -> added(element, "properties", "property").setAttribute("name", name);
                case "camunda:outputParameter" -> {
                    DomElement output = added(element, "inputOutput", "outputParameter");
                    output.setAttribute("name", value);
                    output.setTextContent(binding.path("source").asText());
                }
                case "camunda:in" -> {
                    DomElement in = added(element, null, "in");
                    in.setAttribute(binding.path("expression").asBoolean() ? "sourceExpression" : "source", value);
                    in.setAttribute("target", binding.path("target").asText());
                }
                case "camunda:in:businessKey" -> added(element, null, "in").setAttribute("businessKey", value);
                default -> throw new IllegalArgumentException(binding.toString());
            }
            if (binding.path("type").asText().equals("camunda:property")) {
                all(element, "property").stream().filter(one -> name.equals(one.getAttribute("name"))).findFirst().orElseThrow()
                        .setAttribute("value", value);
            }
        }

        private static DomElement added(DomElement element, String list, String tag) {
            DomElement extensions = child(element, BPMN, "extensionElements");
            DomElement parent = list == null ? extensions : child(extensions, CAMUNDA, list);
            DomElement added = element.getDocument().createElement(CAMUNDA, tag);
            parent.appendChild(added);
            return added;
        }

        private static DomElement child(DomElement element, String namespace, String tag) {
            return element.getChildElementsByNameNs(namespace, tag).stream().findFirst().orElseThrow();
        }

        private static List<DomElement> all(DomElement element, String tag) {
            return child(element, BPMN, "extensionElements").getChildElements().stream()
                    .flatMap(one -> Stream.concat(Stream.of(one), one.getChildElements().stream()))
                    .filter(one -> one.getNamespaceURI().equals(CAMUNDA) && one.getLocalName().equals(tag)).toList();
        }
    }
}
