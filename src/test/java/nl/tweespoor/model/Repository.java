package nl.tweespoor.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models and forms as they stand in the folders {@code processes} and {@code forms}. */
final class Repository {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Map<String, JsonNode> FORMS = readForms();
    private static final Map<String, BpmnModelInstance> PROCESSES = files("processes", ".bpmn").stream()
            .collect(Collectors.toMap(Repository::baseName, file -> Bpmn.readModelFromFile(file.toFile())));

    private Repository() {
    }

    static List<Path> files(String folder, String extension) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(extension)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String baseName(Path file) {
        return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    }

    static List<String> processIds() {
        return files("processes", ".bpmn").stream().map(Repository::baseName).toList();
    }

    static BpmnModelInstance process(String id) {
        return PROCESSES.get(id);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By file name. */
    static Map<String, JsonNode> forms() {
        return FORMS;
    }

    private static Map<String, JsonNode> readForms() {
        Map<String, JsonNode> forms = new TreeMap<>();
        for (Path file : files("forms", ".form")) {
            try {
                forms.put(baseName(file), new ObjectMapper().readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return forms;
    }

    static Stream<JsonNode> components(JsonNode form) {
        return Stream.iterate(0, i -> i < form.path("components").size(), i -> i + 1)
                .map(form.path("components")::get);
    }

    static Optional<JsonNode> field(JsonNode form, String key) {
        return components(form).filter(component -> component.path("key").asText().equals(key)).findFirst();
    }

    static Set<String> options(JsonNode field) {
        Set<String> options = new TreeSet<>();
        field.path("values").forEach(option -> options.add(option.path("value").asText()));
        return options;
    }

    /** Every task and start event with a form, or that should have one. */
    static Stream<BaseElement> asking(BpmnModelInstance model) {
        return Stream.concat(model.getModelElementsByType(UserTask.class).stream(),
                model.getModelElementsByType(StartEvent.class).stream().filter(start -> formOf(start) != null));
    }

    static String formOf(ModelElementInstance element) {
        return camunda(element, "formRef");
    }

    static String camunda(ModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    static Optional<String> property(BaseElement element, String name) {
        return extensions(element, CamundaProperties.class).flatMap(all -> all.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue).findFirst();
    }

    static Map<String, String> inputs(BaseElement element) {
        return extensions(element, CamundaInputOutput.class).flatMap(io -> io.getCamundaInputParameters().stream())
                .collect(Collectors.toMap(CamundaInputParameter::getCamundaName, CamundaInputParameter::getTextContent));
    }

    static Map<String, String> outputs(BaseElement element) {
        return extensions(element, CamundaInputOutput.class).flatMap(io -> io.getCamundaOutputParameters().stream())
                .collect(Collectors.toMap(CamundaOutputParameter::getCamundaName,
                        CamundaOutputParameter::getTextContent));
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
