package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.camunda;
import static nl.tweespoor.gate.Elements.isBlank;
import static nl.tweespoor.gate.Elements.nameOf;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.springframework.stereotype.Component;

/** What a model names elsewhere is there: processes, tables and their columns, messages, signals, escalations. */
@Component
class ReferenceCheck implements ModelCheck {

    private static final Pattern READ_OUTPUT = Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.(\\w+)}");
    /** Where no code stands. */
    private static final String ANY = "";
    private static final Set<HitPolicy> GIVES_MORE = EnumSet.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER);
    /**
     * What a process waits for that no process sends: Tweespoor itself says that the strategy or a goal changed, that someone
     * left, and that a process owner proposes a change or stops it.
     */
    static final Set<String> FROM_OUTSIDE = Set.of("StrategyChanged", "GoalsChanged", "CarrierLeft", "ChangeProposed", "ChangeStopped");

    @Override
    public void check(Models models, Findings findings) {
        models.processes().values().forEach(process -> Elements.nodes(process).forEach(node -> {
            if (node instanceof CallActivity call) {
                checkCall(process.file(), call, models, findings);
            } else if (node instanceof BusinessRuleTask task) {
                checkTable(process.file(), task, models, findings);
            }
        }));
        if (models.areOurs()) {
            checkMessages(models, findings);
            models.processes().values().forEach(process -> checkEscalations(process, findings));
            checkErrors(models, findings);
        }
    }

    private static void checkCall(String file, CallActivity call, Models models, Findings findings) {
        String called = call.getCalledElement();
        if (isBlank(called) || called.contains("${")) {
            if (models.areOurs()) {
                findings.add(file, nameOf(call), "noemt geen proces. Vul bij 'Called element' het id van een proces in.");
            }
            return;
        }
        boolean together = "deployment".equals(call.getCamundaCalledElementBinding());
        if (!models.processes().containsKey(called) && (models.areOurs() || together)) {
            findings.add(file, nameOf(call), "roept het proces '%s' aan, maar dat is er niet. Stuur het mee of verbeter het id.", called);
        }
        if (models.areOurs() && !together) {
            findings.add(file, nameOf(call), "zou een andere versie van '%s' kunnen starten dan u nu meestuurt. Zet de Binding op 'deployment'.", called);
        }
        if (models.areOurs() && Elements.extensions(call, CamundaIn.class)
                .noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))) {
            findings.add(file, nameOf(call), "geeft het nummer van het dossier niet door. Zet bij 'In mappings' Business key aan, met #{execution.processBusinessKey}.");
        }
    }

    private static void checkTable(String file, BusinessRuleTask task, Models models, Findings findings) {
        String table = task.getCamundaDecisionRef();
        if (isBlank(table)) {
            if (models.areOurs()) {
                findings.add(file, nameOf(task), "noemt geen beslistabel. Kies bij 'Implementation' DMN en vul het id van de tabel in.");
            }
            return;
        }
        boolean together = "deployment".equals(camunda(task, "decisionRefBinding"));
        Models.TableModel found = models.tables().get(table);
        if (found == null) {
            if (models.areOurs() || together) {
                findings.add(file, nameOf(task), "wijst naar de tabel '%s', maar die is er niet. Stuur haar mee of verbeter het id.", table);
            }
            return;
        }
        if (models.areOurs() && !together) {
            findings.add(file, nameOf(task), "zou een andere versie van de tabel '%s' kunnen lezen dan u nu meestuurt. Zet de Binding op 'deployment'.", table);
        }
        Set<String> columns = found.decision().getChildElementsByType(DecisionTable.class).stream()
                .flatMap(each -> each.getOutputs().stream()).map(Output::getName).filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(columns);
        known.add("reason");
        boolean gives = found.decision().getChildElementsByType(DecisionTable.class).stream().anyMatch(each -> GIVES_MORE.contains(each.getHitPolicy())
                && each.getAggregation() == null);
        if (gives && Elements.outputs(task).values().stream().anyMatch(output -> output.contains("getSingleResult"))) {
            findings.add(file, nameOf(task), "verwacht één antwoord van de tabel '%s', maar die geeft alle regels die gelden. Kies in %s als hit policy First.", table,
                    found.file());
        }
        Elements.outputs(task).values().forEach(output -> {
            Matcher read = READ_OUTPUT.matcher(output);
            if (read.matches() && !known.contains(read.group(1))) {
                findings.add(file, nameOf(task), "leest de kolom '%s' van de tabel '%s', maar die heeft alleen: %s. Verbeter de naam.", read.group(1), table,
                        String.join(", ", columns));
            }
        });
    }

    private static void checkMessages(Models models, Findings findings) {
        Map<String, FlowNode> sent = new TreeMap<>();
        Map<String, FlowNode> received = new TreeMap<>();
        Map<String, FlowNode> thrown = new TreeMap<>();
        Map<String, FlowNode> caught = new TreeMap<>();
        Map<FlowNode, String> files = new HashMap<>();
        models.processes().values().forEach(process -> Elements.nodes(process).forEach(node -> {
            files.put(node, process.file());
            node.getChildElementsByType(MessageEventDefinition.class).forEach(event -> {
                if (event.getMessage() == null || isBlank(event.getMessage().getName())) {
                    findings.add(process.file(), nameOf(node), "noemt geen bericht. Kies bij 'Message' een bericht met een naam.");
                } else {
                    FlowNode other = (node instanceof ThrowEvent ? sent : received).put(event.getMessage().getName(), node);
                    if (node instanceof StartEvent && other instanceof StartEvent && !node.getParentElement().equals(other.getParentElement())
                            && node.getParentElement() instanceof Process && other.getParentElement() instanceof Process) {
                        findings.add(process.file(), nameOf(node), "begint op het bericht '%s', en dat doet ook «%s» in %s. Een bericht kan maar één proces beginnen.",
                                event.getMessage().getName(), nameOf(other), files.get(other));
                    }
                    if (node instanceof ThrowEvent && !"${message}".equals(event.getCamundaDelegateExpression())) {
                        findings.add(process.file(), nameOf(node), "verstuurt niets. Zet bij 'Implementation' de Delegate expression op ${message}.");
                    }
                }
            });
            node.getChildElementsByType(SignalEventDefinition.class).forEach(event -> {
                if (event.getSignal() == null || isBlank(event.getSignal().getName())) {
                    findings.add(process.file(), nameOf(node), "noemt geen signaal. Kies bij 'Signal' een signaal met een naam.");
                } else {
                    (node instanceof ThrowEvent ? thrown : caught).put(event.getSignal().getName(), node);
                }
            });
        }));
        sent.keySet().stream().filter(name -> !received.containsKey(name)).forEach(name -> findings.add(files.get(sent.get(name)), nameOf(sent.get(name)),
                "verstuurt het bericht '%s', maar geen proces ontvangt dat. Verbeter de naam van het bericht.", name));
        received.keySet().stream().filter(name -> !sent.containsKey(name) && !FROM_OUTSIDE.contains(name)).forEach(name -> findings.add(files.get(received.get(name)),
                nameOf(received.get(name)), "wacht op het bericht '%s', maar niets verstuurt dat. Verbeter de naam van het bericht.", name));
        thrown.keySet().stream().filter(name -> !caught.containsKey(name)).forEach(name -> findings.add(files.get(thrown.get(name)), nameOf(thrown.get(name)),
                "geeft het signaal '%s', maar niets wacht daarop. Verbeter de naam van het signaal.", name));
        caught.keySet().stream().filter(name -> !thrown.containsKey(name) && !FROM_OUTSIDE.contains(name)).forEach(name -> findings.add(
                files.get(caught.get(name)), nameOf(caught.get(name)), "wacht op het signaal '%s', maar niets geeft dat. Verbeter de naam van het signaal.", name));
    }

    /** An error may be caught by whatever called the process. */
    private static void checkErrors(Models models, Findings findings) {
        Set<String> caught = models.processes().values().stream().flatMap(Elements::nodes).filter(node -> !(node instanceof ThrowEvent)).flatMap(ReferenceCheck::errors)
                .collect(Collectors.toSet());
        models.processes().values().forEach(process -> Elements.nodes(process).filter(ThrowEvent.class::isInstance).forEach(node -> errors(node)
                .filter(code -> !caught.contains(code) && !caught.contains(ANY)).forEach(code -> findings.add(process.file(), nameOf(node),
                        "geeft de fout '%s', maar niets vangt die op. Zet een rand-event op het deelproces, of maak er een gewoon einde van.", code))));
    }

    private static Stream<String> errors(FlowNode node) {
        return node.getChildElementsByType(ErrorEventDefinition.class).stream().map(event -> event.getError() == null || isBlank(event.getError().getErrorCode()) ? ANY
                : event.getError().getErrorCode());
    }

    private static void checkEscalations(Models.ProcessModel process, Findings findings) {
        Map<String, FlowNode> thrown = escalations(process, true, findings);
        Map<String, FlowNode> caught = escalations(process, false, findings);
        thrown.forEach((code, node) -> {
            if (!caught.containsKey(code)) {
                findings.add(process.file(), nameOf(node), "geeft de escalatie '%s', maar niets vangt die op. Zet een rand-event op het deelproces.", code);
            }
        });
        caught.forEach((code, node) -> {
            if (!thrown.containsKey(code)) {
                findings.add(process.file(), nameOf(node), "wacht op de escalatie '%s', maar niets in dit proces geeft die.", code);
            }
        });
    }

    private static Map<String, FlowNode> escalations(Models.ProcessModel process, boolean thrown, Findings findings) {
        Map<String, FlowNode> found = new TreeMap<>();
        Elements.nodes(process).filter(node -> node instanceof ThrowEvent == thrown).forEach(node -> {
            Collection<EscalationEventDefinition> events = ((BaseElement) node).getChildElementsByType(EscalationEventDefinition.class);
            events.forEach(event -> {
                if (event.getEscalation() == null || isBlank(event.getEscalation().getEscalationCode())) {
                    findings.add(process.file(), nameOf(node), "noemt geen escalatie met een code. Vul die in.");
                } else {
                    found.put(event.getEscalation().getEscalationCode(), node);
                }
            });
        });
        return found;
    }
}
