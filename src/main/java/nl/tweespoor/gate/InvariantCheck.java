package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.nameOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The invariants of {@code domain.md} that a model could break, however well it runs. */
@Component
class InvariantCheck implements ModelCheck {

    /** Who must do it, whatever else changes: process, element and group, with why in Dutch. */
    private record Held(String process, String element, String group, String why) {
    }

    private static final List<Held> HELD = List.of(
            new Held("hand-over", "UserTask_PrepareHandOver", "head-of-innovation", "het Hoofd Innovatie draagt over"),
            new Held("hand-over-review", "UserTask_ReviewHandOver", "head-of-implementation", "het Hoofd Implementatie beoordeelt de overdracht"),
            new Held("selection", "UserTask_SelectOpportunity", "head-of-innovation", "het Hoofd Innovatie selecteert"),
            new Held("feasibility", "UserTask_DecideByBoard", "board", "boven het mandaat beslist de Raad van Bestuur"),
            new Held("strategy-vision", "UserTask_AdoptVision", "board", "de Raad van Bestuur stelt de visie vast"));
    /** Whoever reported hears the answer (invariant 3), with the message that brings it. */
    private static final Set<String> ENDS_WITHOUT_DOSSIER = Set.of("EndEvent_Rejected", "EndEvent_NotContinued", "EndEvent_Joined");
    private static final String ANSWER = "ReporterAnswered";
    private static final String READS_ANSWER = "UserTask_ReadAnswer";

    @Override
    public void check(Models models, Findings findings) {
        if (!models.areOurs()) {
            return;
        }
        checkAnswer(models, findings);
        HELD.forEach(held -> Optional.ofNullable(models.processes().get(held.process())).ifPresent(process -> {
            Optional<UserTask> task = Elements.nodes(process).filter(node -> node instanceof UserTask && held.element().equals(node.getId()))
                    .map(UserTask.class::cast).findFirst();
            if (task.isEmpty()) {
                findings.add(process.file(), process.process().getName(), "de taak %s is weg, maar %s. Zet haar terug.", held.element(), held.why());
            } else if (!held.group().equals(task.get().getCamundaCandidateGroups())) {
                findings.add(process.file(), nameOf(task.get()), "%s: zet bij 'Candidate groups' %s.", held.why(), held.group());
            }
        }));
        Optional.ofNullable(models.processes().get("implementation")).ifPresent(process -> Elements.nodes(process)
                .filter(node -> node instanceof StartEvent && node.getParentElement().equals(process.process()) && Ways.messages(node).findAny().isEmpty())
                .forEach(start -> findings.add(process.file(), nameOf(start), "een implementatie begint alleen met een overdracht. Laat dit begin op het bericht HandOver wachten.")));
        Optional.ofNullable(models.processes().get("implementation")).ifPresent(process -> {
            boolean accepted = Elements.nodes(process).anyMatch(node -> node.getId().equals("UserTask_AcceptOwnership"));
            if (!accepted) {
                findings.add(process.file(), process.process().getName(), "niets wordt geborgd zonder eigenaar in de lijn die dat aanvaardt. Zet de taak UserTask_AcceptOwnership terug.");
            }
        });
        Optional.ofNullable(models.processes().get("innovation")).ifPresent(process -> Elements.nodes(process)
                .filter(node -> node instanceof EndEvent && ENDS_WITHOUT_DOSSIER.contains(node.getId()) && answers(node).isEmpty())
                .forEach(end -> findings.add(process.file(), nameOf(end), "wie de kans meldde, krijgt hier geen antwoord. Laat dit einde het bericht %s versturen, met een reden.", ANSWER)));
    }

    /** An answer is read by the one it is for (invariant 15): no group has it too. */
    private static void checkAnswer(Models models, Findings findings) {
        Optional.ofNullable(models.processes().get("answer-reporter")).ifPresent(process -> {
            boolean personal = Elements.nodes(process).filter(node -> node instanceof UserTask && READS_ANSWER.equals(node.getId())).map(UserTask.class::cast)
                    .anyMatch(task -> "reporter".equals(Elements.properties(task).get("onlyBy")) && Elements.isBlank(task.getCamundaCandidateGroups()));
            if (!personal) {
                findings.add(process.file(), process.process().getName(), "een antwoord is alleen voor wie meldde. Geef de taak %s de eigenschap onlyBy "
                        + "met reporter, en geen 'Candidate groups'.", READS_ANSWER);
            }
        });
    }

    private static Map<String, String> answers(FlowNode node) {
        return Ways.messages(node).anyMatch(ANSWER::equals) ? Elements.inputs(node) : Map.of();
    }
}
