package nl.tweespoor.gate;

import static nl.tweespoor.gate.Elements.nameOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The invariants of {@code domain.md} that a model could break, however well it runs. */
@Component
class InvariantCheck implements ModelCheck {

    /** What must stay, whatever else changes: of which process and task, by or not by whom, with why in Dutch. */
    private record Held(String process, String element, String who, String why) {
    }

    private static final List<Held> HELD = List.of(
            new Held("hand-over", "UserTask_PrepareHandOver", "head-of-innovation", "het Hoofd Innovatie draagt over"),
            new Held("hand-over-review", "UserTask_ReviewHandOver", "head-of-implementation", "het Hoofd Implementatie beoordeelt de overdracht"),
            new Held("selection", "UserTask_SelectOpportunity", "head-of-innovation", "het Hoofd Innovatie selecteert"),
            new Held("feasibility", "UserTask_DecideByBoard", "board", "boven het mandaat beslist de Raad van Bestuur"),
            new Held("selection", "UserTask_ConfirmByBoard", "board", "zonder doel of wettelijke plicht selecteert alleen de Raad van Bestuur"),
            new Held("feasibility", "UserTask_DecideByHead", "head-of-innovation", "binnen het mandaat beslist het Hoofd Innovatie"),
            new Held("hand-over", "UserTask_SettleDisagreement", "board", "als de hoofden het niet eens worden, beslist de Raad van Bestuur"),
            new Held("hand-over", "UserTask_DecideLateHandOver", "board", "als de overdracht uitblijft, beslist de Raad van Bestuur"),
            new Held("hand-over-review", "UserTask_DecideLateReview", "board", "als het antwoord uitblijft, beslist de Raad van Bestuur"),
            new Held("plan-approval", "UserTask_ApprovePlan", "head-of-implementation", "het Hoofd Implementatie keurt het plan goed"),
            new Held("plan-approval", "UserTask_DecideBudgetByBoard", "board", "boven het mandaat beslist de Raad van Bestuur over meer budget"),
            new Held("procurement", "UserTask_DecidePurchaseByBoard", "board", "boven het mandaat beslist de Raad van Bestuur over duurdere inkoop"),
            new Held("open-point", "UserTask_DecideOnOpenPoint", "management-team", "over een punt na zijn datum beslist het Managementteam"),
            new Held("point-gate", "UserTask_LetPointsPass", "management-team", "alleen het Managementteam laat een stap met open punten door"),
            new Held("erasure", "UserTask_DecideErasure", "board", "over wissen beslist de Raad van Bestuur"),
            new Held("strategy-vision", "UserTask_AdoptVision", "board", "de Raad van Bestuur stelt de visie vast"),
            new Held("strategy-adoption", "UserTask_AdoptStrategy", "board", "de Raad van Bestuur stelt de strategie vast"));
    /** A second person: not whoever reported or asked (invariants 12 and 17). */
    private static final List<Held> NOT_BY = List.of(
            new Held("process-change", "UserTask_ReviewChange", "requestedBy", "wie een wijziging voorstelt, beoordeelt haar niet zelf"),
            new Held("selection", "UserTask_ConfirmSelection", "reporter", "wie de kans meldde, bevestigt haar selectie niet zelf"),
            new Held("selection", "UserTask_ConfirmByBoard", "reporter", "wie de kans meldde, bevestigt haar selectie niet zelf"),
            new Held("feasibility", "UserTask_DecideByHead", "reporter", "wie de kans meldde, beslist niet zelf over het vervolg"),
            new Held("feasibility", "UserTask_DecideByBoard", "reporter", "wie de kans meldde, beslist niet zelf over het vervolg"));
    /** On whom a dossier waits, and no longer than this says (invariant 4): process and task, with why in Dutch. */
    private static final List<Held> ENDS_BY_ITSELF = List.of(
            new Held("council-advice", "UserTask_GiveAdvice", "timer", "op een advies wacht een dossier niet voor altijd"),
            new Held("pilot", "UserTask_RunPilot", "timer", "een pilot houdt op zijn einddatum op"));
    /** Whoever reported hears the answer (invariant 3), with the message that brings it. */
    private static final Set<String> ENDS_WITHOUT_DOSSIER = Set.of("EndEvent_Rejected", "EndEvent_NotContinued", "EndEvent_Joined");
    private static final String ANSWER = "ReporterAnswered";
    private static final List<String> SAID = List.of("answerOutcome", "answerReason");
    private static final String READS_ANSWER = "UserTask_ReadAnswer";

    @Override
    public void check(Models models, Findings findings) {
        if (!models.areOurs()) {
            return;
        }
        checkAnswer(models, findings);
        checkWhatIsAnswered(models, findings);
        HELD.forEach(held -> Optional.ofNullable(models.processes().get(held.process())).ifPresent(process -> {
            Optional<UserTask> task = task(held, models);
            if (task.isEmpty()) {
                findings.add(process.file(), process.process().getName(), "de taak %s is weg, maar %s. Zet haar terug.", held.element(), held.why());
            } else if (!held.who().equals(task.get().getCamundaCandidateGroups())) {
                findings.add(process.file(), nameOf(task.get()), "%s: zet bij 'Candidate groups' %s.", held.why(), held.who());
            }
        }));
        NOT_BY.forEach(held -> task(held, models).filter(task -> !held.who().equals(Elements.properties(task).get("notBy"))).ifPresent(task -> findings.add(
                models.processes().get(held.process()).file(), nameOf(task), "%s. Zet bij deze taak de eigenschap notBy op %s.", held.why(), held.who())));
        ENDS_BY_ITSELF.forEach(held -> task(held, models).filter(task -> !isEndedByATimer(task, models.processes().get(held.process()))).ifPresent(task -> findings.add(
                models.processes().get(held.process()).file(), nameOf(task), "%s. Zet op de rand van deze taak een timer die de taak beëindigt.", held.why())));
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

    private static Optional<UserTask> task(Held held, Models models) {
        return Optional.ofNullable(models.processes().get(held.process())).stream().flatMap(Elements::nodes)
                .filter(node -> node instanceof UserTask && held.element().equals(node.getId())).map(UserTask.class::cast).findFirst();
    }

    private static boolean isEndedByATimer(UserTask task, Models.ProcessModel process) {
        return Elements.nodes(process).filter(BoundaryEvent.class::isInstance).map(BoundaryEvent.class::cast).anyMatch(event -> task.equals(event.getAttachedTo())
                && event.cancelActivity() && !event.getChildElementsByType(TimerEventDefinition.class).isEmpty());
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

    /** No answer without what was decided and why (invariant 3). */
    private static void checkWhatIsAnswered(Models models, Findings findings) {
        models.processes().values().forEach(process -> Elements.nodes(process).filter(ThrowEvent.class::isInstance)
                .filter(node -> Ways.messages(node).anyMatch(ANSWER::equals)).forEach(node -> SAID.forEach(said -> {
                    if (Elements.isBlank(Elements.inputs(node).get(said))) {
                        findings.add(process.file(), nameOf(node), "wie de kans meldde, leest hier geen %s. Geef bij 'Inputs' %s mee.",
                                said.equals("answerReason") ? "reden" : "besluit", said);
                    }
                })));
    }

    private static Map<String, String> answers(FlowNode node) {
        return Ways.messages(node).anyMatch(ANSWER::equals) ? Elements.inputs(node) : Map.of();
    }
}
