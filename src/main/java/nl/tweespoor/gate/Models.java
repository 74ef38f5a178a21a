package nl.tweespoor.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Files that would be live together, as the checks see them. */
public class Models {

    /** The processes of {@code domain.md} that run by themselves: whatever goes live with them is a part of Tweespoor. */
    private static final Set<String> OURS = Set.of("innovation", "implementation", "strategy", "council-advice", "open-point", "process-change");
    private static final Map<String, String> NAMED_ELSEWHERE = Map.of("formRef", "formRefBinding", "decisionRef", "decisionRefBinding",
            "calledElement", "calledElementBinding");

    private final List<ModelFile> files = new ArrayList<>();
    private final Map<String, ProcessModel> processes = new LinkedHashMap<>();
    private final Map<String, TableModel> tables = new LinkedHashMap<>();
    private final Map<String, FormModel> forms = new LinkedHashMap<>();
    private final Map<String, Process> drawings = new LinkedHashMap<>();
    private boolean ours;

    /**
     * A process that can be started.
     *
     * @param nodes of this process alone, also within its subprocesses; a file may hold several
     */
    public record ProcessModel(String file, BpmnModelInstance model, Process process, List<FlowNode> nodes, byte[] content) {
    }

    /** A decision with the file in which it stands, which may hold others. */
    public record TableModel(String file, DmnModelInstance model, Decision decision) {
    }

    /** A Camunda Form. */
    public record FormModel(String file, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

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

    void add(ModelFile file) {
        files.add(file);
    }

    /** @return the one that has this id already; null for none */
    ProcessModel add(ProcessModel process) {
        ours |= OURS.contains(process.process().getId());
        return processes.putIfAbsent(process.process().getId(), process);
    }

    TableModel add(TableModel table) {
        return tables.putIfAbsent(table.decision().getId(), table);
    }

    FormModel add(FormModel form) {
        return forms.putIfAbsent(form.id(), form);
    }

    void addDrawing(String file, Process process) {
        drawings.put(file, process);
    }

    /** As they were sent. */
    List<ModelFile> files() {
        return files;
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
}
