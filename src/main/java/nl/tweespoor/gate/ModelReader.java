package nl.tweespoor.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXParseException;

/** Reads files as models. Of what goes live most was live already, so what was read is kept as long as there is room. */
@Component
class ModelReader {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Pattern PLACE = Pattern.compile("Line=(\\d+): (.*)", Pattern.DOTALL);
    /** As the reader of JSON says it, in its sentence only. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");
    private static final int MOST = 500;

    private final Cache<FileKey, ModelFile> known = Caffeine.newBuilder().maximumSize(MOST).softValues().build();

    /** What can't be read is found, and isn't among the models. */
    Models read(Collection<DeployedResource> files, Findings findings) {
        Models models = new Models();
        for (DeployedResource file : files) {
            String name = nameOf(file);
            ModelFile content = known.get(new FileKey(name, file.content()), key -> read(file, key));
            findings.addAll(content.unreadable().all());
            models.add(content);
            content.drawings().forEach(drawing -> models.addDrawing(name, drawing));
            content.processes().forEach(process -> twice(findings, name, process.process().getName(), process.process().getId(),
                    Optional.ofNullable(models.add(process)).map(Models.ProcessModel::file)));
            content.tables().forEach(table -> twice(findings, name, table.decision().getName(), table.decision().getId(),
                    Optional.ofNullable(models.add(table)).map(Models.TableModel::file)));
            content.forms().forEach(form -> twice(findings, name, "", form.id(), Optional.ofNullable(models.add(form)).map(Models.FormModel::file)));
        }
        return models;
    }

    private static void twice(Findings findings, String file, String name, String id, Optional<String> other) {
        other.ifPresent(first -> findings.add(file, name, "het id '%s' staat ook in %s. Geef een van beide een ander id.", id, first));
    }

    private static ModelFile read(DeployedResource file, FileKey key) {
        ModelFile content = new ModelFile(key);
        if (file.endsWithAny(".bpmn", ".bpmn20.xml")) {
            readProcesses(file, content);
        } else if (file.endsWithAny(".dmn", ".dmn11.xml")) {
            readTables(file, content);
        } else if (file.endsWithAny(".form")) {
            readForm(file, content);
        }
        return content;
    }

    private static String nameOf(DeployedResource file) {
        return file.name().substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1);
    }

    private static void readProcesses(DeployedResource file, ModelFile content) {
        String name = nameOf(file);
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            model.getModelElementsByType(FlowNode.class).forEach(node -> checkArrows(name, node, content.unreadable()));
            for (Process process : model.getModelElementsByType(Process.class)) {
                if (process.isExecutable()) {
                    content.processes().add(new Models.ProcessModel(name, model, process, Elements.nodesIn(process).toList(), file.content()));
                } else {
                    content.drawings().add(process);
                }
            }
            if (content.processes().isEmpty() && content.drawings().isEmpty()) {
                content.unreadable().add(name, "", "hier staat geen proces in. Teken er een, of laat dit bestand weg.");
            }
        } catch (ModelException e) {
            content.unreadable().add(name, "", "%s", unreadable(e, "BPMN"));
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

    private static void readTables(DeployedResource file, ModelFile content) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file.content()));
            model.getModelElementsByType(Decision.class).forEach(decision -> checkNeeded(nameOf(file), decision, content.unreadable()));
            model.getModelElementsByType(Decision.class).forEach(decision -> content.tables().add(new Models.TableModel(nameOf(file), model, decision)));
        } catch (ModelException e) {
            content.unreadable().add(nameOf(file), "", "%s", unreadable(e, "DMN"));
        }
    }

    private static void checkNeeded(String file, Decision decision, Findings findings) {
        try {
            decision.getInformationRequirements().forEach(InformationRequirement::getRequiredDecision);
        } catch (ModelException e) {
            findings.add(file, decision.getName(), "heeft een tabel nodig die niet in dit bestand staat. Teken de pijl in Camunda Modeler opnieuw, of haal hem weg.");
        }
    }

    private static void readForm(DeployedResource file, ModelFile content) {
        try {
            JsonNode json = JSON.readTree(file.content());
            if (!json.isObject() || json.path("id").asText().isBlank() || !json.path("components").isArray()) {
                content.unreadable().add(nameOf(file), "", "dit is geen Camunda Form: het heeft een id nodig en onderdelen (components). Maak het in Camunda Modeler.");
            } else {
                content.forms().add(new Models.FormModel(nameOf(file), json));
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            TWICE.matcher(e.getOriginalMessage()).results().findFirst().ifPresentOrElse(
                    twice -> content.unreadable().add(nameOf(file), "", "bij regel %d staat '%s' twee keer bij hetzelfde onderdeel: een van beide gaat verloren. Haal er een weg.",
                            line, twice.group(1)),
                    () -> content.unreadable().add(nameOf(file), "", "is niet te lezen: regel %d is geen goede JSON. Sla het formulier opnieuw op in Camunda Modeler.",
                            line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
