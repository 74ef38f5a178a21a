package nl.tweespoor.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.tweespoor.engine.DeployedResource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.SAXParseException;

/** Files that would be live together, read. What can't be read is found at once, and isn't looked at any further. */
public class Models {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The processes of {@code domain.md} that run by themselves: whatever goes live with them is a part of Tweespoor. */
    private static final Set<String> OURS = Set.of("innovation", "implementation", "strategy", "council-advice", "open-point", "process-change");
    private static final Map<String, String> NAMED_ELSEWHERE = Map.of("formRef", "formRefBinding", "decisionRef", "decisionRefBinding",
            "calledElement", "calledElementBinding");

    private static final Pattern PLACE = Pattern.compile("Line=(\\d+): (.*)", Pattern.DOTALL);

    private final Map<String, ProcessModel> processes = new LinkedHashMap<>();
    private final Map<String, TableModel> tables = new LinkedHashMap<>();
    private final Map<String, FormModel> forms = new LinkedHashMap<>();
    private final Map<String, Process> drawings = new LinkedHashMap<>();
    private boolean ours;

    /** A process that can be started. */
    public record ProcessModel(String file, BpmnModelInstance model, Process process, byte[] content) {
    }

    /** A decision with the file in which it stands, which may hold others. */
    public record TableModel(String file, DmnModelInstance model, Decision decision) {
    }

    /** A Camunda Form. */
    public record FormModel(String file, JsonNode json) {

        /** All that it shows, also within groups. */
        public Stream<JsonNode> components() {
            return components(json);
        }

        private static Stream<JsonNode> components(JsonNode parent) {
            return parent.path("components").isArray() ? Stream.iterate(0, i -> i < parent.path("components").size(), i -> i + 1)
                    .map(parent.path("components")::get).flatMap(each -> Stream.concat(Stream.of(each), components(each)))
                    : Stream.empty();
        }

        public Optional<JsonNode> question(String key) {
            return components().filter(component -> component.path("key").asText().equals(key)).findFirst();
        }
    }

    public static Models read(Collection<DeployedResource> files, Findings findings) {
        Models models = new Models();
        for (DeployedResource file : files) {
            if (file.endsWithAny(".bpmn", ".bpmn20.xml")) {
                models.readProcesses(file, findings);
            } else if (file.endsWithAny(".dmn", ".dmn11.xml")) {
                models.readTables(file, findings);
            } else if (file.endsWithAny(".form")) {
                models.readForm(file, findings);
            }
        }
        models.ours = models.processes.keySet().stream().anyMatch(OURS::contains);
        return models;
    }

    /** By id. */
    public Map<String, ProcessModel> processes() {
        return processes;
    }

    /** Processes that can't be started, by file. */
    Map<String, Process> drawings() {
        return drawings;
    }

    /** By id. */
    public Map<String, TableModel> tables() {
        return tables;
    }

    /** By id. */
    public Map<String, FormModel> forms() {
        return forms;
    }

    /**
     * Whether they are a part of Tweespoor, which has to keep what {@code domain.md} says; what stands by itself only has to
     * work.
     */
    public boolean areOurs() {
        return ours;
    }

    /** The ids of what a step wants from its own deployment, and these files don't bring. */
    Set<String> needed() {
        Set<String> needed = new TreeSet<>();
        processes.values().forEach(process -> Elements.nodes(process).forEach(node -> {
            NAMED_ELSEWHERE.forEach((name, binding) -> {
                String id = name.equals("calledElement") ? node.getAttributeValue(name) : Elements.camunda(node, name);
                if (id != null && "deployment".equals(Elements.camunda(node, binding))) {
                    needed.add(id);
                }
            });
        }));
        Stream.of(processes, tables, forms).forEach(here -> needed.removeAll(here.keySet()));
        return needed;
    }

    static String nameOf(DeployedResource file) {
        return file.name().substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1);
    }

    private void readProcesses(DeployedResource file, Findings findings) {
        String name = nameOf(file);
        BpmnModelInstance model;
        Collection<Process> found;
        try {
            model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            found = model.getModelElementsByType(Process.class);
            model.getModelElementsByType(FlowNode.class).forEach(node -> checkArrows(name, node, findings));
        } catch (ModelException e) {
            findings.add(name, "", unreadable(e, "BPMN"));
            return;
        }
        if (found.isEmpty()) {
            findings.add(name, "", "hier staat geen proces in. Teken er een, of laat dit bestand weg.");
        }
        for (Process process : found) {
            if (process.isExecutable()) {
                ProcessModel other = processes.put(process.getId(), new ProcessModel(name, model, process, file.content()));
                if (other != null) {
                    findings.add(name, process.getName(), "het id '%s' is ook dat van een proces in %s. Geef een van beide een ander id.",
                            process.getId(), other.file());
                }
            } else {
                drawings.put(name, process);
            }
        }
    }

    /** The engine fails on an arrow that one end of the file knows and the other doesn't. */
    private static void checkArrows(String file, FlowNode node, Findings findings) {
        try {
            node.getOutgoing().size();
            node.getIncoming().size();
        } catch (ModelException e) {
            findings.add(file, Elements.isBlank(node.getName()) ? node.getId() : node.getName(),
                    "een pijl van of naar deze stap staat niet meer in het bestand. Teken hem in Camunda Modeler opnieuw.");
        }
    }

    private void readTables(DeployedResource file, Findings findings) {
        String name = nameOf(file);
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
        } catch (ModelException e) {
            findings.add(name, "", unreadable(e, "DMN"));
            return;
        }
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            TableModel other = tables.put(decision.getId(), new TableModel(name, model, decision));
            if (other != null) {
                findings.add(name, decision.getName(), "het id '%s' is ook dat van een tabel in %s. Geef een van beide een ander id.",
                        decision.getId(), other.file());
            }
        }
    }

    private void readForm(DeployedResource file, Findings findings) {
        String name = nameOf(file);
        JsonNode json;
        try {
            json = JSON.readTree(file.content());
        } catch (JsonProcessingException e) {
            findings.add(name, "", "is niet te lezen: regel %d is geen goede JSON. Sla het formulier opnieuw op in Camunda Modeler.",
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String id = json.path("id").asText();
        if (!json.isObject() || id.isBlank() || !json.path("components").isArray()) {
            findings.add(name, "", "dit is geen Camunda Form: het heeft een id nodig en onderdelen (components). Maak het in Camunda Modeler.");
            return;
        }
        FormModel other = forms.put(id, new FormModel(name, json));
        if (other != null) {
            findings.add(name, "", "het id '%s' is ook dat van %s. Geef een van beide een ander id.", id, other.file());
        }
    }

    private static String unreadable(Throwable thrown, String kind) {
        Optional<MatchResult> at = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> PLACE.matcher(place(cause)).results()).findFirst();
        return at.map(place -> "is geen geldig %s, bij regel %s (%s). Herstel dat of sla het model opnieuw op in Camunda Modeler.".formatted(kind,
                place.group(1), place.group(2).replaceAll("\\s+", " ").strip())).orElse("is niet te lezen als " + kind
                + ". Sla het model opnieuw op in Camunda Modeler.");
    }

    /** Camunda's reader tells the line in its sentence only. */
    private static String place(Throwable cause) {
        return cause instanceof SAXParseException at ? "Line=" + at.getLineNumber() + ": " + at.getMessage() : String.valueOf(cause.getMessage());
    }
}
