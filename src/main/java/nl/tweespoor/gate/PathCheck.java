package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.nameOf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Every way through a process ends somewhere, nothing is out of reach, and nothing turns round without anyone to wait for. */
@Component
class PathCheck implements FileCheck {

    @Override
    public void check(ModelFile file, boolean ours, Findings findings) {
        for (Models.ProcessModel process : file.processes()) {
            for (Collection<FlowNode> scope : scopes(process)) {
                Scope each = new Scope(process.file(), scope, findings);
                each.turnsRoundWithoutWaiting();
                if (ours) {
                    each.hasAStartAndEnds();
                    each.isSound();
                }
            }
        }
    }

    private static List<Collection<FlowNode>> scopes(Models.ProcessModel process) {
        List<Collection<FlowNode>> scopes = new ArrayList<>();
        scopes.add(process.process().getChildElementsByType(FlowNode.class));
        Elements.nodes(process).filter(SubProcess.class::isInstance)
                .forEach(inner -> scopes.add(inner.getChildElementsByType(FlowNode.class)));
        return scopes;
    }

    /** One process or subprocess. */
    private record Scope(String file, Collection<FlowNode> nodes, Findings findings) {

        void hasAStartAndEnds() {
            if (nodes.stream().noneMatch(StartEvent.class::isInstance)) {
                findings.add(file, nodes.stream().findFirst().map(Elements::nameOf).orElse(""),
                        "dit deel heeft geen beginpunt. Teken een rondje met een dunne rand en een pijl naar de eerste stap.");
            }
            nodes.stream().filter(node -> node.getOutgoing().isEmpty() && !(node instanceof EndEvent) && !isEventSubProcess(node))
                    .forEach(node -> findings.add(file, nameOf(node),
                            "hier loopt het pad dood. Teken een pijl naar de volgende stap of naar een eindpunt."));
            nodes.stream().filter(node -> node.getIncoming().isEmpty() && !(node instanceof StartEvent)
                            && !(node instanceof BoundaryEvent) && !isEventSubProcess(node))
                    .forEach(node -> findings.add(file, nameOf(node),
                            "hier komt geen enkel pad. Teken er een pijl naartoe of haal deze stap weg."));
        }

        void isSound() {
            Tokens tokens = new Tokens(nodes);
            tokens.waitingForEver().forEach(join -> findings.add(file, nameOf(join),
                    "hier kan een dossier voor altijd blijven wachten op een pad dat niet komt. Voeg paden die niet samen lopen, "
                            + "samen met een ruit met een kruis (×), niet met een plus (+)."));
            tokens.twice().forEach(node -> findings.add(file, nameOf(node),
                    "hier komen twee paden tegelijk aan, en dan gebeurt alles daarna twee keer. Voeg ze eerst samen met een ruit met een plus (+)."));
            if (tokens.isComplete() && tokens.waitingForEver().isEmpty()) {
                nodes.stream().filter(node -> !tokens.passed().contains(node) && !node.getIncoming().isEmpty())
                        .forEach(node -> findings.add(file, nameOf(node),
                                "geen enkel dossier komt hier ooit. Teken er een pijl naartoe of haal deze stap weg."));
                tokens.withoutEnd().forEach(node -> findings.add(file, nameOf(node),
                        "vanaf hier is er geen weg naar een eindpunt. Geef de lus een uitgang."));
            }
        }

        void turnsRoundWithoutWaiting() {
            Set<FlowNode> done = new HashSet<>();
            nodes.forEach(node -> follow(node, new ArrayList<>(), done));
        }

        private void follow(FlowNode node, List<FlowNode> path, Set<FlowNode> done) {
            if (node == null || waits(node)) {
                return;
            }
            if (path.contains(node)) {
                findings.add(file, nameOf(node), "dit draait rond zonder ergens op iemand te wachten. Zet in de lus een taak, of een tijdstip.");
                return;
            }
            if (done.contains(node)) {
                return;
            }
            path.add(node);
            node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> follow(next, path, done));
            path.remove(path.size() - 1);
            done.add(node);
        }

        private static boolean waits(FlowNode node) {
            return node instanceof UserTask || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent
                    || node instanceof EventBasedGateway || node instanceof CallActivity || node instanceof SubProcess
                    || "external".equals(Elements.camunda(node, "type"));
        }

        private static boolean isEventSubProcess(FlowNode node) {
            return node instanceof SubProcess inner && inner.triggeredByEvent();
        }
    }
}
