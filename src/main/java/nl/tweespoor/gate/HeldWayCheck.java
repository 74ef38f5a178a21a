package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.nameOf;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/**
 * What only a certain decision may lead to ({@code domain.md}): an answer that goes the way of another, or an arrow that was
 * moved, would select what was rejected, or secure what nobody accepted.
 */
@Component
class HeldWayCheck implements ModelCheck {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+) == '(\\w+)'");
    private static final Pattern ONE_OF_SUCH = Pattern.compile("\\$\\{\\s*%1$s(\\s*(\\|\\||or)\\s*%1$s)*\\s*}".formatted(COMPARISON));

    /** A step of a process, and the answers of which one comes before it, each as variable and word; with why in Dutch. */
    private record Held(String process, String element, Set<String> after, String why) {
    }

    private static final List<Held> HELD = List.of(
            new Held("innovation", "CallActivity_TestFeasibility", Set.of("selectionOutcome=select"), "alleen wat geselecteerd is, wordt getoetst"),
            new Held("innovation", "IntermediateEvent_NotNowAnswered", Set.of("selectionOutcome=notNow"), "alleen bij niet nu wacht een kans"),
            new Held("innovation", "EndEvent_Rejected", Set.of("identifyOutcome=reject", "selectionOutcome=reject"), "alleen wat is afgewezen, eindigt hier"),
            new Held("innovation", "EndEvent_Joined", Set.of("identifyOutcome=join"), "alleen wat bij een ander dossier hoort, eindigt hier"),
            new Held("innovation", "CallActivity_HandOver", Set.of("continuationOutcome=proceed"), "alleen wat doorgaat, wordt overgedragen"),
            new Held("innovation", "EndEvent_HandedOver", Set.of("handOverResult=handedOver"), "alleen wat is overgedragen, eindigt hier"),
            new Held("innovation", "EndEvent_NotContinued", Set.of("continuationOutcome=stop", "handOverResult=notContinued"), "alleen wat stopt, eindigt hier"),
            new Held("feasibility", "EndEvent_Proceed", Set.of("continuationOutcome=proceed"), "alleen wie doorgaan besluit, komt hier"),
            new Held("feasibility", "UserTask_DecideByHead", Set.of("mandate=head"), "het hoofd beslist alleen binnen zijn mandaat"),
            new Held("implementation", "IntermediateEvent_HandOverAccepted", Set.of("handOverOutcome=accept"), "alleen een geaccepteerde overdracht gaat verder"),
            new Held("implementation", "CallActivity_KeepEvaluating", Set.of("ownershipOutcome=accept"), "niets wordt geborgd zonder eigenaar die dat aanvaardt"),
            new Held("implementation", "EndEvent_Secured", Set.of("lastingResult=onOrAbove"), "niets is geborgd zonder een laatste evaluatie op of boven de norm"),
            new Held("plan-approval", "EndEvent_PlanAdopted", Set.of("approveOutcome=approve"), "alleen een goedgekeurd plan geldt"),
            new Held("strategy-adoption", "ServiceTask_WriteVersion", Set.of("adoptionOutcome=adopt"), "alleen een vastgestelde strategie geldt"),
            new Held("process-change", "ServiceTask_PutLive", Set.of("changeReview=approve"), "alleen een goedgekeurde wijziging gaat live"),
            new Held("erasure", "ServiceTask_Erase", Set.of("erasureOutcome=erase"), "alleen na een besluit om te wissen wordt er gewist"));

    @Override
    public void check(Models models, Findings findings) {
        if (models.areOurs()) {
            HELD.forEach(held -> Optional.ofNullable(models.processes().get(held.process())).ifPresent(process -> Elements.nodes(process)
                    .filter(node -> held.element().equals(node.getId()) && isReachedWithout(held.after(), node, process)).forEach(node ->
                            findings.add(process.file(), nameOf(node), "%s, maar er is een andere weg hierheen. Laat alleen de pijl met %s hierheen gaan.", held.why(),
                                    held.after().stream().sorted().map(HeldWayCheck::condition).collect(Collectors.joining(" of "))))));
        }
    }

    private static String condition(String answer) {
        return "${" + answer.replace("=", " == '") + "'}";
    }

    private static boolean isReachedWithout(Set<String> answers, FlowNode sought, Models.ProcessModel process) {
        Deque<FlowNode> open = new ArrayDeque<>(process.process().getChildElementsByType(StartEvent.class));
        Collection<BoundaryEvent> onTheEdge = process.process().getChildElementsByType(BoundaryEvent.class);
        Set<FlowNode> seen = new HashSet<>();
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (node.equals(sought)) {
                return true;
            }
            if (seen.add(node)) {
                node.getOutgoing().stream().filter(way -> !says(answers, way)).map(SequenceFlow::getTarget).forEach(open::add);
                onTheEdge.stream().filter(event -> node.equals(event.getAttachedTo())).forEach(open::add);
            }
        }
        return false;
    }

    /** Whether this way is taken only after one of these answers. */
    private static boolean says(Set<String> answers, SequenceFlow way) {
        String condition = way.getConditionExpression() == null ? "" : way.getConditionExpression().getTextContent().strip();
        return ONE_OF_SUCH.matcher(condition).matches() && answers.containsAll(COMPARISON.matcher(condition).results()
                .map(each -> each.group(1) + "=" + each.group(2)).toList());
    }
}
